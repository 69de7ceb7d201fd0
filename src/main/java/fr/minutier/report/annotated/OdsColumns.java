package fr.minutier.report.annotated;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The columns of a sheet of a .ods, as far as they are told. */
final class OdsColumns {
    /** By the first of them. */
    private final NavigableMap<Integer, Alike> alike = new TreeMap<>();

    private int next;

    /**
     * Columns that follow each other and are alike.
     *
     * @param width of each, in pixels
     */
    private record Alike(String style, double width, int count) {}

    /** Adds the next ones, to the right of those before. */
    void add(XmlElement column, OdsStyles styles) {
        int count = Odf.count(column, Odf.COLUMNS_REPEATED);
        String visibility = column.get(Odf.VISIBILITY);
        String own = column.get(Odf.STYLE_OF);
        String cells = column.get(Odf.DEFAULT_STYLE_OF);
        boolean hidden = visibility != null && !visibility.equals("visible");
        double width = hidden ? 0 : styles.columnWidth(own == null ? "" : own);
        alike.put(next, new Alike(cells == null ? "" : cells, width, count));
        next += count;
    }

    /** The style of cells there that have none of their own; {@code ""} for none. */
    String style(int column) {
        Map.Entry<Integer, Alike> here = alike.floorEntry(column);
        return here == null || column >= here.getKey() + here.getValue().count()
                ? ""
                : here.getValue().style();
    }

    /** The right edge of the column on the sheet, in pixels. */
    double right(int column) {
        double right = 0;
        for (var here : alike.headMap(column, true).entrySet()) {
            right += here.getValue().width() * Math.min(here.getValue().count(), column - here.getKey() + 1);
        }
        return right;
    }
}
