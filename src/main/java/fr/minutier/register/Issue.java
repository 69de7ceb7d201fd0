package fr.minutier.register;

import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Particulars;
import java.util.List;
import java.util.Optional;

/**
 * All that an edition puts on record when it is published.
 *
 * @param outcome its counts
 * @param account what it says of its session
 * @param changes what changed since the edition before, in one line; empty when there is nothing to compare with
 * @param acts the acts in force with this edition; archived files of earlier ones are not among them
 * @param particulars for those that may correct it; empty when it closes nothing
 */
public record Issue(
        Outcome outcome, Account account, String changes, List<IssuedAct> acts, Optional<Particulars> particulars) {
    /** Copies the list. */
    public Issue {
        acts = List.copyOf(acts);
    }

    /** What an edition that closes nothing puts on record. */
    public Issue(Outcome outcome, Account account, String changes, List<IssuedAct> acts) {
        this(outcome, account, changes, acts, Optional.empty());
    }
}
