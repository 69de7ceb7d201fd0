package fr.minutier.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The canonical text of an entry, in UTF-8, each line ended by one line feed: five lines that place it in its chain, then
 * one line a fact: its word, and {@code name=value} for each value that is there, parted by tabulations. In a value,
 * {@code \} is written {@code \\}, a tabulation {@code \t}, a line feed {@code \n}, a carriage return {@code \r}.
 */
public final class EntryText {
    /** The first line, by which the form is known. */
    public static final String FORM = "minutier-registre/1";

    /** The kind of an entry that says what an edition decided and issued. */
    public static final String EDITION = "edition";

    /** The kind of an entry that says what was sent to somebody, or refused for good. */
    public static final String SENDING = "envoi";

    private static final int PLACING_LINES = 5;
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private EntryText() {}

    /** The whole text. */
    static String of(String session, int rank, String kind, String previous, List<String> facts) {
        StringBuilder text = new StringBuilder(placing(session, rank, kind, previous));
        facts.forEach(fact -> text.append(fact).append('\n'));
        return text.toString();
    }

    /** The lines that place an entry in its chain. */
    public static String placing(String session, int rank, String kind, String previous) {
        return FORM + "\nsession\t" + session + "\nrang\t" + rank + "\nnature\t" + kind + "\nprecedent\t" + previous
                + "\n";
    }

    /** The line of a fact; values that are not there are left out. */
    static String fact(String word, Map<String, Optional<String>> values) {
        StringBuilder line = new StringBuilder(word);
        values.forEach((name, value) -> value.ifPresent(
                written -> line.append('\t').append(name).append('=').append(escaped(written))));
        return line.toString();
    }

    /** The lines of facts of a text, in their order. */
    public static List<String> facts(String text) {
        return text.lines().skip(PLACING_LINES).toList();
    }

    /** The value of one of the lines that place an entry; empty when there is no such line. */
    public static String placed(String text, String word) {
        return text.lines()
                .limit(PLACING_LINES)
                .filter(line -> line.startsWith(word + "\t"))
                .findFirst()
                .map(line -> line.substring(word.length() + 1))
                .orElse("");
    }

    /** The word of a fact. */
    public static String word(String fact) {
        int end = fact.indexOf('\t');
        return end < 0 ? fact : fact.substring(0, end);
    }

    /** The values of a fact by their names. */
    public static Map<String, String> values(String fact) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : List.of(fact.split("\t", -1))) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), unescaped(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String value) {
        return ESCAPED.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "t" -> "\t";
                            case "n" -> "\n";
                            case "r" -> "\r";
                            default -> found.group(1);
                        }));
    }
}
