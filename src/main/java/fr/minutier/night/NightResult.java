package fr.minutier.night;

import fr.minutier.check.Anomaly;
import fr.minutier.register.Outcome;
import fr.minutier.report.SessionLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a night.
 *
 * @param sessions in the order of their names
 * @param unattached anomalies of files that belong to no session, or that touch a closed one
 * @param stopped whether it was asked to stop before all was done
 */
public record NightResult(List<SessionResult> sessions, List<Anomaly> unattached, boolean stopped) {
    public NightResult {
        sessions = List.copyOf(sessions);
        unattached = List.copyOf(unattached);
    }

    /** How a session fared. */
    public enum Fate {
        /** Its folder was made. */
        MADE,
        /** Nothing changed since its folder was made. */
        UNCHANGED,
        /** It is closed, and says what it said when it was. */
        CLOSED,
        /** It is closed, and now says something else: nothing was touched. */
        CLOSED_AND_CHANGED,
        /** Its folder would be made, were this no rehearsal. */
        WOULD_BE_MADE,
        /** A folder that this program did not make has its name and its place: nothing was touched. */
        IN_THE_WAY,
        /** Its file changed while the night went on: left for the next one. */
        LEFT,
        /** The night was asked to stop before it was done: it waits for the next one. */
        STOPPED,
        /** The program failed on it. */
        FAILED
    }

    /**
     * One session.
     *
     * @param line its figures
     * @param withholds whether an anomaly withholds something of it
     * @param outcome what was made, when its folder was made
     * @param actsByKind how many acts of each kind were made
     */
    public record SessionResult(
            SessionLine line,
            Fate fate,
            boolean withholds,
            @Nullable Outcome outcome,
            Map<String, Long> actsByKind) {}

    /** Whether an anomaly withheld something: exit status 3. A closed session that is left alone withholds nothing. */
    public boolean withheld() {
        return unattached.stream().anyMatch(Anomaly::withholds)
                || sessions.stream()
                        .anyMatch(session -> session.fate() == Fate.CLOSED_AND_CHANGED
                                || session.fate() == Fate.IN_THE_WAY
                                || (session.fate() != Fate.CLOSED && session.withholds()));
    }

    /** How many sessions fared like this. */
    public int count(Fate fate) {
        return (int) sessions.stream().filter(session -> session.fate() == fate).count();
    }

    /** Whether the program failed on something: exit status 1. */
    public boolean failed() {
        return sessions.stream().anyMatch(session -> session.fate() == Fate.FAILED);
    }
}
