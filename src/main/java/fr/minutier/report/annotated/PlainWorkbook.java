package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that shows a bordereau as it was read: texts only, each at its own address. */
final class PlainWorkbook {
    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

    /** In characters. */
    private static final int NARROWEST = 8;

    private static final int WIDEST = 45;

    /** How far down a header is looked for, as when the bordereau is read. */
    private static final int DEEPEST_HEADER = 15;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFCellStyle text = style(false, false);
    private final XSSFCellStyle quoted = style(false, true);
    private final XSSFCellStyle heading = style(true, false);

    private PlainWorkbook() {
        // POI would write the time of the run and its own name.
        workbook.getProperties().getCoreProperties().setCreated(Optional.empty());
        workbook.getProperties().getCoreProperties().setCreator("Minutier");
        workbook.getProperties().getExtendedProperties().setApplication("Minutier");
    }

    static XSSFWorkbook of(Bordereau bordereau) {
        PlainWorkbook made = new PlainWorkbook();
        bordereau.sheets().forEach(made::add);
        return made.workbook;
    }

    /** The name that the sheet bears on its tab, which forbids some characters. */
    static String tab(String sheet) {
        return WorkbookUtil.createSafeSheetName(sheet);
    }

    private void add(Sheet sheet) {
        XSSFSheet shown = workbook.createSheet(tab(sheet.name()));
        // The row with the most cells near the top bears the headers; titles above it have fewer.
        int header = sheet.lines().stream()
                .limit(DEEPEST_HEADER)
                .max(Comparator.comparingInt((Line line) -> line.cells().size())
                        .thenComparing(Comparator.comparingInt(Line::index).reversed()))
                .map(Line::index)
                .orElse(0);
        Map<Integer, Integer> widths = new TreeMap<>();
        for (Line line : sheet.lines()) {
            XSSFRow row = shown.createRow(line.index());
            for (Cell cell : line.cells()) {
                int column = cell.address().column();
                if (column <= LIMITS.getLastColumnIndex()) {
                    String written = written(cell);
                    write(row.createCell(column), written, line.index() == header);
                    widths.merge(column, written.length(), Math::max);
                }
            }
        }
        widths.forEach(
                (column, width) -> shown.setColumnWidth(column, 256 * (Math.clamp(width, NARROWEST, WIDEST) + 2)));
        shown.createFreezePane(0, header + 1);
    }

    private void write(XSSFCell shown, String written, boolean header) {
        shown.setCellValue(written);
        boolean formulaLike = !written.isEmpty() && "=+-@".indexOf(written.charAt(0)) >= 0;
        shown.setCellStyle(header ? heading : formulaLike ? quoted : text);
    }

    private static String written(Cell cell) {
        String written = cell.content() instanceof Content.Text exact ? exact.written() : cell.text();
        return written.substring(0, Math.min(written.length(), LIMITS.getMaxTextLength()));
    }

    /** @param quoted whether the text stays a text when somebody edits it, though it looks like a formula */
    private XSSFCellStyle style(boolean bold, boolean quoted) {
        XSSFFont font = workbook.createFont();
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setQuotePrefixed(quoted);
        return style;
    }
}
