package fr.minutier.bordereau.blank;

import java.util.Locale;

/** Sizes that both formats share. Only lengths on paper and screen are binary fractions here. */
final class Measures {
    /** Of every page, but for the bottom where the format counts the footer in. */
    static final double MARGIN_INCHES = 0.4;

    static final double BOTTOM_INCHES = 0.75;

    static final double COMMENT_INCHES = 3.6;

    private static final double LINE_POINTS = 13;
    private static final double MARGIN_POINTS = 4;
    private static final double DOTS_AN_INCH = 96;

    /** At 96 dots to the inch, of a character in the size of entry cells, bold ones included. */
    private static final double DOTS_A_CHARACTER = 7.3;

    /** In characters. */
    static final int AROUND = 2;

    private static final double COMMENT_LINE_INCHES = 0.165;

    /** Characters in one line of a comment. */
    private static final int COMMENT_LINE = 52;

    private Measures() {}

    /** Of a row of that many lines, in points. */
    static float height(int lines) {
        return (float) (lines * LINE_POINTS + MARGIN_POINTS);
    }

    /** Of a column of that many characters and what stands around them, in inches, as they are written in a file. */
    static String width(int characters) {
        return inches((characters + AROUND) * DOTS_A_CHARACTER / DOTS_AN_INCH);
    }

    /** Of a comment, in inches, as they are written in a file. */
    static String commentHeight(String text) {
        return inches(commentLines(text) * COMMENT_LINE_INCHES);
    }

    /** How many lines a comment takes, a margin included. */
    static int commentLines(String text) {
        return text.lines().mapToInt(line -> Wrapping.lines(line, COMMENT_LINE)).sum() + 1;
    }

    private static String inches(double size) {
        return String.format(Locale.ROOT, "%.3f", size);
    }
}
