package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What checking the bordereaux of a session gives.
 *
 * @param sessionId the session it is tied to, or null when it can be tied to none
 * @param session null when an anomaly of the session's own withholds it whole
 * @param candidates how many rows of candidates were read
 * @param anomalies all of them, in the order of files, sheets and cells
 * @param files the bordereaux, as a person names them, in their order
 * @param corrective the corrective minutes that are asked for, or null when none are
 * @param places where each candidate stands, by number
 */
public record Checked(
        @Nullable String sessionId,
        @Nullable Session session,
        int candidates,
        List<Anomaly> anomalies,
        List<String> files,
        @Nullable Corrective corrective,
        Map<String, Address> places) {
    public Checked {
        anomalies = List.copyOf(anomalies);
        files = List.copyOf(files);
        places = Map.copyOf(places);
        if (session != null && anomalies.stream().anyMatch(Anomaly::withholdsSession)) {
            throw new IllegalArgumentException("une session retenue ne se délibère pas");
        }
    }

    /** What checking gives when no corrective minutes are asked for. */
    public Checked(
            @Nullable String sessionId,
            @Nullable Session session,
            int candidates,
            List<Anomaly> anomalies,
            List<String> files) {
        this(sessionId, session, candidates, anomalies, files, null, Map.of());
    }

    /**
     * Corrective minutes that a bordereau asks for.
     *
     * @param number 1 for the first that corrects the session
     * @param reason given by the jury; empty only where an anomaly says so
     */
    public record Corrective(int number, String reason) {}

    /** The same with one more anomaly, in its place among those of its sheet; without the session, when that withholds it. */
    public Checked with(Anomaly anomaly) {
        List<Anomaly> all = new ArrayList<>(anomalies);
        int place = 0;
        while (place < all.size() && !follows(all.get(place).where(), anomaly.where())) {
            place++;
        }
        all.add(place, anomaly);
        return new Checked(
                sessionId, anomaly.withholdsSession() ? null : session, candidates, all, files, corrective, places);
    }

    private static boolean follows(Address one, Address other) {
        return one.file().equals(other.file())
                && one.sheet().equals(other.sheet())
                && (one.row() > other.row() || (one.row() == other.row() && one.column() > other.column()));
    }

    /** Whether an anomaly withholds something. */
    public boolean withholds() {
        return anomalies.stream().anyMatch(Anomaly::withholds);
    }
}
