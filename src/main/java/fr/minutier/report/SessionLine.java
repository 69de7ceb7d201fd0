package fr.minutier.report;

import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session in a few figures, as the page of the night shows it.
 *
 * @param id names the session's folder
 * @param label of the session; empty when it is not known
 * @param status word of the bordereau; empty when it is not known
 * @param candidates rows read; the next four add up to it unless the session is withheld
 * @param admitted candidates who hold all blocks
 * @param partial candidates who hold some
 * @param failed candidates who hold none
 * @param reserved candidates whose result is withheld
 * @param blocking anomalies that block
 * @param toSettle anomalies that wait for the jury
 * @param withheld whether nothing at all is produced for the session
 * @param files the bordereaux that carry it, as a person names them
 * @param changes since the edition before, in one line; empty when there is none, or none is known yet
 */
public record SessionLine(
        String id,
        String label,
        String status,
        int candidates,
        int admitted,
        int partial,
        int failed,
        int reserved,
        int blocking,
        int toSettle,
        boolean withheld,
        List<String> files,
        String changes) {
    /** Refuses what is no name of a folder; keeps its own copy of the files. */
    public SessionLine {
        if (!Session.ID.matcher(id).matches()) {
            throw new IllegalArgumentException("identifiant de session invalide");
        }
        files = List.copyOf(files);
    }

    /**
     * The figures of a session that was just checked.
     *
     * @param id names the session's folder
     * @param deliberation null when the session is withheld
     */
    public static SessionLine of(String id, Checked checked, @Nullable Deliberation deliberation) {
        Session session = checked.session();
        return new SessionLine(
                id,
                session == null ? "" : session.label(),
                session == null ? "" : session.status().label(),
                checked.candidates(),
                count(deliberation, Verdict.ADMIS),
                count(deliberation, Verdict.PARTIEL),
                count(deliberation, Verdict.AJOURNE),
                count(deliberation, Verdict.RESERVE),
                count(checked, Gravity.BLOQUANTE),
                count(checked, Gravity.A_ARBITRER),
                deliberation == null,
                checked.files(),
                "");
    }

    /** The same figures, with what changed since the edition before. */
    public SessionLine with(String changed) {
        return new SessionLine(
                id,
                label,
                status,
                candidates,
                admitted,
                partial,
                failed,
                reserved,
                blocking,
                toSettle,
                withheld,
                files,
                changed);
    }

    private static int count(@Nullable Deliberation deliberation, Verdict verdict) {
        return deliberation == null ? 0 : Math.toIntExact(deliberation.count(verdict));
    }

    private static int count(Checked checked, Gravity gravity) {
        return Math.toIntExact(checked.anomalies().stream()
                .map(Anomaly::gravity)
                .filter(gravity::equals)
                .count());
    }
}
