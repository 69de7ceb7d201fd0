package fr.minutier.register;

import java.util.List;

/**
 * All that an edition puts on record when it is published.
 *
 * @param outcome its counts
 * @param decisions one per candidate, in the order of the bordereau
 * @param acts the acts in force with this edition; archived files of earlier ones are not among them
 */
public record Issue(Outcome outcome, List<IssuedDecision> decisions, List<IssuedAct> acts) {
    /** Copies the lists. */
    public Issue {
        decisions = List.copyOf(decisions);
        acts = List.copyOf(acts);
    }
}
