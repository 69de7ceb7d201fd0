package fr.minutier.report.annotated;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell wore before it was marked. The comment itself tells it, for a comment follows its cell wherever a person
 * moves it, and comes back with the file.
 *
 * @param fill six hexadecimal digits; null for none
 * @param text six hexadecimal digits; null when the text was not darkened
 */
record Colours(@Nullable String fill, @Nullable String text) {
    private static final String HEADING = "Couleurs d’origine\u00a0: ";
    private static final Pattern TOLD = Pattern.compile(
            "Couleurs d’origine\\h*:\\h*(?:fond\\h*(\\p{XDigit}{6}))?[,\\h]*(?:texte\\h*(\\p{XDigit}{6}))?");

    /** Writes the digits in capitals. */
    Colours {
        fill = fill == null ? null : fill.toUpperCase(Locale.ROOT);
        text = text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** As a comment tells them; none when it does not. */
    static Colours told(String comment) {
        Matcher told = TOLD.matcher(comment);
        return told.find() ? new Colours(told.group(1), told.group(2)) : new Colours(null, null);
    }

    /** The words that {@link #told} reads; empty when there is nothing to tell. */
    String words() {
        if (fill == null && text == null) {
            return "";
        }
        return HEADING
                + (fill == null ? "" : "fond " + fill)
                + (fill == null || text == null ? "" : ", ")
                + (text == null ? "" : "texte " + text);
    }

    /** The red, green and blue of a colour told, each from 0 to 255. */
    static int[] parts(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new int[] {value >> 16, value >> 8 & 0xFF, value & 0xFF};
    }

    /** Six hexadecimal digits. */
    static String digits(int red, int green, int blue) {
        return String.format(Locale.ROOT, "%02X%02X%02X", red & 0xFF, green & 0xFF, blue & 0xFF);
    }
}
