package fr.minutier.cli;

import fr.minutier.bordereau.Address;
import fr.minutier.check.Anomaly;

/** An anomaly as one line of the terminal. */
final class Lines {
    private Lines() {}

    /** {@code fichier › Feuille!N14  CODE  phrase}. */
    static String of(Anomaly anomaly) {
        Address where = anomaly.where();
        StringBuilder line = new StringBuilder(visible(where.file()));
        if (!where.sheet().isEmpty()) {
            line.append(" › ").append(visible(where.sheet()));
            if (!where.a1().isEmpty()) {
                line.append('!').append(where.a1());
            }
        }
        return line.append("  ")
                .append(anomaly.code())
                .append("  ")
                .append(visible(anomaly.message()))
                .toString();
    }

    /** Characters that would steer the terminal are shown, not obeyed. */
    private static String visible(String text) {
        return text.codePoints()
                .map(point ->
                        Character.getType(point) == Character.CONTROL || Character.getType(point) == Character.FORMAT
                                ? '\uFFFD'
                                : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
