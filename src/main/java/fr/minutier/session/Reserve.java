package fr.minutier.session;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a candidate's result is withheld.
 *
 * @param declared the reason written in the bordereau, or null
 * @param causes the anomalies that withhold it, without repetition; may be empty when a reason is declared
 */
public record Reserve(@Nullable String declared, List<Cause> causes) {
    public Reserve {
        causes = List.copyOf(causes);
        if (declared == null && causes.isEmpty()) {
            throw new IllegalArgumentException("un résultat réservé a une raison");
        }
    }

    /**
     * An anomaly that withholds.
     *
     * @param code its stable code
     * @param label what it is, in a few French words
     */
    public record Cause(String code, String label) {}

    /** The reason in one line, as acts print it. */
    public String inFrench() {
        return joined(causes.stream().map(Cause::label));
    }

    /** The reason in one line, with the codes by which the report names the anomalies. */
    public String inCodes() {
        return joined(causes.stream().map(Cause::code));
    }

    private String joined(Stream<String> words) {
        String anomalies = words.collect(Collectors.joining(", "));
        if (declared == null) {
            return anomalies;
        }
        return causes.isEmpty() ? declared : declared + "\u00a0; " + anomalies;
    }
}
