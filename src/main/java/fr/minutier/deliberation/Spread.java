package fr.minutier.deliberation;

import fr.minutier.certification.Block;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How the points of one block's épreuve are spread over the candidates of a session.
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

    /** The spread of a block of the session's certification. */
    public static Spread of(Deliberation deliberation, Block block) {
        List<BlockOutcome> outcomes = deliberation.decisions().stream()
                .flatMap(decision -> decision.outcomes().stream())
                .filter(outcome -> outcome.block().equals(block))
                .toList();
        return new Spread(
                block,
                block.epreuve()
                        .maximum(deliberation.session().certification().marks().maximum()),
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
