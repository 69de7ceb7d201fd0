package fr.minutier.deliberation;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
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
                        .map(candidate -> decide(session.certification(), candidate))
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
        BigDecimal maximum = block.epreuve().maximum(certification.marks().maximum());
        Reserve reserve = candidate.reserve();
        if (reserve != null) {
            return new BlockOutcome(block, Issue.RESERVE, null, maximum, new Grounds.Withheld(reserve));
        }
        Standing standing = candidate.standings().get(block.code());
        return switch (standing) {
            case null -> throw new IllegalArgumentException("aucune situation pour le bloc " + block.code());
            case Standing.Examined examined -> examined(block, maximum, examined.marks());
            case Standing.ByExperience experience ->
                new BlockOutcome(
                        block,
                        issue(experience.decision()),
                        Mode.VAE,
                        maximum,
                        new Grounds.Experience(experience.decision(), certification.vaeSource()));
            case Standing.AcquiredEarlier acquired ->
                new BlockOutcome(
                        block,
                        Issue.ACQUIS,
                        Mode.ACQUIS,
                        maximum,
                        new Grounds.EarlierAward(acquired.since(), certification.acquiredSource()));
            case Standing.Exempt exempt ->
                new BlockOutcome(
                        block,
                        Issue.DISPENSE,
                        Mode.DISPENSE,
                        maximum,
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

    private static BlockOutcome examined(Block block, BigDecimal maximum, List<ComponentMark> marks) {
        Epreuve epreuve = block.epreuve();
        List<Component> missed = marks.stream()
                .filter(mark -> mark.mark() instanceof Mark.Absent)
                .map(ComponentMark::component)
                .toList();
        if (!missed.isEmpty()) {
            return new BlockOutcome(
                    block, Issue.ABSENT, Mode.EPREUVE, maximum, new Grounds.Absence(missed, epreuve.source()));
        }
        if (marks.stream().allMatch(mark -> mark.mark() instanceof Mark.NotPresented)) {
            return new BlockOutcome(
                    block, Issue.NON_PRESENTE, Mode.EPREUVE, maximum, new Grounds.NotPresented(epreuve.source()));
        }
        List<Grounds.Term> terms = Grounds.terms(marks);
        BigDecimal points = terms.stream()
                .map(term -> term.coefficient().multiply(term.mark()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Grounds.Arithmetic sum = new Grounds.Arithmetic(terms, points, maximum, epreuve.threshold(), epreuve.source());
        return new BlockOutcome(block, sum.passed() ? Issue.VALIDE : Issue.NON_VALIDE, Mode.EPREUVE, maximum, sum);
    }
}
