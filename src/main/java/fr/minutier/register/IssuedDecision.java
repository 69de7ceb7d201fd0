package fr.minutier.register;

/**
 * What an edition says of one candidate.
 *
 * @param candidate the candidate's number
 * @param decision the decision's code, e.g. {@code ADMIS}
 */
public record IssuedDecision(String candidate, String decision) {
    /** Refuses blanks. */
    public IssuedDecision {
        if (candidate.isBlank() || decision.isBlank()) {
            throw new IllegalArgumentException("a decision has a candidate and a code");
        }
    }
}
