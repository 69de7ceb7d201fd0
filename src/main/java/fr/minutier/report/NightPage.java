package fr.minutier.report;

import fr.minutier.check.Anomaly;
import java.util.List;

/** The page of the night, {@code index.html} of the output folder. */
public final class NightPage {
    private NightPage() {}

    /**
     * The page, whole in one file.
     *
     * @param sessions in the order in which they are shown
     * @param unattached anomalies that no session's folder tells of: files that belong to no session, closed sessions
     */
    public static byte[] html(List<SessionLine> sessions, List<Anomaly> unattached) {
        return new byte[0];
    }
}
