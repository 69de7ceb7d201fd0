package fr.minutier.report.annotated;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;

/** Writes one sheet of a .ods again, its cells marked; a row may stand for many alike, as a cell may. */
final class OdsSheet {
    private static final Set<QName> HOLD_ROWS = Set.of(
            Odf.name("table:table-row-group"), Odf.name("table:table-header-rows"), Odf.name("table:table-rows"));

    private static final Set<QName> HOLD_COLUMNS = Set.of(
            Odf.name("table:table-column-group"),
            Odf.name("table:table-header-columns"),
            Odf.name("table:table-columns"));

    private final XMLStreamReader xml;
    private final XmlWriter out;
    private final OdsStyles styles;
    private final OdsColumns columns = new OdsColumns();

    /** By row and column; those already written are taken out. */
    private final NavigableMap<Integer, NavigableMap<Integer, Remarks>> marks = new TreeMap<>();

    private int nextRow;

    /** Upper edge of the next row on the sheet, in pixels. */
    private double top;

    /** @param xml at the start tag of the sheet */
    OdsSheet(XMLStreamReader xml, XmlWriter out, OdsStyles styles, Map<CellAddress, Remarks> marks) {
        this.xml = xml;
        this.out = out;
        this.styles = styles;
        marks.forEach((cell, remarks) -> this.marks
                .computeIfAbsent(cell.getRow(), row -> new TreeMap<>())
                .put(cell.getColumn(), remarks));
    }

    /** Whether the element only groups rows. */
    static boolean holdsRows(QName element) {
        return HOLD_ROWS.contains(element);
    }

    void write() throws XMLStreamException, IOException {
        out.start(XmlElement.tag(xml));
        for (int depth = 1; depth > 0; ) {
            switch (XmlElement.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    QName name = xml.getName();
                    if (name.equals(Odf.ROW)) {
                        row(XmlElement.read(xml));
                    } else if (HOLD_ROWS.contains(name) || HOLD_COLUMNS.contains(name)) {
                        out.start(XmlElement.tag(xml));
                        depth++;
                    } else if (name.equals(Odf.COLUMN)) {
                        XmlElement column = XmlElement.read(xml);
                        columns.add(column, styles);
                        write(column);
                    } else {
                        if (depth == 1 && nextRow > 0) {
                            missingRows();
                        }
                        out.copy(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth == 0) {
                        missingRows();
                    }
                    out.end(xml.getName());
                }
                default -> out.text(xml.getText());
            }
        }
    }

    private void row(XmlElement row) throws IOException {
        int end = Math.addExact(nextRow, Odf.count(row, Odf.ROWS_REPEATED));
        new OdsRow(row, columns, styles).clear();
        while (!marks.isEmpty() && marks.firstKey() < end) {
            int marked = marks.firstKey();
            rows(row, marked - nextRow);
            XmlElement one = row.copy();
            new OdsRow(one, columns, styles).mark(marks.pollFirstEntry().getValue(), top);
            rows(one, 1);
        }
        rows(row, end - nextRow);
    }

    /** Rows below the last one that the sheet has. */
    private void missingRows() throws IOException {
        if (!marks.isEmpty()) {
            int count = marks.lastKey() + 1 - nextRow;
            XmlElement empty = new XmlElement(Odf.ROW).add(new XmlElement(Odf.CELL));
            Odf.setCount(empty, Odf.ROWS_REPEATED, count);
            row(empty);
        }
    }

    /** The row so many times, once as one element; no times leaves nothing. */
    private void rows(XmlElement row, int count) throws IOException {
        if (count > 0) {
            Odf.setCount(row, Odf.ROWS_REPEATED, count);
            String style = row.get(Odf.STYLE_OF);
            boolean hidden = !"visible".equals(row.attributes().getOrDefault(Odf.VISIBILITY, "visible"));
            top += hidden ? 0 : count * styles.rowHeight(style == null ? "" : style);
            nextRow += count;
            write(row);
        }
    }

    private void write(XmlElement rowOrColumn) throws IOException {
        styles.bear(rowOrColumn);
        rowOrColumn.elements().forEach(styles::bear);
        out.write(rowOrColumn);
    }
}
