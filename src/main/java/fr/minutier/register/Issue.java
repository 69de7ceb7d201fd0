package fr.minutier.register;

import fr.minutier.deliberation.Account;
import java.util.List;
import java.util.Map;

/**
 * All that an edition puts on record when it is published.
 *
 * @param outcome its counts
 * @param account what it says of its session
 * @param changes what changed since the edition before, in one line; empty when there is nothing to compare with
 * @param persons by what the candidates are known again in another session, by number: what {@link Register#person}
 *     gives; empty for a session that is not closed
 * @param acts the acts in force with this edition; archived files of earlier ones are not among them
 */
public record Issue(
        Outcome outcome, Account account, String changes, Map<String, String> persons, List<IssuedAct> acts) {
    /** What an edition puts on record that does not close its session. */
    public Issue(Outcome outcome, Account account, String changes, List<IssuedAct> acts) {
        this(outcome, account, changes, Map.of(), acts);
    }

    /** Copies the lists. */
    public Issue {
        persons = Map.copyOf(persons);
        acts = List.copyOf(acts);
    }
}
