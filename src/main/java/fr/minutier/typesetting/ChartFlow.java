package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a bar chart: one bar for each row of a table whose last column is a number. Its words are said by its alt text. */
final class ChartFlow {
    /** The widest that one bar and its free room may be, in points. */
    private static final double WIDEST = 62;
    /** The part of that room which is the bar itself. */
    private static final double FILLED = 0.62;

    /** The width of the table beside the bars, in points. */
    private static final double NUMBERS = 170;

    private final Style style;
    private final LineBreaker breaker;
    private final double pageHeight;

    ChartFlow(Style style, LineBreaker breaker, double pageHeight) {
        this.style = style;
        this.breaker = breaker;
        this.pageHeight = pageHeight;
    }

    private record Bar(String label, String number, double value) {}

    /** The table of the numbers, laid out in the empty {@code table}, with the bars at its right; above it if it is long. */
    List<Piece> pieces(Block.Chart chart, Area area, Tag tag, Flow table) {
        double numbers = Math.min(area.width() * 0.4, NUMBERS);
        Area bars = area.within(numbers + Flow.GUTTER, area.width() - numbers - Flow.GUTTER);
        table.add(List.of(chart.table()), area.within(0, numbers), tag);
        double height = Math.min(table.height(), pageHeight * 0.8);
        Piece drawn = piece(chart.caption(), chart.table(), bars, height, tag);
        if (table.height() > height) {
            List<Piece> pieces = new ArrayList<>(List.of(drawn));
            pieces.addAll(table.pieces());
            return pieces;
        }
        return List.of(new Piece(area.size() * 0.6, height, (pen, top) -> {
            table.draw(pen, top);
            drawn.ink().draw(pen, top);
        }));
    }

    /** The chart as one piece of that height, which sticks to what follows. */
    private Piece piece(Text caption, Block.Table table, Area area, double height, Tag parent) {
        List<Bar> bars = table.rows().stream().map(ChartFlow::bar).toList();
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double size = style.sizes().small();
        double room = Math.min(WIDEST, area.width() / Math.max(1, bars.size()));
        double labels = size * 1.9;
        Tag tag = parent.child("Figure");
        String alternative = caption.plain().strip()
                + bars.stream()
                        .map(bar -> bar.label() + " : " + bar.number())
                        .collect(Collectors.joining(", ", " ", "."));
        return new Piece(area.size() * 0.6, height, (pen, top) -> {
                    double base = top - height + labels;
                    double tallest = height - labels - size * 1.8;
                    double wide = room * bars.size();
                    pen.figure(tag, alternative, area.x(), top - height, wide, height, () -> {
                        for (int i = 0; i < bars.size(); i++) {
                            Bar bar = bars.get(i);
                            double x = area.x() + i * room;
                            double rise = most == 0 ? 0 : tallest * bar.value() / most;
                            pen.fill(
                                    x + room * (1 - FILLED) / 2,
                                    base,
                                    room * FILLED,
                                    rise,
                                    style.colours().accent());
                            word(pen, tag, bar.number(), x, room, base + rise + size * 0.45, size, true);
                            word(pen, tag, bar.label(), x, room, base - size * 1.3, size, false);
                        }
                        pen.fill(
                                area.x(), base - 0.4, wide, 0.8, style.colours().rule());
                    });
                })
                .stickyIf(true);
    }

    private void word(
            Pen pen, Tag tag, String word, double x, double room, double baseline, double size, boolean bold) {
        Line line = breaker.lines(Text.of(word), size, Double.MAX_VALUE, bold).getFirst();
        double fitted = line.width() > room - 2 ? size * (room - 2) / line.width() : size;
        double width = line.width() * fitted / size;
        pen.text(
                tag,
                line,
                x + (room - width) / 2,
                baseline,
                fitted,
                style.colours().text());
    }

    private static Bar bar(Block.Row row) {
        String number = row.cells().getLast().text().plain().strip();
        String digits = number.replaceAll("[^0-9,.]", "").replace(',', '.');
        return new Bar(
                row.cells().getFirst().text().plain().strip(),
                number,
                digits.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(digits) : 0);
    }
}
