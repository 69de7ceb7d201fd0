package fr.minutier.register;

import fr.minutier.deliberation.Account;
import java.util.List;

/**
 * All that an edition puts on record when it is published.
 *
 * @param outcome its counts
 * @param account what it says of its session
 * @param changes what changed since the edition before, in one line; empty when there is nothing to compare with
 * @param acts the acts in force with this edition; archived files of earlier ones are not among them
 */
public record Issue(Outcome outcome, Account account, String changes, List<IssuedAct> acts) {
    /** Copies the list. */
    public Issue {
        acts = List.copyOf(acts);
    }
}
