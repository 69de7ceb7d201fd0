package fr.minutier.deliberation;

import fr.minutier.session.Candidate;
import java.util.List;

/**
 * What is decided of one candidate.
 *
 * @param outcomes one for each block of the certification, in its order
 */
public record Decision(Candidate candidate, Verdict verdict, List<BlockOutcome> outcomes) {
    public Decision {
        outcomes = List.copyOf(outcomes);
    }

    /** The outcomes of the blocks held. */
    public List<BlockOutcome> held() {
        return outcomes.stream().filter(outcome -> outcome.issue().held()).toList();
    }

    /** The outcomes of the blocks still to acquire. */
    public List<BlockOutcome> missing() {
        return outcomes.stream().filter(outcome -> !outcome.issue().held()).toList();
    }
}
