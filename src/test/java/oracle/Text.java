package oracle;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of cells by the words of section 3 of the contract. */
final class Text {
    private static final Pattern FRENCH_DATE = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private Text() {}

    /** Non-breaking spaces are spaces; outer spaces are nothing. */
    static String clean(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    /** A date written JJ/MM/AAAA or AAAA-MM-JJ, empty when it is neither or no day of the calendar. */
    static Optional<LocalDate> date(String text) {
        Matcher french = FRENCH_DATE.matcher(text);
        Matcher iso = ISO_DATE.matcher(text);
        try {
            if (french.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(french.group(3)),
                        Integer.parseInt(french.group(2)),
                        Integer.parseInt(french.group(1))));
            }
            if (iso.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(iso.group(1)),
                        Integer.parseInt(iso.group(2)),
                        Integer.parseInt(iso.group(3))));
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A length in pages or signs, spaces between thousands allowed; empty when it is no whole number. */
    static Optional<Integer> length(String text) {
        String digits = text.replace(" ", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** Decimal comma, no needless zeros: 49,98 and 51 and 0. */
    static String french(BigDecimal value) {
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return bare.toPlainString().replace('.', ',');
    }
}
