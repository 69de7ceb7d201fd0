package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;

/** What must be known of a sheet of a .xlsx before it is written again: its columns, rows, merged areas and boxes. */
final class XlsxOutline {
    /** Of one character, in pixels. */
    private static final double CHARACTER = 7.0017;

    private static final double PIXELS_PER_POINT = 96 / 72.0;
    private static final double COLUMN_WIDTH = 64;
    private static final double ROW_HEIGHT = 20;
    private static final int MOST_ROWS = 1_048_576;

    private static final QName HIDDEN = new QName("hidden");
    private static final QName SELECTED = new QName("tabSelected");

    private final List<CellRangeAddress> merged = new ArrayList<>();

    /** By the first of them. */
    private final NavigableMap<Integer, Alike> columns = new TreeMap<>();

    /** In pixels and one more, by row; 0 for one that says nothing. */
    private short[] heights = new short[0];

    private double columnWidth = COLUMN_WIDTH;
    private double rowHeight = ROW_HEIGHT;
    private String boxes = "";
    private boolean selected;

    /**
     * Columns that are alike.
     *
     * @param last of them
     * @param width of each, in pixels
     */
    private record Alike(int last, int width, int style) {}

    /** Of the whole sheet. */
    static XlsxOutline read(InputStream part) throws XMLStreamException {
        return read(part, true);
    }

    /** Whether the sheet is selected, which is told at its start. */
    static boolean isSelected(InputStream part) throws XMLStreamException {
        return read(part, false).selected;
    }

    private static XlsxOutline read(InputStream part, boolean whole) throws XMLStreamException {
        XMLStreamReader xml = PartXml.open(part);
        XlsxOutline outline = new XlsxOutline();
        XmlElement.next(xml);
        // Controls on a sheet are placed by elements that have the names of its own in another space of names.
        String own = xml.getNamespaceURI();
        int row = -1;
        for (int event; (event = XmlElement.next(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT && Objects.equals(xml.getNamespaceURI(), own)) {
                switch (xml.getLocalName()) {
                    case "sheetView" ->
                        outline.selected |= Sml.isTrue(XmlElement.tag(xml).get(SELECTED, ""));
                    case "sheetFormatPr" -> outline.usual(XmlElement.tag(xml));
                    case "col" -> outline.columns(XmlElement.tag(xml));
                    case "sheetData" -> {
                        if (!whole) {
                            return outline;
                        }
                    }
                    case "row" -> row = outline.row(XmlElement.tag(xml), row);
                    case "mergeCell" ->
                        outline.merged.add(CellRangeAddress.valueOf(
                                XmlElement.tag(xml).get(new QName("ref"), "").strip()));
                    case "legacyDrawing" -> outline.boxes = relation(XmlElement.tag(xml));
                    default -> {}
                }
            }
        }
        return outline;
    }

    private static String relation(XmlElement drawing) {
        return drawing.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().getLocalPart().equals("id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private void usual(XmlElement format) {
        columnWidth = number(format, "defaultColWidth", COLUMN_WIDTH / CHARACTER) * CHARACTER;
        rowHeight = number(format, "defaultRowHeight", ROW_HEIGHT / PIXELS_PER_POINT) * PIXELS_PER_POINT;
    }

    private static double number(XmlElement element, String attribute, double otherwise) {
        String written = element.get(new QName(attribute), "");
        return written.isEmpty() ? otherwise : Double.parseDouble(written.strip());
    }

    private void columns(XmlElement column) {
        int first = (int) number(column, "min", 1) - 1;
        int last = (int) number(column, "max", first + 1) - 1;
        double width = number(column, "width", columnWidth / CHARACTER) * CHARACTER;
        boolean hidden = Sml.isTrue(column.get(HIDDEN, ""));
        columns.put(first, new Alike(last, hidden ? 0 : (int) Math.round(width), (int) number(column, "style", 0)));
    }

    private int row(XmlElement row, int before) throws XMLStreamException {
        int index = XlsxSheet.index(row, before);
        double height = number(row, "ht", -1);
        boolean hidden = Sml.isTrue(row.get(HIDDEN, ""));
        if ((height >= 0 || hidden) && index < MOST_ROWS) {
            if (index >= heights.length) {
                heights = Arrays.copyOf(heights, Math.max(index + 1, 2 * heights.length));
            }
            long pixels = hidden ? 0 : Math.round(height * PIXELS_PER_POINT);
            heights[index] = (short) (Math.min(pixels, Short.MAX_VALUE - 1) + 1);
        }
        return index;
    }

    /** Areas that are shown as one cell. */
    List<CellRangeAddress> merged() {
        return merged;
    }

    /** The identity of the relation to the boxes of its comments; {@code ""} when it has none. */
    String boxes() {
        return boxes;
    }

    /** The style of cells there that are not written. */
    int style(int column) {
        Map.Entry<Integer, Alike> here = columns.floorEntry(column);
        return here == null || column > here.getValue().last()
                ? 0
                : here.getValue().style();
    }

    /** In pixels. */
    int width(int column) {
        Map.Entry<Integer, Alike> here = columns.floorEntry(column);
        return here == null || column > here.getValue().last()
                ? (int) Math.round(columnWidth)
                : here.getValue().width();
    }

    /** In pixels. */
    int height(int row) {
        return row >= heights.length || heights[row] == 0 ? (int) Math.round(rowHeight) : heights[row] - 1;
    }
}
