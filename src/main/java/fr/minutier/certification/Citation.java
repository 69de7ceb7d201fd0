package fr.minutier.certification;

import java.util.regex.Pattern;

/** How articles of a text are cited, and kept together at the end of a line: {@code art. D. 451-19}. */
public final class Citation {
    /** An article in a sentence that {@link #unbroken} made, such as {@code D. 451-19}, for whoever breaks at hyphens. */
    public static final Pattern ARTICLE = Pattern.compile("(?:\\bart\\.\u00a0)?\\b[LRDA]\\.\u00a0\\d[\\d-]*\\b");

    private static final Pattern BREAKS =
            Pattern.compile("(?<=\\b(?:art\\.|articles?)) (?=[LRDA]\\. ?\\d|\\d)|(?<=\\b[LRDA]\\.) (?=\\d)");

    private Citation() {}

    /** The same sentence, with no-break spaces inside the articles that it cites. */
    public static String unbroken(String sentence) {
        return BREAKS.matcher(sentence).replaceAll("\u00a0");
    }
}
