package fr.minutier.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a candidate's result is withheld.
 *
 * @param declared the reason written in the bordereau, or null
 * @param anomalies codes of the anomalies that withhold it, without repetition; may be empty when a reason is declared
 */
public record Reserve(@Nullable String declared, List<String> anomalies) {
    public Reserve {
        anomalies = List.copyOf(anomalies);
        if (declared == null && anomalies.isEmpty()) {
            throw new IllegalArgumentException("un résultat réservé a une raison");
        }
    }

    /** The reason in one line. */
    public String inFrench() {
        String codes = String.join(", ", anomalies);
        if (declared == null) {
            return codes;
        }
        return anomalies.isEmpty() ? declared : declared + "\u00a0; " + codes;
    }
}
