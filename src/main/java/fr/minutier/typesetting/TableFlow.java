package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays a table out: one piece a row, or one piece a line for a row that is higher than a page. */
final class TableFlow {
    private static final double SIDE = 5;
    private static final double ABOVE = 3;
    private static final double HAIRLINE = 0.4;
    /** No table is set smaller, in points. */
    private static final double SMALLEST = 6.5;

    private final Style style;
    private final LineBreaker breaker;
    private final double pageHeight;

    TableFlow(Style style, LineBreaker breaker, double pageHeight) {
        this.style = style;
        this.breaker = breaker;
        this.pageHeight = pageHeight;
    }

    /** One cell ready to draw. */
    private record SetCell(List<Line> lines, Area area, Tag tag) {}

    List<Piece> pieces(Block.Table table, Area place, Tag parent) {
        double[] words = words(table, place);
        Area area = legible(words, place);
        double[] widths = widths(table, words, area);
        Tag tag = parent.child("Table");
        double lineHeight = area.size() * style.lineHeight() * 0.94;
        Piece head = header(table, widths, area, tag.child("THead").child("TR"), lineHeight);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(head.after(area.size() * 0.9).stickyIf(true));
        Tag body = tag.child("TBody");
        int last = table.rows().size() - 1;
        for (int r = 0; r <= last; r++) {
            List<SetCell> cells = cells(table, table.rows().get(r), widths, area, body.child("TR"), false);
            // The first two rows stay together, and the last two: none stands alone under the head.
            boolean sticky = r == last - 1 || (r == 0 && last > 0);
            for (Piece piece : row(cells, area, lineHeight, pageHeight - head.height())) {
                pieces.add(piece.under(head).stickyIf(sticky));
            }
        }
        return pieces;
    }

    private Piece header(Block.Table table, double[] widths, Area area, Tag row, double lineHeight) {
        List<SetCell> cells = cells(table, table.header(), widths, area, row, true);
        int most = most(cells);
        double height = most * lineHeight + 2 * ABOVE + 2;
        return new Piece(0, height, (pen, top) -> {
            pen.box(
                    area.x(),
                    top - height,
                    area.width(),
                    height,
                    style.colours().tint());
            pen.rule(area.x(), top - height, area.width(), 0.8, style.colours().accent());
            for (SetCell cell : cells) {
                // Titles stand on the rule, however many lines their neighbours have.
                double y = top - ABOVE - 1 - (most - cell.lines.size()) * lineHeight;
                cell(pen, cell, 0, cell.lines.size(), y, lineHeight);
            }
        });
    }

    private List<Piece> row(List<SetCell> cells, Area area, double lineHeight, double room) {
        int most = most(cells);
        double height = most * lineHeight + 2 * ABOVE;
        List<Piece> pieces = new ArrayList<>();
        if (height <= room) {
            pieces.add(new Piece(0, height, (pen, top) -> {
                cells.forEach(cell -> cell(pen, cell, 0, cell.lines.size(), top - ABOVE, lineHeight));
                pen.rule(
                        area.x(),
                        top - height,
                        area.width(),
                        HAIRLINE,
                        style.colours().rule());
            }));
            return pieces;
        }
        for (int i = 0; i < most; i++) {
            int line = i;
            double above = i == 0 ? ABOVE : 0;
            double below = i == most - 1 ? ABOVE : 0;
            double strip = above + lineHeight + below;
            pieces.add(new Piece(0, strip, (pen, top) -> {
                cells.forEach(cell -> cell(pen, cell, line, line + 1, top - above, lineHeight));
                if (below > 0) {
                    pen.rule(
                            area.x(),
                            top - strip,
                            area.width(),
                            HAIRLINE,
                            style.colours().rule());
                }
            }));
        }
        return pieces;
    }

    private static int most(List<SetCell> cells) {
        return cells.stream().mapToInt(cell -> cell.lines.size()).max().orElse(1);
    }

    private static void cell(Pen pen, SetCell cell, int from, int to, double top, double lineHeight) {
        pen.touch(cell.tag);
        Area area = cell.area;
        double y = top;
        for (int i = from; i < Math.min(to, cell.lines.size()); i++) {
            Line line = cell.lines.get(i);
            double baseline = y - lineHeight / 2 - area.size() * 0.35;
            pen.text(cell.tag, line, area.start(line), baseline, area.size(), area.colour());
            y -= lineHeight;
        }
    }

    private List<SetCell> cells(Block.Table table, Block.Row row, double[] widths, Area area, Tag tag, boolean header) {
        List<SetCell> cells = new ArrayList<>();
        double x = 0;
        for (int c = 0; c < widths.length; c++) {
            Block.Cell cell = row.cells().get(c);
            Area place = area.within(x + SIDE, widths[c] - 2 * SIDE)
                    .aligned(table.columns().get(c).align());
            Area inked = header ? place.heading(area.size(), style.colours().heading()) : place;
            Tag role = header
                    ? tag.child("TH", "Table", "Scope", "Column")
                    : cell.heading() ? tag.child("TH", "Table", "Scope", "Row") : tag.child("TD");
            cells.add(new SetCell(breaker.lines(cell.text(), inked.size(), inked.width(), inked.bold()), inked, role));
            x += widths[c];
        }
        return cells;
    }

    /**
     * The longest word of each column at a size of one point; it grows with the size. A word that would take more than its
     * column's share, and more than a quarter of the table, may be cut rather than starve the other columns.
     */
    private double[] words(Block.Table table, Area area) {
        double[] words = new double[table.columns().size()];
        double shares =
                table.columns().stream().mapToDouble(Block.Column::share).sum();
        for (int c = 0; c < words.length; c++) {
            words[c] = breaker.widestWord(table.header().cells().get(c).text(), 1, true);
            for (Block.Row row : table.rows()) {
                words[c] =
                        Math.max(words[c], breaker.widestWord(row.cells().get(c).text(), 1, area.bold()));
            }
            double share = Math.max(0.25, table.columns().get(c).share() / shares);
            words[c] = Math.min(words[c], (area.width() * share - 2 * SIDE) / area.size());
        }
        return words;
    }

    /** The widths at which no word need be cut. */
    private static double[] least(double[] words, double size) {
        // A hundredth of a point of slack, so that a word does not break on a rounded sum.
        return Arrays.stream(words).map(word -> word * size + 2 * SIDE + 0.01).toArray();
    }

    /** The size at which no word need be cut, if there is one that can still be read. */
    private static Area legible(double[] words, Area area) {
        double size = area.size();
        while (size > SMALLEST && sum(least(words, size)) > area.width()) {
            size -= 0.25;
        }
        return area.sized(size);
    }

    /** The shares that the template gives, except that no column is too narrow for its longest word while another has room. */
    private static double[] widths(Block.Table table, double[] words, Area area) {
        double[] least = least(words, area.size());
        double needed = sum(least);
        double shares =
                table.columns().stream().mapToDouble(Block.Column::share).sum();
        double[] widths = new double[least.length];
        double wanted = 0;
        double spare = 0;
        for (int c = 0; c < widths.length; c++) {
            widths[c] = needed > area.width()
                    ? least[c] * area.width() / needed
                    : area.width() * table.columns().get(c).share() / shares;
            wanted += Math.max(0, least[c] - widths[c]);
            spare += Math.max(0, widths[c] - least[c]);
        }
        if (needed > area.width() || wanted == 0) {
            return widths;
        }
        for (int c = 0; c < widths.length; c++) {
            double room = widths[c] - least[c];
            widths[c] = room < 0 ? least[c] : widths[c] - room * wanted / spare;
        }
        return widths;
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }
}
