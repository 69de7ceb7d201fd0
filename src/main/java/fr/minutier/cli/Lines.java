package fr.minutier.cli;

import fr.minutier.bordereau.Address;
import fr.minutier.check.Anomaly;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Anomalies as lines of the terminal. */
final class Lines {
    private static final int INDENT = 6;

    private Lines() {}

    /**
     * File after file, one line to an anomaly: cell, gravity, code, candidate, sentence; the first two in columns.
     *
     * @param columns of the terminal, at which lines are folded between words; 0 to fold none
     * @param ink in which gravities are written
     */
    static String of(List<Anomaly> anomalies, int columns, Ink ink) {
        Map<String, List<Anomaly>> byFile = new LinkedHashMap<>();
        for (Anomaly anomaly : anomalies) {
            byFile.computeIfAbsent(anomaly.where().file(), file -> new ArrayList<>())
                    .add(anomaly);
        }
        StringBuilder text = new StringBuilder();
        byFile.forEach((file, inFile) -> {
            text.append(ink.heading(visible(file))).append('\n');
            int cells = inFile.stream()
                    .mapToInt(anomaly -> cell(anomaly.where()).length())
                    .max()
                    .orElse(0);
            int gravities = inFile.stream()
                    .mapToInt(anomaly -> anomaly.gravity().word().length())
                    .max()
                    .orElse(0);
            inFile.forEach(anomaly -> text.append(
                            ink.gravity(anomaly.gravity(), folded(line(anomaly, cells, gravities), columns, INDENT)))
                    .append('\n'));
        });
        return text.toString();
    }

    private static String line(Anomaly anomaly, int cells, int gravities) {
        String cell = cell(anomaly.where());
        String gravity = anomaly.gravity().word();
        return "  " + cell + " ".repeat(cells - cell.length()) + (cells == 0 ? "" : "  ")
                + gravity + " ".repeat(gravities - gravity.length()) + "  " + anomaly.code() + "  "
                + (anomaly.candidate().isBlank() ? "" : "candidat " + visible(anomaly.candidate()) + "\u00a0: ")
                + visible(anomaly.message());
    }

    /** {@code Feuille!N14}, the feuille alone, or nothing when the file as a whole is meant. */
    private static String cell(Address where) {
        return visible(where.sheet()) + (where.a1().isEmpty() ? "" : "!" + where.a1());
    }

    /** A line broken between words, so that none is wider than the terminal where that can be. */
    static String folded(String line, int columns, int indent) {
        if (columns == 0 || line.length() <= columns) {
            return line;
        }
        int room = Math.max(columns, 2 * indent + 20);
        StringBuilder text = new StringBuilder();
        String rest = line;
        while (rest.length() > room) {
            int end = rest.lastIndexOf(' ', room);
            if (end <= indent) {
                end = rest.indexOf(' ', room);
            }
            if (end < 0) {
                break;
            }
            text.append(rest, 0, end).append('\n');
            rest = " ".repeat(indent) + rest.substring(end + 1);
        }
        return text.append(rest).toString();
    }

    /** Characters that would steer the terminal are shown, not obeyed. */
    static String visible(String text) {
        return text.codePoints()
                .map(point -> switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        '\uFFFD';
                    default -> point;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
