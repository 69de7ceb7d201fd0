package fr.minutier.report.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One row of a .ods, in which a cell may stand for many alike: those that are marked are parted from the others. */
final class OdsRow {
    private final XmlElement row;
    private final OdsColumns columns;
    private final OdsStyles styles;

    OdsRow(XmlElement row, OdsColumns columns, OdsStyles styles) {
        this.row = row;
        this.columns = columns;
        this.styles = styles;
    }

    private static boolean isCell(XmlNode node) {
        return node instanceof XmlElement element && (element.is(Odf.CELL) || element.is(Odf.COVERED_CELL));
    }

    /** Takes off what an earlier annotation left. */
    void clear() {
        int column = 0;
        for (XmlElement cell : row.elements()) {
            if (isCell(cell)) {
                String style = style(cell, column);
                OdsNote.clear(cell)
                        .filter(worn -> styles.fillIsOurs(style))
                        .ifPresent(worn -> cell.set(Odf.STYLE_OF, styles.restored(style, worn)));
                column += Odf.count(cell, Odf.COLUMNS_REPEATED);
            }
        }
    }

    /**
     * Marks cells of the row, which stands for itself alone.
     *
     * @param marks by column
     * @param top edge of the row on the sheet, in pixels
     */
    void mark(NavigableMap<Integer, Remarks> marks, double top) {
        NavigableMap<Integer, Remarks> left = new TreeMap<>(marks);
        List<XmlNode> parted = new ArrayList<>();
        int column = 0;
        for (XmlNode child : row.children()) {
            if (isCell(child) && child instanceof XmlElement cell) {
                int end = column + Odf.count(cell, Odf.COLUMNS_REPEATED);
                parted.addAll(part(cell, column, end, left.headMap(end, false), top));
                left = left.tailMap(end, true);
                column = end;
            } else {
                parted.add(child);
            }
        }
        if (!left.isEmpty()) {
            parted.addAll(part(new XmlElement(Odf.CELL), column, left.lastKey() + 1, left, top));
        }
        row.children().clear();
        row.children().addAll(parted);
    }

    /** The cell as many times as the marks ask for, from one column to before another. */
    private List<XmlElement> part(
            XmlElement cell, int from, int end, NavigableMap<Integer, Remarks> marks, double top) {
        List<XmlElement> parts = new ArrayList<>();
        int column = from;
        for (var mark : marks.entrySet()) {
            int marked = mark.getKey();
            if (marked > column) {
                parts.add(copies(cell, marked - column));
            }
            XmlElement one = copies(cell, 1);
            String style = style(cell, marked);
            one.set(Odf.STYLE_OF, styles.coloured(style, mark.getValue().gravity()));
            OdsNote.say(one, mark.getValue(), styles.worn(style), columns.right(marked), top);
            parts.add(one);
            column = marked + 1;
        }
        if (end > column) {
            parts.add(copies(cell, end - column));
        }
        return parts;
    }

    private static XmlElement copies(XmlElement cell, int count) {
        XmlElement copy = cell.copy();
        Odf.setCount(copy, Odf.COLUMNS_REPEATED, count);
        return copy;
    }

    /** What the cell shows: its own style, or that of its row, or that of its column. */
    private String style(XmlElement cell, int column) {
        String own = cell.get(Odf.STYLE_OF);
        String ofRow = row.get(Odf.DEFAULT_STYLE_OF);
        return own != null ? own : ofRow != null ? ofRow : columns.style(column);
    }
}
