package fr.minutier.typesetting;

import fr.minutier.typesetting.Flow.Area;
import fr.minutier.typesetting.LineBreaker.Line;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a bar chart: one bar for each row of a table whose last column is a number. Its words are said by its alt text. */
final class ChartFlow {
    /** The widest that one bar and its free room may be, in points. */
    private static final double WIDEST = 62;
    /** The part of that room which is the bar itself. */
    private static final double FILLED = 0.62;

    private final Style style;
    private final LineBreaker breaker;

    ChartFlow(Style style, LineBreaker breaker) {
        this.style = style;
        this.breaker = breaker;
    }

    private record Bar(String label, String number, double value) {}

    /** The chart as one piece of that height, which sticks to what follows. */
    Piece piece(Text caption, Block.Table table, Area area, double height, Tag parent) {
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
