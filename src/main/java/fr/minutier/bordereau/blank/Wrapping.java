package fr.minutier.bordereau.blank;

/** How many lines a text takes in a cell: a row of a file has the height that is written there, and no other. */
final class Wrapping {
    private Wrapping() {}

    /** The lines of a text that is broken between words at that many characters. */
    static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
        }
        return lines;
    }
}
