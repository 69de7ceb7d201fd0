package fr.minutier.bordereau;

import java.text.Normalizer;
import java.util.Set;

/** How names of sheets, headers and keywords are compared. */
public final class Label {

    /** Ways to write "number" as a word of its own; N° is N once punctuation is gone. */
    private static final Set<String> NUMBER = Set.of("no", "nr", "num", "numero");

    private Label() {}

    /**
     * The label without regard to case, accents, spaces of any kind, punctuation, apostrophes and line breaks: letters
     * and digits only, in lower case. {@code N° candidat}, {@code Nº Candidat}, {@code No candidat} and {@code Numéro
     * candidat} all give {@code ncandidat}. Folding twice changes nothing more.
     */
    public static String fold(String label) {
        String parted = label.replace('\u00BA', ' ').replace('\u02DA', ' ').replace("\u2116", "n ");
        String plain = Normalizer.normalize(parted, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER) {
                append(word, Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(number(word));
                word.setLength(0);
            }
        }
        folded.append(number(word));
        return number(folded);
    }

    private static void append(StringBuilder word, int c) {
        switch (c) {
            case 'œ' -> word.append("oe");
            case 'æ' -> word.append("ae");
            case 'ß' -> word.append("ss");
            case 'ø' -> word.append('o');
            case 'ł' -> word.append('l');
            default -> word.appendCodePoint(c);
        }
    }

    private static String number(CharSequence word) {
        String written = word.toString();
        return NUMBER.contains(written) ? "n" : written;
    }
}
