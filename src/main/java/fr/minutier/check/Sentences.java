package fr.minutier.check;

import fr.minutier.certification.FrenchCount;
import java.util.Collection;
import java.util.stream.Collectors;

/** Turns of phrase that several rules share. */
final class Sentences {
    static final String FORMULA =
            "La formule n’a pas de résultat enregistré, ou a pour résultat 0 dans un classeur .xls, où rien ne distingue ce 0"
                    + " d’une formule jamais calculée\u00a0; ouvrez le classeur, laissez-le calculer et enregistrez-le"
                    + " au format .xlsx ou .ods, ou écrivez la valeur elle-même à la place de la formule.";

    /** In characters: more of what somebody wrote says no more, and a sentence must stay one. */
    private static final int LONGEST_QUOTED = 120;

    private static final int MOST_LISTED = 10;

    private Sentences() {}

    /** What is written in a cell; of a text that is far too long, how it begins. */
    static String quoted(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST_QUOTED;
        return "«\u00a0" + (whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTED)) + "…")
                + "\u00a0»";
    }

    /** One after the other; of very many, the first ones and how many others. */
    static String listed(Collection<String> items, String separator) {
        String listed = items.stream().limit(MOST_LISTED).collect(Collectors.joining(separator));
        int others = items.size() - MOST_LISTED;
        return others <= 0 ? listed : listed + " et " + FrenchCount.of(others, "autre");
    }
}
