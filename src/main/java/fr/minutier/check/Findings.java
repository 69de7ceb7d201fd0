package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Gravity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All anomalies found so far, in the order in which the rules read. */
final class Findings {
    private final List<Anomaly> anomalies = new ArrayList<>();
    /** Cells that files contradict each other about: that is all there is to say of them. */
    private final Set<Address> disputed = new HashSet<>();

    void session(AnomalyCode code, Address where, String message) {
        if (!disputed.contains(where)) {
            anomalies.add(new Anomaly(where, Anomaly.Scope.SESSION, "", code.name(), code.gravity(), message));
        }
    }

    /** A cell of the session that another file contradicts; nothing else is told of it from here on. */
    void conflictOfSession(Address where, String message) {
        session(AnomalyCode.CONFLIT_FICHIERS, where, message);
        disputed.add(where);
    }

    /** A cell of a candidate that another file contradicts; nothing else is told of it from here on. */
    void conflictOfCandidate(CandidateRow row, Address where, String message) {
        candidate(row, AnomalyCode.CONFLIT_FICHIERS, where, message);
        disputed.add(where);
    }

    void candidate(CandidateRow row, AnomalyCode code, Address where, String message) {
        candidate(row, code.name(), code.gravity(), where, message);
    }

    /**
     * Something that the jury may settle by waiving it.
     *
     * @param fact what is wrong, a sentence without its full stop; all that is left of it once waived
     * @param remedy what to do, the second half of that sentence
     */
    void toSettle(CandidateRow row, String code, Gravity gravity, Address where, String fact, String remedy) {
        row.toSettle.put(candidate(row, code, gravity, where, fact + "\u00a0; " + remedy), fact);
    }

    private Anomaly candidate(CandidateRow row, String code, Gravity gravity, Address where, String message) {
        Anomaly anomaly = new Anomaly(where, Anomaly.Scope.CANDIDATE, row.number(), code, gravity, message);
        if (!disputed.contains(where)) {
            anomalies.add(anomaly);
            row.concernedBy(anomaly);
        }
        return anomaly;
    }

    /** Puts what the jury waived in the place of the anomaly it was. */
    void replace(CandidateRow row, Anomaly waived, Anomaly information) {
        anomalies.set(anomalies.indexOf(waived), information);
        row.noLongerConcernedBy(waived);
    }

    boolean withholdsSession() {
        return anomalies.stream().anyMatch(Anomaly::withholdsSession);
    }

    List<Anomaly> all() {
        return List.copyOf(anomalies);
    }
}
