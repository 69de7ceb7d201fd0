package fr.minutier.check;

/** Turns of phrase that several rules share. */
final class Sentences {
    static final String FORMULA =
            "La formule n’a pas de résultat enregistré, ou a pour résultat 0 dans un classeur .xls, où rien ne distingue ce 0"
                    + " d’une formule jamais calculée\u00a0; ouvrez le classeur, laissez-le calculer et enregistrez-le"
                    + " au format .xlsx ou .ods, ou écrivez la valeur elle-même à la place de la formule.";

    private Sentences() {}

    static String quoted(String text) {
        return "«\u00a0" + text + "\u00a0»";
    }

    /** What to say of characters that the fonts of the acts lack. */
    static String unprintable(String characters) {
        String points = characters
                .codePoints()
                .mapToObj(point -> String.format("U+%04X", point))
                .collect(java.util.stream.Collectors.joining(", "));
        return "Un caractère de ce texte ne peut pas être imprimé (" + points
                + ")\u00a0: il disparaîtrait des actes\u00a0; remplacez-le.";
    }
}
