package fr.minutier.certification;

import java.math.BigDecimal;

/**
 * What a mark may be: from 0 to {@code maximum}, both included, in whole steps.
 *
 * @param maximum positive
 * @param step the finest difference between two marks, positive
 */
public record MarkScale(BigDecimal maximum, BigDecimal step, Source source) {
    public MarkScale {
        if (maximum.signum() <= 0 || step.signum() <= 0) {
            throw new IllegalArgumentException("la note maximale et le pas doivent être positifs");
        }
    }

    /** Whether the value lies between 0 and the maximum, both included. */
    public boolean inBounds(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(maximum) <= 0;
    }

    /** Whether the value is a whole number of steps. */
    public boolean onStep(BigDecimal value) {
        return value.remainder(step).signum() == 0;
    }
}
