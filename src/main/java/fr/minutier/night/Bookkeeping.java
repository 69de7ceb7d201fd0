package fr.minutier.night;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.check.Content;
import fr.minutier.check.Person;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Grounds;
import fr.minutier.deliberation.Particulars;
import fr.minutier.deliberation.Verdict;
import fr.minutier.register.Edition;
import fr.minutier.register.Ground;
import fr.minutier.register.Head;
import fr.minutier.register.Issue;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.Outcome;
import fr.minutier.register.Register;
import fr.minutier.report.Changes;
import fr.minutier.session.Candidate;
import fr.minutier.session.Reserve;
import fr.minutier.session.Session;
import fr.minutier.session.Standing;
import fr.minutier.session.Status;
import fr.minutier.session.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes on record with an edition, and what of the edition before it is compared with. */
final class Bookkeeping {
    private Bookkeeping() {}

    /**
     * The edition that this one is compared with: the last published one made from something else. A folder that was
     * lost and is made again is so compared with what it was compared with at first, and has the same bytes.
     */
    static Optional<Changes.Before> before(Edition edition, Register register) {
        return register.editions(edition.session()).reversed().stream()
                .filter(earlier -> !earlier.digest().equals(edition.digest()))
                .findFirst()
                .map(earlier -> new Changes.Before(
                        earlier.number(),
                        earlier.takenUp(),
                        !edition.contentDigest().isEmpty()
                                && edition.contentDigest().equals(earlier.contentDigest()),
                        register.account(earlier).orElse(null)));
    }

    /**
     * The end of the chain that an edition prints: the one that it follows. A folder that was lost and is made again prints
     * what it printed at first.
     */
    static Head headBefore(Edition edition, Register register) {
        Head head = register.head(edition.session());
        for (Edition earlier : register.editions(edition.session()).reversed()) {
            if (!earlier.digest().equals(edition.digest())) {
                break;
            }
            head = register.headBefore(earlier).orElse(head);
        }
        return head;
    }

    /**
     * All that an edition puts on record.
     *
     * @param digests by what the register knows a person again, from all that identifies him
     */
    static Issue issue(
            Dossier dossier,
            Changes changes,
            Function<String, Optional<String>> digests,
            List<IssuedAct> acts,
            List<IssuedFile> files) {
        Checked checked = dossier.checked();
        Deliberation deliberation = dossier.deliberation();
        int withheld = deliberation == null ? 0 : Math.toIntExact(deliberation.count(Verdict.RESERVE));
        return new Issue(
                new Outcome(
                        checked.withholds() || withheld > 0,
                        checked.candidates(),
                        withheld,
                        acts.size(),
                        checked.anomalies().size()),
                account(checked, deliberation),
                line(dossier.correction(), changes),
                persons(deliberation, digests),
                acts,
                deliberation == null ? List.of() : grounds(deliberation),
                files,
                particulars(dossier));
    }

    private static List<Ground> grounds(Deliberation deliberation) {
        return deliberation.decisions().stream()
                .filter(decision -> recordable(decision.candidate().number()))
                .flatMap(decision -> decision.outcomes().stream()
                        .flatMap(outcome -> words(outcome.grounds())
                                .map(words -> new Ground(
                                        decision.candidate().number(),
                                        outcome.block().code(),
                                        words))
                                .stream()))
                .toList();
    }

    /** In a line; empty for what is withheld, whose reasons stand by themselves and may be personal. */
    private static Optional<String> words(Grounds grounds) {
        return switch (grounds) {
            case Grounds.Arithmetic sum ->
                Optional.of(sum.arithmetic() + " (" + sum.source().text() + ")");
            case Grounds.Several several ->
                Optional.of(several.parts().stream()
                                .map(part -> part.epreuve().code() + " : "
                                        + part.sum()
                                                .map(sum -> sum.arithmetic() + ", ")
                                                .orElse("")
                                        + part.issue().name())
                                .collect(Collectors.joining(" ; "))
                        + " (" + several.source().text() + ")");
            case Grounds.Absence absence ->
                Optional.of("absent : "
                        + absence.missed().stream().map(Component::column).collect(Collectors.joining(", ")) + " ("
                        + absence.source().text() + ")");
            case Grounds.NotPresented none ->
                Optional.of("non présenté (" + none.source().text() + ")");
            case Grounds.Experience vae ->
                Optional.of(
                        "VAE : " + vae.decision().label() + " (" + vae.source().text() + ")");
            case Grounds.EarlierAward award ->
                Optional.of("acquis" + (award.since() == null ? "" : " le " + award.since()) + " ("
                        + award.source().text() + ")");
            case Grounds.ExemptedBy exempted ->
                Optional.of("dispensé par " + exempted.title() + " ("
                        + exempted.source().text() + ")");
            case Grounds.Withheld withheld -> Optional.empty();
        };
    }

