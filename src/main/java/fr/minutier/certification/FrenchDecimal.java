package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How an exact decimal is written in French: a comma, no needless zero, never rounded. */
public final class FrenchDecimal {
    /** Between two digits of the whole part, where a multiple of three digits follows. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?<!,\\d{0,99})(?=(\\d{3})+(?:,|$))");

    private FrenchDecimal() {}

    /** The exact value, e.g. {@code 50,5}; never in exponent form. */
    public static String of(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** A count such as a number of signs: as {@link #of}, its thousands parted by narrow no-break spaces. */
    public static String grouped(BigDecimal value) {
        return THOUSANDS.matcher(of(value)).replaceAll("\u202f");
    }
}
