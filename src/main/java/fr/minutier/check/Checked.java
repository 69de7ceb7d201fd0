package fr.minutier.check;

import fr.minutier.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What checking the bordereaux of a session gives.
 *
 * @param sessionId the session it is tied to, or null when it can be tied to none
 * @param session null when an anomaly of the session's own withholds it whole
 * @param candidates how many rows of candidates were read
 * @param anomalies all of them, in the order of files, sheets and cells
 * @param files the bordereaux, as a person names them, in their order
 */
public record Checked(
        @Nullable String sessionId,
        @Nullable Session session,
        int candidates,
        List<Anomaly> anomalies,
        List<String> files) {
    public Checked {
        anomalies = List.copyOf(anomalies);
        files = List.copyOf(files);
        if (session != null && anomalies.stream().anyMatch(Anomaly::withholdsSession)) {
            throw new IllegalArgumentException("une session retenue ne se délibère pas");
        }
    }

    /** Whether an anomaly withholds something. */
    public boolean withholds() {
        return anomalies.stream().anyMatch(Anomaly::withholds);
    }
}
