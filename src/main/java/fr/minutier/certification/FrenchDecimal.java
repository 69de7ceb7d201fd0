package fr.minutier.certification;

import java.math.BigDecimal;

/** How an exact decimal is written in French: a comma, no needless zero, never rounded. */
public final class FrenchDecimal {
    private FrenchDecimal() {}

    /** The exact value, e.g. {@code 50,5}; never in exponent form. */
    public static String of(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
