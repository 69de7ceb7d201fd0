package fr.minutier.bordereau;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the stored text of a workbook's cell stands for. */
final class XlsxValues {

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

    private final List<Content> strings;
    private final XlsxStyles styles;
    private final boolean from1904;
    private final boolean stale;
    private final Map<String, Content> numbers = new HashMap<>();

    /**
     * @param strings the shared strings
     * @param from1904 whether days are counted from 1904 instead of 1900
     * @param stale whether the program that wrote the workbook left its formulas to be computed
     */
    XlsxValues(List<Content> strings, XlsxStyles styles, boolean from1904, boolean stale) {
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.stale = stale;
    }

    /**
     * The content of a cell.
     *
     * @param type the attribute {@code t}, null for a number
     * @param style index into the cell styles
     * @param formula whether the cell has a formula
     * @param stored the text of {@code <v>} or {@code <is>}, null when there is none
     * @throws XMLStreamException when the stored text cannot belong to such a cell
     */
    Content content(@Nullable String type, int style, boolean formula, @Nullable String stored)
            throws XMLStreamException {
        if (stored == null) {
            return formula ? new Content.FormulaWithoutValue() : new Content.Blank();
        }
        return switch (type == null ? "n" : type) {
            case "s" -> shared(stored);
            case "str" -> new Content.Text(XlsxXml.unescaped(stored));
            case "inlineStr" -> new Content.Text(stored);
            case "b" -> new Content.Truth(XlsxXml.isTrue(stored.strip()));
            case "e" -> new Content.Fault(stored.strip());
            case "d" -> isoDay(stored.strip());
            default -> numeric(style, formula, stored.strip());
        };
    }

    private Content shared(String stored) throws XMLStreamException {
        try {
            return strings.get(Integer.parseInt(stored.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new XMLStreamException("no such shared string: " + stored, e);
        }
    }

    private Content numeric(int style, boolean formula, String stored) {
        if (stored.isEmpty()) {
            return formula ? new Content.FormulaWithoutValue() : new Content.Blank();
        }
        Content number = numbers.get(stored);
        if (number == null) {
            number = number(stored);
            if (numbers.size() < REMEMBERED) {
                numbers.put(stored, number);
            }
        }
        if (!(number instanceof Content.Number found)) {
            return number;
        }
        if (formula && stale && found.value().signum() == 0) {
            // Some programs write 0 beside each formula they did not compute, and ask for the computation on opening.
            return new Content.FormulaWithoutValue();
        }
        return switch (styles.of(style)) {
            case DAY -> day(found.value()).<Content>map(Content.Day::new).orElse(number);
            case HOUR -> hour(found.value()).<Content>map(Content.Text::new).orElse(number);
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

    private static Content isoDay(String stored) {
        try {
            return new Content.Day(LocalDate.parse(stored.substring(0, Math.min(10, stored.length()))));
        } catch (DateTimeException e) {
            return new Content.Text(stored);
        }
    }
}
