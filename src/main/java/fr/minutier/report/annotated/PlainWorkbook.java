package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.WorkbookUtil;

/** A .xlsx that shows a bordereau as it was read: texts only, each at its own address. */
final class PlainWorkbook {
    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

    /** In characters. */
    private static final int NARROWEST = 8;

    private static final int WIDEST = 45;

    /** How far down a header is looked for, as when the bordereau is read. */
    private static final int DEEPEST_HEADER = 15;

    private static final int LONGEST_TAB = 31;

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** What is the same in all of them; the workbook, its sheets and its relations come to it. */
    private static final Map<String, String> PARTS = Map.of(
            ContentTypes.PART,
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                    + " Extension=\"xml\" ContentType=\"" + SPREADSHEET + "worksheet+xml\"/><Override"
                    + " PartName=\"/xl/workbook.xml\" ContentType=\"" + SPREADSHEET + "sheet.main+xml\"/><Override"
                    + " PartName=\"/xl/styles.xml\" ContentType=\"" + SPREADSHEET + "styles+xml\"/><Override"
                    + " PartName=\"/docProps/core.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"rId1\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\""
                    + " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                    + " Target=\"docProps/core.xml\"/></Relationships>",
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Minutier</dc:creator>"
                    + "</cp:coreProperties>");

    private final Sml sml = Sml.USUAL;
    private final XlsxStyles styles = XlsxStyles.none(sml);
    private final int text = styles.text(false, false);
    private final int quoted = styles.text(false, true);
    private final int heading = styles.text(true, false);
    private final Map<String, String> tabs = new LinkedHashMap<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Makes it whole. */
    PlainWorkbook(Bordereau bordereau) {
        new TreeMap<>(PARTS)
                .forEach((part, written) -> parts.put(part, (DECLARATION + written).getBytes(StandardCharsets.UTF_8)));
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        XmlElement sheets = sml.element("sheets");
        XmlElement root = sml.root("workbook");
        QName relation = sml.relationId(root);
        try {
            Relations relations = Relations.of(Parts.of(Map.of()), "xl/workbook.xml");
            relations.add(sml.relation("styles"), "xl/styles.xml");
            for (Sheet sheet : bordereau.sheets()) {
                int number = taken.size() + 1;
                String tab = tab(sheet.name(), taken);
                tabs.put(sheet.name(), tab);
                String part = "xl/worksheets/sheet" + number + ".xml";
                parts.put(part, sheet(sheet));
                sheets.add(sml.element("sheet")
                        .set(new QName("name"), tab)
                        .set(new QName("sheetId"), String.valueOf(number))
                        .set(relation, relations.add(sml.relation("worksheet"), part)));
            }
            parts.put("xl/workbook.xml", XmlWriter.document(root.add(sheets)));
            parts.put(relations.part(), XmlWriter.document(relations.written()));
            parts.put("xl/styles.xml", XmlWriter.document(styles.written()));
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("an array of bytes is no device", e);
        }
    }

    Parts parts() {
        return Parts.of(parts);
    }

    /** What is written on the tabs of the sheets, by their names. */
    Map<String, String> tabs() {
        return tabs;
    }

    /** The name that the sheet bears on its tab, which forbids some characters, many of them, and one name twice. */
    private static String tab(String sheet, Set<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(sheet);
        String tab = safe;
        for (int at = 2; !taken.add(tab); at++) {
            String end = " (" + at + ")";
            tab = safe.substring(0, Math.min(safe.length(), LONGEST_TAB - end.length())) + end;
        }
        return tab;
    }

    private byte[] sheet(Sheet sheet) throws IOException {
        // The row with the most cells near the top bears the headers; titles above it have fewer.
        int header = sheet.lines().stream()
                .limit(DEEPEST_HEADER)
                .max(Comparator.comparingInt((Line line) -> line.cells().size())
                        .thenComparing(Comparator.comparingInt(Line::index).reversed()))
                .map(Line::index)
                .orElse(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmlWriter out = new XmlWriter(bytes)) {
            XmlElement root = sml.root("worksheet");
            out.declaration();
            out.start(root);
            out.write(view(header + 1));
            out.write(sml.element("sheetFormatPr").set(new QName("defaultRowHeight"), "15"));
            XmlElement columns = columns(sheet);
            if (!columns.elements().isEmpty()) {
                out.write(columns);
            }
            XmlElement data = sml.element("sheetData");
            out.start(data);
            for (Line line : sheet.lines()) {
                out.write(row(line, line.index() == header));
            }
            out.end(data.name());
            out.end(root.name());
        }
        return bytes.toByteArray();
    }

    private XmlElement view(int above) {
        return sml.element("sheetViews")
                .add(sml.element("sheetView")
                        .set(new QName("workbookViewId"), "0")
                        .add(sml.element("pane")
                                .set(new QName("ySplit"), String.valueOf(above))
                                .set(new QName("topLeftCell"), "A" + (above + 1))
                                .set(new QName("activePane"), "bottomLeft")
                                .set(new QName("state"), "frozen")));
    }

    private XmlElement columns(Sheet sheet) {
        Map<Integer, Integer> widths = new TreeMap<>();
        sheet.lines().stream()
                .flatMap(line -> line.cells().stream())
                .filter(PlainWorkbook::fits)
                .forEach(cell ->
                        widths.merge(cell.address().column(), written(cell).length(), Math::max));
        XmlElement columns = sml.element("cols");
        widths.forEach((column, width) -> columns.add(sml.element("col")
                .set(new QName("min"), String.valueOf(column + 1))
                .set(new QName("max"), String.valueOf(column + 1))
                .set(new QName("width"), String.valueOf(Math.clamp(width, NARROWEST, WIDEST) + 2))
                .set(new QName("customWidth"), "1")));
        return columns;
    }

    private static boolean fits(Cell cell) {
        return cell.address().column() <= LIMITS.getLastColumnIndex();
    }

    private XmlElement row(Line line, boolean header) {
        XmlElement row = sml.element("row").set(Sml.REFERENCE, String.valueOf(line.index() + 1));
        for (Cell cell : line.cells()) {
            if (fits(cell)) {
                String written = written(cell);
                boolean formulaLike = !written.isEmpty() && "=+-@".indexOf(written.charAt(0)) >= 0;
                row.add(sml.cell(
                        new CellAddress(line.index(), cell.address().column()).formatAsString(),
                        header ? heading : formulaLike ? quoted : text,
                        written));
            }
        }
        return row;
    }

    private static String written(Cell cell) {
        String written = cell.content() instanceof Content.Text exact ? exact.written() : cell.text();
        return written.substring(0, Math.min(written.length(), LIMITS.getMaxTextLength()));
    }
}
