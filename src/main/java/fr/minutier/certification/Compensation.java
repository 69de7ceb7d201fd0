package fr.minutier.certification;

import java.math.BigDecimal;

/**
 * Épreuves of a block that make up for each other: the block is acquired from an average of all their marks, each counted
 * with its coefficient.
 *
 * @param average from which the block is acquired, compared exactly; at most two decimals, with which averages are printed
 * @param source of this rule
 */
public record Compensation(BigDecimal average, Source source) {
    public Compensation {
        if (average.signum() < 0 || average.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("la moyenne à atteindre est positive, avec deux décimales au plus");
        }
    }
}
