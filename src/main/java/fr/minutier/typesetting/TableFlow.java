package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays a table out: one piece a row, or one piece a line for a row that is higher than a page. */
final class TableFlow {
    private static final double SIDE = 5;
    private static final double ABOVE = 3;
    private static final double HAIRLINE = 0.4;
    /** Above and below, between rows that belong together. */
    private static final double INSIDE = 0.5;
    /** How far the first cell of a row that belongs to the one above stands in. */
    private static final double INDENT = 9;
    /** No table is set smaller, in points. */
    private static final double SMALLEST = 6.5;
    /** A number alone in its cell, or the dash that stands for one, and its decimals. */
    private static final Pattern NUMBER = Pattern.compile("\\s*(?:\\d[\\d\u00a0\u202f]*|–)(,\\d+)?\\s*");

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
        double[][] decimals = decimals(table, place.bold());
        double[] widest = widest(decimals);
        double[] words = words(table, place, decimals, widest);
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
            Block.Row row = table.rows().get(r);
            boolean joins = r < last && table.rows().get(r + 1).joined();
            List<SetCell> cells = cells(table, row, widths, area, body.child("TR"), false);
            align(cells, decimals[r], widest);
            // The first two rows stay together, and the last two: none stands alone under the head.
            boolean sticky = joins || r == last - 1 || (r == 0 && last > 0);
            for (Piece piece : row(cells, area, lineHeight, pageHeight - head.height(), row.joined(), joins)) {
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

    /** Joined to the row above, there is less room between them; joining the row below, there is no rule either. */
    private List<Piece> row(
            List<SetCell> cells, Area area, double lineHeight, double room, boolean joined, boolean joins) {
        int most = most(cells);
        double over = joined ? INSIDE : ABOVE;
        double under = joins ? INSIDE : ABOVE;
        double height = most * lineHeight + over + under;
        // One piece, or one for each line of a row that is higher than a page.
        int strips = height <= room ? 1 : most;
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < strips; i++) {
            int from = i;
            int to = strips == 1 ? most : i + 1;
            double above = i == 0 ? over : 0;
            double below = to == most ? under : 0;
            double strip = above + (to - from) * lineHeight + below;
            pieces.add(new Piece(0, strip, (pen, top) -> {
                cells.forEach(cell -> cell(pen, cell, from, to, top - above, lineHeight));
                if (to == most && !joins) {
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
        int most = 1;
        for (SetCell cell : cells) {
            most = Math.max(most, cell.lines.size());
        }
        return most;
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
            double indent = c == 0 && row.joined() ? INDENT : 0;
            Area place = area.within(x + SIDE + indent, widths[c] - 2 * SIDE - indent)
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

    /** The width of the decimals of a cell at a size of one point, comma included; negative when it is no number. */
    private double decimals(Block.Cell cell, boolean bold) {
        String plain = cell.text().plain();
        // No number: seen without the pattern, since most cells are none.
        if (plain.isEmpty() || Character.isLetter(plain.charAt(0))) {
            return -1;
        }
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            return -1;
        }
        if (number.group(1) == null) {
            return 0;
        }
        Text.Span first = cell.text().spans().getFirst();
        return breaker.widestWord(new Text(List.of(new Text.Span(number.group(1), first.bold(), false))), 1, bold);
    }

    /** The decimals of each cell, by rows; in columns that are aligned on the right alone. */
    private double[][] decimals(Block.Table table, boolean bold) {
        double[][] decimals = new double[table.rows().size()][table.columns().size()];
        for (int r = 0; r < decimals.length; r++) {
            List<Block.Cell> cells = table.rows().get(r).cells();
            Arrays.setAll(
                    decimals[r],
                    c -> table.columns().get(c).align() == Block.Align.RIGHT ? decimals(cells.get(c), bold) : -1);
        }
        return decimals;
    }

    /** The widest decimals of each column. */
    private static double[] widest(double[][] decimals) {
        double[] widest = new double[decimals[0].length];
        for (double[] row : decimals) {
            Arrays.setAll(widest, c -> Math.max(widest[c], row[c]));
        }
        return widest;
    }

    /** Moves numbers to the left until the commas of their columns stand below each other. */
    private static void align(List<SetCell> cells, double[] decimals, double[] widest) {
        for (int c = 0; c < widest.length; c++) {
            if (decimals[c] >= 0 && widest[c] > decimals[c]) {
                SetCell set = cells.get(c);
                Area area = set.area;
                double room = (widest[c] - decimals[c]) * area.size();
                cells.set(c, new SetCell(set.lines, area.within(-room, area.width()), set.tag));
            }
        }
    }

    /**
     * The longest word of each column at a size of one point; it grows with the size. A word that would take more than its
     * column's share, and more than a quarter of the table, may be cut rather than starve the other columns.
     */
    private double[] words(Block.Table table, Area area, double[][] decimals, double[] widest) {
        double[] words = new double[table.columns().size()];
        double shares =
                table.columns().stream().mapToDouble(Block.Column::share).sum();
        for (int c = 0; c < words.length; c++) {
            words[c] = breaker.widestWord(table.header().cells().get(c).text(), 1, true);
            for (int r = 0; r < decimals.length; r++) {
                Block.Row row = table.rows().get(r);
                Block.Cell cell = row.cells().get(c);
                double aligned = decimals[r][c] < 0 ? 0 : widest[c] - decimals[r][c];
                double indent = c == 0 && row.joined() ? INDENT / area.size() : 0;
                words[c] = Math.max(words[c], breaker.widestWord(cell.text(), 1, area.bold()) + aligned + indent);
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