    /** Those of a final session alone: what is not final is held against nobody. */
    private static Map<String, String> persons(
            @Nullable Deliberation deliberation, Function<String, Optional<String>> digests) {
        Map<String, String> persons = new HashMap<>();
        if (deliberation != null && deliberation.session().status() == Status.DEFINITIF) {
            for (Decision decision : deliberation.decisions()) {
                if (decision.verdict() != Verdict.RESERVE) {
                    Person.of(decision.candidate().identity())
                            .flatMap(person -> digests.apply(person.written()))
                            .ifPresent(
                                    digest -> persons.put(decision.candidate().number(), digest));
                }
            }
        }
        return persons;
    }

    private static String line(@Nullable Correction correction, Changes changes) {
        return correction == null
                ? changes.line()
                : "procès-verbal rectificatif n°\u00a0" + correction.number() + ", " + changes.line();
    }

    /** A session that is not closed can be corrected without leave. */
    private static Optional<Particulars> particulars(Dossier dossier) {
        Deliberation deliberation = dossier.deliberation();
        Correction correction = dossier.correction();
        Content content = dossier.content();
        if (deliberation == null || deliberation.session().status() != Status.DEFINITIF) {
            return Optional.empty();
        }
        return Optional.of(new Particulars(
                correction == null ? 0 : correction.number(),
                content.digestWithoutDay(),
                content.digestOfHeading(),
                deliberation.session().circumstances(),
                deliberation.decisions().stream()
                        .map(Decision::candidate)
                        .filter(candidate -> recordable(candidate.number()))
                        .map(candidate -> new Particulars.OfCandidate(
                                candidate.number(), content.digestOf(candidate.number()), marks(candidate)))
                        .toList()));
    }

    private static List<Particulars.Given> marks(Candidate candidate) {
        return candidate.standings().values().stream()
                .filter(Standing.Examined.class::isInstance)
                .flatMap(standing -> ((Standing.Examined) standing).marks().stream())
                .map(mark -> new Particulars.Given(mark.component().column(), mark.mark()))
                .toList();
    }

    /** What an edition says of its session. */
    static Account account(Checked checked, @Nullable Deliberation deliberation) {
        Session session = deliberation == null ? null : deliberation.session();
        return new Account(
                session == null ? "" : session.label(),
                session == null ? "" : session.certification().code(),
                session == null ? null : session.status(),
                session == null ? null : session.deliberatedOn(),
                deliberation == null
                        ? List.of()
                        : deliberation.decisions().stream()
                                .filter(decision ->
                                        recordable(decision.candidate().number()))
                                .map(Bookkeeping::result)
                                .toList(),
                checked.anomalies().stream().map(Bookkeeping::finding).toList());
    }

    private static Result result(Decision decision) {
        return new Result(
                decision.candidate().number(),
                decision.verdict(),
                decision.outcomes().stream()
                        .map(outcome -> new BlockResult(
                                outcome.block().code(),
                                outcome.issue(),
                                outcome.points().orElse(null)))
                        .toList(),
                reserves(decision.candidate().reserve()),
                decision.candidate().waivers().stream().map(Waiver::anomaly).toList(),
                regime(decision.candidate()));
    }

    /** The code of his certification, when it is not that of the session. */
    static @Nullable String regime(Candidate candidate) {
        Certification regime = candidate.regime();
        return regime == null ? null : regime.code();
    }

    /** The reason that the jury wrote is told by a word alone: what it says may be personal. */
    private static List<String> reserves(@Nullable Reserve reserve) {
        List<String> codes = new ArrayList<>();
        if (reserve != null) {
            reserve.causes().forEach(cause -> codes.add(cause.code()));
            if (reserve.declared() != null) {
                codes.add(Result.DECLARED);
            }
        }
        return codes;
    }

    private static Finding finding(Anomaly anomaly) {
        return new Finding(
                anomaly.scope() == Anomaly.Scope.SESSION,
                recordable(anomaly.candidate()) ? anomaly.candidate() : "",
                anomaly.code(),
                anomaly.gravity(),
                anomaly.where().file(),
                anomaly.where().sheet(),
                anomaly.where().a1());
    }

    /** A number that is none cannot be kept as the key of a decision; its candidate is withheld anyway. */
    private static boolean recordable(String number) {
        return !number.isBlank() && number.length() <= 30;
    }
}
