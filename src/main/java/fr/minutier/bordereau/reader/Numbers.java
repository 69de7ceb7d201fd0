package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Content;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the binary numbers of one workbook stand for, as decimals, days and hours. */
final class Numbers {

    /** A spreadsheet program holds binary numbers and shows at most fifteen digits of them as decimals. */
    private static final MathContext SHORTEST = new MathContext(15, RoundingMode.HALF_EVEN);

    /** No stored number is longer, and none has a larger exponent: both limits keep hostile text cheap. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LARGEST_EXPONENT = 330;

    /** The last day a spreadsheet program knows, 31/12/9999. */
    private static final int LAST_DAY = 2_958_465;

    private static final int MINUTES = 24 * 60;

    /** Marks repeat: the same stored text gives the same object. */
    private static final int REMEMBERED = 20_000;

    private final boolean from1904;
    private final Map<String, Content> known = new HashMap<>();

    /** @param from1904 whether days are counted from 1904 instead of 1900 */
    Numbers(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The number that is written here in digits; the text itself when it is none. */
    Content of(String stored) {
        Content number = known.get(stored);
        if (number == null) {
            number = number(stored);
            if (known.size() < REMEMBERED) {
                known.put(stored, number);
            }
        }
        return number;
    }

    /** The number as a person sees it: as a day or an hour when it is shown as one and can be one. */
    Content shown(Content.Number number, Shown shown) {
        return switch (shown) {
            case DAY -> day(number.value()).<Content>map(Content.Day::new).orElse(number);
            case HOUR -> hour(number.value()).<Content>map(Content.Text::new).orElse(number);
            case NUMBER -> number;
        };
    }

    /** The hour that a fraction of a day stands for, to the minute, as the person reads it in the cell. */
    private static Optional<String> hour(BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.empty();
        }
        int minutes = fraction.multiply(BigDecimal.valueOf(MINUTES))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        return minutes == MINUTES
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60));
    }

    private static Content number(String stored) {
        try {
            if (stored.length() <= LONGEST_NUMBER) {
                BigDecimal shortest = new BigDecimal(stored).round(SHORTEST);
                if (Math.abs((long) shortest.scale()) <= LARGEST_EXPONENT) {
                    return new Content.Number(shortest);
                }
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Not a number after all: it stays as the text that it is, for a person to judge.
        }
        return new Content.Text(stored);
    }

    private Optional<LocalDate> day(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return Optional.empty();
        }
        int days = serial.intValue();
        if (from1904) {
            return Optional.of(LocalDate.of(1904, 1, 1).plusDays(days));
        }
        // Day 60 is a 29 February 1900 that never was, kept by spreadsheets since Lotus 1-2-3.
        if (days == 0 || days == 60) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days));
    }
}
