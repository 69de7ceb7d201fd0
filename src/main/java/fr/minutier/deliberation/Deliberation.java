package fr.minutier.deliberation;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Compensation;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.MarkScale;
import fr.minutier.certification.Setting;
import fr.minutier.certification.Source;
import fr.minutier.session.Candidate;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Mark;
import fr.minutier.session.Reserve;
import fr.minutier.session.Session;
import fr.minutier.session.Standing;
import fr.minutier.session.VaeDecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All decisions of a session, in the order of its candidates.
 *
 * @param decisions one for each candidate
 */
public record Deliberation(Session session, List<Decision> decisions) {
    public Deliberation {
        decisions = List.copyOf(decisions);
    }

    /** Applies the rules of the certification to every candidate. */
    public static Deliberation of(Session session) {
        return new Deliberation(
                session,
                session.candidates().stream()
                        .map(candidate -> decide(session.certificationOf(candidate), candidate))
                        .toList());
    }

    /** How many candidates were given that verdict. */
    public long count(Verdict verdict) {
        return decisions.stream()
                .filter(decision -> decision.verdict() == verdict)
                .count();
    }

    private static Decision decide(Certification certification, Candidate candidate) {
        List<BlockOutcome> outcomes = new ArrayList<>();
        for (Block block : certification.blocks()) {
            outcomes.add(outcome(certification, block, candidate));
        }
        return new Decision(candidate, verdict(outcomes), outcomes);
    }

    private static Verdict verdict(List<BlockOutcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.issue() == Issue.RESERVE)) {
            return Verdict.RESERVE;
        }
        long held = outcomes.stream().filter(outcome -> outcome.issue().held()).count();
        if (held == 0) {
            return Verdict.AJOURNE;
        }
        return held == outcomes.size() ? Verdict.ADMIS : Verdict.PARTIEL;
    }

    private static BlockOutcome outcome(Certification certification, Block block, Candidate candidate) {
        Reserve reserve = candidate.reserve();
        if (reserve != null) {
            return new BlockOutcome(block, Issue.RESERVE, null, new Grounds.Withheld(reserve));
        }
        Standing standing = candidate.standings().get(block.code());
        return switch (standing) {
            case null -> throw new IllegalArgumentException("aucune situation pour le bloc " + block.code());
            case Standing.Examined examined -> examined(certification.marks(), block, examined.marks());
            case Standing.ByExperience experience ->
                new BlockOutcome(
                        block,
                        issue(experience.decision()),
                        Mode.VAE,
                        new Grounds.Experience(experience.decision(), certification.vaeSource()));
            case Standing.AcquiredEarlier acquired ->
                new BlockOutcome(
                        block,
                        Issue.ACQUIS,
                        Mode.ACQUIS,
                        new Grounds.EarlierAward(acquired.since(), certification.acquiredSource()));
            case Standing.Exempt exempt ->
                new BlockOutcome(
                        block,
                        Issue.DISPENSE,
                        Mode.DISPENSE,
                        new Grounds.ExemptedBy(
                                exempt.exemption().title(), exempt.exemption().source()));
        };
    }

    private static Issue issue(VaeDecision decision) {
        return switch (decision) {
            case VALIDE -> Issue.VALIDE;
            case NON_VALIDE -> Issue.NON_VALIDE;
            case NON_DEMANDE -> Issue.NON_PRESENTE;
        };
    }

    private static BlockOutcome examined(MarkScale scale, Block block, List<ComponentMark> marks) {
        List<Component> missed = marks.stream()
                .filter(mark -> mark.mark() instanceof Mark.Absent)
                .map(ComponentMark::component)
                .toList();
        if (!missed.isEmpty()) {
            return new BlockOutcome(block, Issue.ABSENT, Mode.EPREUVE, new Grounds.Absence(missed, block.source()));
        }
        if (!block.summed() || marks.isEmpty()) {
            return eachPassed(scale, block, marks);
        }
        // What makes up for the rest makes up for nothing where it was not presented.
        if (marks.stream().anyMatch(mark -> mark.mark() instanceof Mark.NotPresented)) {
            return new BlockOutcome(block, Issue.NON_PRESENTE, Mode.EPREUVE, new Grounds.NotPresented(block.source()));
        }
        Grounds.Arithmetic sum = sum(
                marks,
                block.coefficients().multiply(scale.maximum()),
                block.passMark().orElseThrow(),
                block.compensation().map(Compensation::average),
                block.source());
        return new BlockOutcome(block, sum.passed() ? Issue.VALIDE : Issue.NON_VALIDE, Mode.EPREUVE, sum);
    }

    /** A block that rests on several épreuves, without compensation between them. */
    private static BlockOutcome eachPassed(MarkScale scale, Block block, List<ComponentMark> marks) {
        List<EpreuveOutcome> parts = block.epreuves().stream()
                .map(epreuve -> part(
                        scale,
                        epreuve,
                        marks.stream()
                                .filter(mark -> epreuve.components().contains(mark.component()))
                                .toList()))
                .toList();
        Set<Issue> issues = parts.stream().map(EpreuveOutcome::issue).collect(Collectors.toSet());
        Issue issue = issues.contains(Issue.NON_VALIDE)
                ? Issue.NON_VALIDE
                : issues.contains(Issue.NON_PRESENTE) ? Issue.NON_PRESENTE : Issue.VALIDE;
        return new BlockOutcome(block, issue, Mode.EPREUVE, new Grounds.Several(parts, block.source()));
    }

    private static EpreuveOutcome part(MarkScale scale, Epreuve epreuve, List<ComponentMark> marks) {
        if (marks.isEmpty()) {
            return new EpreuveOutcome(epreuve, Issue.ACQUIS, Optional.empty());
        }
        if (marks.stream().anyMatch(mark -> mark.mark() instanceof Mark.NotPresented)) {
            return new EpreuveOutcome(epreuve, Issue.NON_PRESENTE, Optional.empty());
        }
        Grounds.Arithmetic sum = sum(
                marks,
                epreuve.maximum(scale.maximum()),
                epreuve.passMark().orElseThrow(),
                Optional.empty(),
                epreuve.source());
        return new EpreuveOutcome(epreuve, sum.passed() ? Issue.VALIDE : Issue.NON_VALIDE, Optional.of(sum));
    }

    private static Grounds.Arithmetic sum(
            List<ComponentMark> marks,
            BigDecimal maximum,
            Setting threshold,
            Optional<BigDecimal> average,
            Source source) {
        List<Grounds.Term> terms = Grounds.terms(marks);
        BigDecimal points = terms.stream()
                .map(term -> term.coefficient().multiply(term.mark()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Grounds.Arithmetic(terms, points, maximum, threshold.value(), average, source);
    }
}
