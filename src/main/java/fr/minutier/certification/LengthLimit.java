package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Bounds on the length of a written work, both included.
 *
 * @param column header of its column in the bordereau
 * @param measures column of the component whose work is measured: the length is asked only where that one bears a mark
 * @param unit what is counted, in French plural
 * @param notCounted what the count leaves out, or empty
 * @param anomaly code of the anomaly that a length out of bounds raises
 * @param gravity of that anomaly and of a missing length
 */
public record LengthLimit(
        String column,
        String measures,
        String unit,
        BigDecimal minimum,
        BigDecimal maximum,
        String notCounted,
        String anomaly,
        Gravity gravity,
        Source source) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{3,}");

    public LengthLimit {
        if (minimum.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("le minimum dépasse le maximum");
        }
        if (!CODE.matcher(anomaly).matches()) {
            throw new IllegalArgumentException(
                    "«\u00a0anomalie\u00a0» est un code en capitales, par exemple LONGUEUR_DOSSIER");
        }
    }

    /** Whether a length lies within the bounds, bounds included. */
    public boolean allows(BigDecimal length) {
        return length.compareTo(minimum) >= 0 && length.compareTo(maximum) <= 0;
    }
}
