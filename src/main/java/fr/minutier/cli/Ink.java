package fr.minutier.cli;

import fr.minutier.certification.Gravity;
import java.util.Map;

/** The colours of the terminal; none where nobody watches, or where NO_COLOR (no-color.org) asks for none. */
record Ink(boolean coloured) {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** Bold too, so that no gravity is told by its colour alone. */
    private static final Map<Gravity, String> CODES = Map.of(
            Gravity.BLOQUANTE, "\u001b[1;31m",
            Gravity.A_ARBITRER, "\u001b[1;35m",
            Gravity.AVERTISSEMENT, "\u001b[33m",
            Gravity.INFORMATION, "\u001b[36m");

    /** The ink of a terminal that is that wide; 0 columns when nobody watches. */
    static Ink of(int columns, Map<String, String> environment) {
        return new Ink(columns > 0
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM")));
    }

    /** What the lines below it speak of. */
    String heading(String words) {
        return coloured ? BOLD + words + PLAIN : words;
    }

    /** The line, the word of its gravity in colour where it first stands between wide spaces. */
    String gravity(Gravity gravity, String line) {
        String word = "  " + gravity.word();
        int at = line.indexOf(word + "  ");
        if (!coloured || at < 0) {
            return line;
        }
        int end = at + word.length();
        return line.substring(0, at + 2)
                + CODES.getOrDefault(gravity, "")
                + gravity.word()
                + PLAIN
                + line.substring(end);
    }
}
