package fr.minutier.report.annotated;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Writes one sheet of a .xlsx again, its cells marked; a row or a cell that it lacks is put in at its place. */
final class XlsxSheet {
    private static final int MOST_COLUMNS = 16_384;
    private static final QName SELECTED = new QName("tabSelected");

    /** What stands behind the boxes of comments in a sheet. */
    private static final Set<String> BEHIND_BOXES = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "AlternateContent",
            "webPublishItems",
            "tableParts",
            "extLst");

    private final XMLStreamReader xml;
    private final XmlWriter out;
    private final XlsxStyles styles;
    private final XlsxOutline outline;
    private final Map<CellAddress, Colours> before;
    private final Map<CellAddress, Colours> worn = new HashMap<>();

    /** By row and column; those already written are taken out. */
    private final NavigableMap<Integer, NavigableMap<Integer, Remarks>> marks = new TreeMap<>();

    private Sml sml = Sml.USUAL;
    private QName rowName = sml.name("row");
    private QName cellName = sml.name("c");

    /** @param before what cells wore that an earlier annotation marked */
    XlsxSheet(
            XMLStreamReader xml,
            XmlWriter out,
            XlsxStyles styles,
            XlsxOutline outline,
            Map<CellAddress, Remarks> marks,
            Map<CellAddress, Colours> before) {
        this.xml = xml;
        this.out = out;
        this.styles = styles;
        this.outline = outline;
        this.before = before;
        marks.forEach((cell, remarks) -> this.marks
                .computeIfAbsent(cell.getRow(), row -> new TreeMap<>())
                .put(cell.getColumn(), remarks));
    }

    /** The index of a row: a row that does not say its number follows the last. */
    static int index(XmlElement row, int before) throws XMLStreamException {
        String number = row.get(Sml.REFERENCE, "").strip();
        try {
            int index = number.isEmpty() ? before + 1 : Integer.parseInt(number) - 1;
            if (index > before) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw new XMLStreamException("not a row: " + number, e);
        }
        throw new XMLStreamException("row out of place: " + number);
    }

    private static int column(XmlElement cell, int before) throws XMLStreamException {
        String reference = cell.get(Sml.REFERENCE, "").strip();
        int column = 0;
        for (int at = 0; at < Math.min(reference.length(), 4); at++) {
            char letter = reference.charAt(at);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        column = reference.isEmpty() ? before + 1 : column - 1;
        if (column <= before || column >= MOST_COLUMNS) {
            throw new XMLStreamException("cell out of place: " + reference);
        }
        return column;
    }

    /**
     * Writes all of it.
     *
     * @param selected whether it is the sheet that is shown first
     * @param boxes the identity of a relation to boxes of comments that it did not have; {@code ""} for none
     * @return what the cells marked wore before
     */
    Map<CellAddress, Colours> write(boolean selected, String boxes) throws XMLStreamException, IOException {
        out.declaration();
        XmlElement.next(xml);
        XmlElement root = XmlElement.tag(xml);
        sml = Sml.of(root);
        rowName = sml.name("row");
        cellName = sml.name("c");
        XmlElement missing =
                boxes.isEmpty() ? null : sml.element("legacyDrawing").set(sml.relationId(root), boxes);
        out.start(root);
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                out.text(xml.getText());
                continue;
            }
            switch (xml.getLocalName()) {
                case "dimension" -> out.write(widened(XmlElement.read(xml)));
                case "sheetViews" -> out.write(selected(XmlElement.read(xml), selected));
                case "sheetData" -> rows();
                default -> {
                    if (missing != null && BEHIND_BOXES.contains(xml.getLocalName())) {
                        out.write(missing);
                        missing = null;
                    }
                    out.copy(xml);
                }
            }
        }
        if (missing != null) {
            out.write(missing);
        }
        out.end(root.name());
        return worn;
    }

    private XmlElement widened(XmlElement dimension) {
        QName ref = new QName("ref");
        CellRangeAddress area =
                CellRangeAddress.valueOf(dimension.get(ref, "A1").strip());
        marks.forEach((row, cells) -> {
            area.setFirstRow(Math.min(area.getFirstRow(), row));
            area.setLastRow(Math.max(area.getLastRow(), row));
            area.setFirstColumn(Math.min(area.getFirstColumn(), cells.firstKey()));
            area.setLastColumn(Math.max(area.getLastColumn(), cells.lastKey()));
        });
        return marks.isEmpty() ? dimension : dimension.set(ref, area.formatAsString());
    }

    /** Sheets selected together would all be written to at once. */
    private static XmlElement selected(XmlElement views, boolean selected) {
        for (XmlElement view : views.elements()) {
            view.attributes().remove(SELECTED);
            if (selected) {
                view.set(SELECTED, "1");
            }
        }
        return views;
    }

    private void rows() throws XMLStreamException, IOException {
        XmlElement data = XmlElement.tag(xml);
        out.start(data);
        int row = -1;
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                out.text(xml.getText());
            } else if (xml.getName().equals(rowName)) {
                XmlElement tag = XmlElement.tag(xml);
                row = index(tag, row);
                missingRows(row);
                row(tag, row);
            } else {
                out.copy(xml);
            }
        }
        missingRows(Integer.MAX_VALUE);
        out.end(data.name());
    }

    /** Rows above that one which are marked and not written. */
    private void missingRows(int end) throws IOException {
        while (!marks.isEmpty() && marks.firstKey() < end) {
            int index = marks.firstKey();
            XmlElement row = new XmlElement(rowName).set(Sml.REFERENCE, String.valueOf(index + 1));
            out.start(row);
            missingCells(row, index, marks.remove(index), MOST_COLUMNS);
            out.end(rowName);
        }
    }

    private void row(XmlElement row, int index) throws XMLStreamException, IOException {
        NavigableMap<Integer, Remarks> marked = marks.remove(index);
        if (marked != null) {
            // Only a hint, which would be out of date.
            row.attributes().remove(new QName("spans"));
        }
        out.start(row);
        int column = -1;
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                out.text(xml.getText());
            } else if (xml.getName().equals(cellName)) {
                XmlElement cell = XmlElement.tag(xml);
                column = column(cell, column);
                missingCells(row, index, marked, column);
                restore(cell, index, column);
                Remarks remarks = marked == null ? null : marked.remove(column);
                if (remarks != null) {
                    colour(cell, index, column, remarks);
                }
                out.start(cell);
                out.copyInside(xml);
            } else {
                missingCells(row, index, marked, MOST_COLUMNS);
                out.copy(xml);
            }
        }
        missingCells(row, index, marked, MOST_COLUMNS);
        out.end(row.name());
    }

    /** Cells on the left of that column which are marked and not written. */
    private void missingCells(XmlElement row, int index, @Nullable NavigableMap<Integer, Remarks> marked, int end)
            throws IOException {
        while (marked != null && !marked.isEmpty() && marked.firstKey() < end) {
            int column = marked.firstKey();
            boolean ofRow = Sml.isTrue(row.get(new QName("customFormat"), ""));
            XmlElement cell = new XmlElement(cellName)
                    .set(Sml.REFERENCE, new CellAddress(index, column).formatAsString())
                    .set(Sml.STYLE, ofRow ? row.get(Sml.STYLE, "0") : String.valueOf(outline.style(column)));
            colour(cell, index, column, marked.pollFirstEntry().getValue());
            out.write(cell);
        }
    }

    /** Takes off what an earlier annotation left. */
    private void restore(XmlElement cell, int row, int column) {
        Colours told = before.isEmpty() ? null : before.get(new CellAddress(row, column));
        if (told != null && styles.fillIsOurs(style(cell))) {
            cell.set(Sml.STYLE, String.valueOf(styles.restored(style(cell), told)));
        }
    }

    private void colour(XmlElement cell, int row, int column, Remarks remarks) {
        int style = style(cell);
        worn.put(new CellAddress(row, column), styles.worn(style));
        cell.set(Sml.STYLE, String.valueOf(styles.coloured(style, remarks.gravity())));
    }

    private static int style(XmlElement cell) {
        return Integer.parseInt(cell.get(Sml.STYLE, "0").strip());
    }
}
