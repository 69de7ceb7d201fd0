package fr.minutier.register;

import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Particulars;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an edition puts on record when it is published.
 *
 * @param outcome its counts
 * @param account what it says of its session
 * @param changes what changed since the edition before, in one line; empty when there is nothing to compare with
 * @param persons by what the candidates are known again in another session, by number: what {@link Register#person}
 *     gives; empty for a session that is not closed
 * @param acts the acts in force with this edition; archived files of earlier ones are not among them
 * @param grounds why blocks have their outcomes
 * @param files what else the folder holds, and what is kept of what was handed in
 * @param particulars for those that may correct it; empty when it closes nothing
 */
public record Issue(
        Outcome outcome,
        Account account,
        String changes,
        Map<String, String> persons,
        List<IssuedAct> acts,
        List<Ground> grounds,
        List<IssuedFile> files,
        Optional<Particulars> particulars) {
    /** Copies the lists. */
    public Issue {
        persons = Map.copyOf(persons);
        acts = List.copyOf(acts);
        grounds = List.copyOf(grounds);
        files = List.copyOf(files);
    }

    /** An edition without grounds or other files, that does not close its session. */
    public Issue(Outcome outcome, Account account, String changes, List<IssuedAct> acts) {
        this(outcome, account, changes, Map.of(), acts, List.of(), List.of(), Optional.empty());
    }
}
