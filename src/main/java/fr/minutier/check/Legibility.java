package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.certification.FrenchCount;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Whether what is written can stand on the acts. */
final class Legibility {
    /** In characters: a row of a table is never parted over pages, and this many fill a narrow column of one. */
    private static final int LONGEST_OF_A_ROW = 1_000;

    /** In characters: several pages of the minutes. */
    private static final int LONGEST_OF_ALL = 20_000;

    private final UnaryOperator<String> unprintable;

    /** By the characters of a text that the fonts of the acts lack. */
    Legibility(UnaryOperator<String> unprintable) {
        this.unprintable = unprintable;
    }

    /**
     * A character without a glyph would vanish from the acts without a word, and a text of pages fits no table.
     *
     * @param tell takes what is wrong: the code, and the sentence
     */
    void of(Cell cell, BiConsumer<AnomalyCode, String> tell) {
        of(cell, LONGEST_OF_A_ROW, tell);
    }

    /** As {@link #of(Cell, BiConsumer)}, for a text that is printed in paragraphs of its own. */
    void ofParagraphs(Cell cell, BiConsumer<AnomalyCode, String> tell) {
        of(cell, LONGEST_OF_ALL, tell);
    }

    private void of(Cell cell, int longest, BiConsumer<AnomalyCode, String> tell) {
        String missing = unprintable.apply(cell.text());
        if (!missing.isEmpty()) {
            tell.accept(AnomalyCode.CARACTERE_NON_IMPRIMABLE, unprintable(missing));
        }
        int length = cell.text().codePointCount(0, cell.text().length());
        if (length > longest) {
            tell.accept(
                    AnomalyCode.TEXTE_TROP_LONG,
                    "Ce texte a " + FrenchCount.of(length, "caractère") + "\u00a0: les actes en impriment " + longest
                            + " au plus\u00a0; abrégez-le.");
        }
    }

    /**
     * How a text shows on the acts of others, the minutes above all, when it keeps its own candidate from having any: a
     * question mark stands for what cannot be printed, and of a text that is too long the beginning stays.
     */
    String shown(String text) {
        String shown = text;
        for (int lost : unprintable.apply(text).codePoints().toArray()) {
            shown = shown.replace(Character.toString(lost), "?");
        }
        boolean whole = shown.codePointCount(0, shown.length()) <= LONGEST_OF_A_ROW;
        return whole ? shown : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_OF_A_ROW)) + "…";
    }

    private static String unprintable(String characters) {
        String points = Sentences.listed(
                characters
                        .codePoints()
                        .mapToObj(point -> String.format("U+%04X", point))
                        .toList(),
                ", ");
        return "Un caractère de ce texte ne peut pas être imprimé (" + points
                + ")\u00a0: il disparaîtrait des actes\u00a0; remplacez-le.";
    }
}
