package fr.minutier.deliberation;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Epreuve;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the points of one sum, of a block or of an épreuve, are spread over the candidates of a session.
 *
 * @param maximum the most points that can be had
 * @param points of each candidate whose components are all marked, from the lowest to the highest
 * @param passed how many of them reach the threshold
 * @param missed how many candidates were absent
 */
public record Spread(Block block, BigDecimal maximum, List<BigDecimal> points, long passed, long missed) {
    /** Below that, whoever knows his own mark could tell those of the others. */
    private static final int ENOUGH = 5;

    private static final int TENTHS = 10;

    /** Copies the points. */
    public Spread {
        points = List.copyOf(points);
    }

    /**
     * One tenth of the scale.
     *
     * @param from its lower bound, included
     * @param to its upper bound, included in the last tenth only
     * @param count candidates whose points lie in it
     */
    public record Tenth(BigDecimal from, BigDecimal to, boolean last, int count) {}

    /**
     * Of all that is added up on its own: each block that is one sum, and each épreuve that only blocks of several rest on. What
     * awaits a setting of the definition cannot be told.
     *
     * @param certification one of those that the candidates of the session come for: only its own are told
     */
    public static List<Spread> all(Deliberation deliberation, Certification certification) {
        List<Decision> decisions = deliberation.decisions().stream()
                .filter(decision -> certification.equals(deliberation.session().certificationOf(decision.candidate())))
                .toList();
        List<Spread> all = new ArrayList<>();
        Set<Epreuve> told = new HashSet<>();
        certification.blocks().stream()
                .filter(Block::summed)
                .map(Block::epreuves)
                .forEach(told::addAll);
        for (Block block : certification.blocks()) {
            if (!block.filled()) {
                continue;
            }
            List<BlockOutcome> outcomes = decisions.stream()
                    .flatMap(decision -> decision.outcomes().stream())
                    .filter(outcome -> outcome.block().equals(block))
                    .toList();
            if (block.summed()) {
                all.add(of(certification, block, outcomes));
                continue;
            }
            for (Epreuve epreuve : block.epreuves()) {
                if (told.add(epreuve)) {
                    Block alone = alone(epreuve);
                    all.add(of(
                            certification,
                            alone,
                            outcomes.stream()
                                    .flatMap(outcome -> alone(outcome, epreuve, alone))
                                    .toList()));
                }
            }
        }
        return all;
    }

    private static Spread of(Certification certification, Block block, List<BlockOutcome> outcomes) {
        return new Spread(
                block,
                block.maximum(certification.marks().maximum()).orElseThrow().value(),
                outcomes.stream()
                        .flatMap(outcome -> outcome.points().stream())
                        .sorted()
                        .toList(),
                outcomes.stream()
                        .filter(outcome -> outcome.grounds() instanceof Grounds.Arithmetic sum && sum.passed())
                        .count(),
                outcomes.stream()
                        .filter(outcome -> outcome.issue() == Issue.ABSENT)
                        .count());
    }

    /** An épreuve, told as if a block rested on it alone. */
    private static Block alone(Epreuve epreuve) {
        return new Block(
                epreuve.code(), epreuve.title(), List.of(), "", List.of(epreuve), Optional.empty(), epreuve.source());
    }

    /** What the outcome of a block says of one of its épreuves, if anything. */
    private static Stream<BlockOutcome> alone(BlockOutcome outcome, Epreuve epreuve, Block alone) {
        return switch (outcome.grounds()) {
            case Grounds.Several several ->
                several.parts().stream()
                        .filter(part -> part.epreuve().equals(epreuve))
                        .flatMap(part -> part.sum().stream()
                                .map(sum -> new BlockOutcome(alone, part.issue(), outcome.mode(), sum)));
            case Grounds.Absence absence ->
                absence.missed().stream().anyMatch(epreuve.components()::contains)
                        ? Stream.of(new BlockOutcome(alone, Issue.ABSENT, outcome.mode(), absence))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    /** Points from which it is passed. */
    public BigDecimal threshold() {
        return block.passMark().orElseThrow().value();
    }

    /** Whether enough candidates are marked for more than their number to be told. */
    public boolean enough() {
        return points.size() >= ENOUGH;
    }

    /** How many of the candidates marked do not reach the threshold. */
    public long failed() {
        return points.size() - passed;
    }

    /** The mean, rounded half up to two decimals; there is at least one candidate marked. */
    public BigDecimal mean() {
        return points.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP);
    }

    /** The candidates marked by tenths of the scale, from the lowest. */
    public List<Tenth> tenths() {
        int[] counts = new int[TENTHS];
        for (BigDecimal sum : points) {
            int tenth = sum.movePointRight(1).divideToIntegralValue(maximum).intValueExact();
            counts[Math.min(tenth, TENTHS - 1)]++;
        }
        List<Tenth> tenths = new ArrayList<>();
        for (int i = 0; i < TENTHS; i++) {
            tenths.add(new Tenth(bound(i), bound(i + 1), i == TENTHS - 1, counts[i]));
        }
        return tenths;
    }

    private BigDecimal bound(int tenths) {
        return maximum.multiply(BigDecimal.valueOf(tenths)).movePointLeft(1);
    }
}
