package fr.minutier.night;

import fr.minutier.act.ActKind;
import fr.minutier.check.Past;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Particulars;
import fr.minutier.deliberation.Verdict;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Register;
import fr.minutier.session.Session.Circumstances;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the register holds of a session that is closed, as its next correction must know it.
 *
 * @param closings the editions that closed it or corrected it, oldest first; the last one is in force
 */
record InForce(List<Issued> closings) {
    InForce {
        closings = List.copyOf(closings);
    }

    /**
     * An edition, and what it said.
     *
     * @param account null when it was not kept
     * @param particulars null when they were not kept
     */
    record Issued(
            Edition edition,
            @Nullable Account account,
            @Nullable Particulars particulars,
            List<IssuedAct> acts) {}

    /**
     * What acts bear of the sitting that they tell.
     *
     * @param day on which the session was taken up
     */
    record Sitting(LocalDate day, @Nullable LocalDate deliberatedOn, Circumstances circumstances) {}

    /** Empty while the session is open. */
    static Optional<InForce> of(String session, Register register) {
        List<Issued> closings = register.editions(session).stream()
                .filter(edition -> edition.closing() == Closing.DEFINITIF)
                .map(edition -> new Issued(
                        edition,
                        register.account(edition).orElse(null),
                        register.particulars(edition).orElse(null),
                        register.acts(edition)))
                .toList();
        return closings.isEmpty() ? Optional.empty() : Optional.of(new InForce(closings));
    }

    /** What is in force. */
    Issued last() {
        return closings.getLast();
    }

    /** How many corrective minutes followed those that closed the session. */
    int corrections() {
        Particulars particulars = last().particulars();
        return particulars == null ? 0 : particulars.correction();
    }

    /** The minutes in force. */
    IssuedAct minutes() {
        return last().acts().stream()
                .filter(act -> act.kind().equals(ActKind.PROCES_VERBAL.word()))
                .findFirst()
                .orElseThrow();
    }

    /** What is in force of each candidate, by number; of candidates who share one, the first stands for all. */
    Map<String, Result> results() {
        Account account = last().account();
        return account == null
                ? Map.of()
                : account.results().stream()
                        .collect(Collectors.toMap(Result::candidate, result -> result, (one, other) -> one));
    }

    private static Optional<Result> result(Issued issued, String candidate) {
        return issued.account() == null
                ? Optional.empty()
                : issued.account().results().stream()
                        .filter(result -> result.candidate().equals(candidate))
                        .findFirst();
    }

    /** The day of the deliberation that decided of him what is in force. */
    Optional<LocalDate> decidedOn(String candidate) {
        Optional<Result> inForce = result(last(), candidate);
        LocalDate since = null;
        for (Issued issued : closings.reversed()) {
            if (!result(issued, candidate).map(InForce::decision).equals(inForce.map(InForce::decision))) {
                break;
            }
            since = Objects.requireNonNull(issued.account()).deliberatedOn();
        }
        return Optional.ofNullable(since);
    }

    private static List<Object> decision(Result result) {
        return List.of(result.verdict(), result.blocks());
    }

    /** The version of each act that was ever issued and closed, by its number. */
    Map<String, Integer> versions() {
        return closings.stream()
                .flatMap(issued -> issued.acts().stream())
                .collect(Collectors.toMap(IssuedAct::number, IssuedAct::version, (one, other) -> one));
    }

    /** What the acts in force of each candidate bear of the sitting that they tell. */
    Map<String, Sitting> sittings() {
        Map<String, Sitting> first = new HashMap<>();
        for (Issued issued : closings) {
            Particulars particulars = issued.particulars();
            if (particulars != null) {
                Sitting sitting = new Sitting(
                        issued.edition().takenUp(),
                        issued.account() == null ? null : issued.account().deliberatedOn(),
                        particulars.circumstances());
                issued.acts().forEach(act -> first.putIfAbsent(act.number(), sitting));
            }
        }
        Map<String, Sitting> sittings = new HashMap<>();
        for (IssuedAct act : last().acts()) {
            Sitting sitting = first.get(act.number());
            if (sitting != null) {
                sittings.put(act.candidate(), sitting);
            }
        }
        return sittings;
    }

    /** What a check must know of it. */
    Past.Closed told() {
        Account account = last().account();
        Particulars particulars = last().particulars();
        List<Result> results = account == null ? List.of() : account.results();
        return new Past.Closed(
                corrections(),
                account == null ? null : account.deliberatedOn(),
                account == null ? "" : account.certification(),
                last().edition().contentDigest(),
                particulars == null ? "" : particulars.content(),
                numbers(results, false),
                numbers(results, true));
    }

    private static Set<String> numbers(List<Result> results, boolean withheld) {
        return results.stream()
                .filter(result -> (result.verdict() == Verdict.RESERVE) == withheld)
                .map(Result::candidate)
                .collect(Collectors.toSet());
    }
}
