package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Citation;
import fr.minutier.certification.Gravity;

/**
 * Something wrong at a named cell.
 *
 * @param where the cell, the row or the file at fault
 * @param scope whether it touches the whole session or one candidate
 * @param candidate number of the candidate as written; empty for the session, or when the number itself is missing
 * @param code stable, in capitals
 * @param message one French sentence: what is wrong, what to do
 */
public record Anomaly(Address where, Scope scope, String candidate, String code, Gravity gravity, String message) {
    /** Keeps the articles that the sentence cites from breaking over lines. */
    public Anomaly {
        message = Citation.unbroken(message);
    }

    /** What an anomaly touches. */
    public enum Scope {
        SESSION,
        CANDIDATE
    }

    /** Whether it withholds something as it stands. */
    public boolean withholds() {
        return gravity == Gravity.BLOQUANTE || gravity == Gravity.A_ARBITRER;
    }

    /** Whether it withholds the whole session. */
    public boolean withholdsSession() {
        return scope == Scope.SESSION && withholds();
    }
}
