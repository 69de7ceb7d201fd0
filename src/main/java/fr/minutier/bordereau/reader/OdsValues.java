package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Written;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a cell of an OpenDocument spreadsheet stands for. */
final class OdsValues {

    private static final String EXTENDED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    /** How the error values of formulas show where the file does not say that they are errors, in English or French. */
    private static final Pattern ERROR =
            Pattern.compile("#\\p{Lu}[\\p{Lu}0-9/]*[ \u00A0\u202F]?[!?]?|Err[ \u00A0]?:[0-9]{3}");

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(24 * 60 * 60);

    private final Numbers numbers;
    private final Budget budget;

    OdsValues(Numbers numbers, Budget budget) {
        this.numbers = numbers;
        this.budget = budget;
    }

    /** The content of the cell that has just started, read to its end. */
    Content content(XMLStreamReader xml) throws XMLStreamException, Refusal {
        boolean formula = xml.getAttributeValue(OdsReader.TABLE, "formula") != null;
        String type = xml.getAttributeValue(OdsReader.OFFICE, "value-type");
        boolean error = "error".equals(xml.getAttributeValue(EXTENDED, "value-type"));
        String stored = type == null ? null : stored(xml, type);
        String text = OdsText.of(xml, budget);
        if (error || (formula && text != null && ERROR.matcher(text).matches())) {
            return new Content.Fault(Written.tidy(text == null ? "" : text));
        }
        if (type != null && stored != null) {
            return content(type, stored, text);
        }
        if (text != null) {
            return new Content.Text(text);
        }
        return formula ? new Content.FormulaWithoutValue() : new Content.Blank();
    }

    /** The attribute that holds the value of a cell of that type; a text may be held by its paragraphs alone. */
    private static @Nullable String stored(XMLStreamReader xml, String type) {
        return xml.getAttributeValue(
                OdsReader.OFFICE,
                switch (type) {
                    case "float", "percentage", "currency" -> "value";
                    default -> type + "-value";
                });
    }

    private Content content(String type, String stored, @Nullable String text) {
        return switch (type) {
            case "float", "percentage", "currency" -> numbers.of(stored.strip());
            case "date" -> day(stored.strip());
            case "time" -> hour(stored.strip());
            case "boolean" -> new Content.Truth(PartXml.isTrue(stored.strip()));
            // What the attribute holds has no paragraphs.
            default -> new Content.Text(text != null && text.contains("\n") ? text : stored);
        };
    }

    private static Content day(String stored) {
        try {
            // The hour, if any, follows after a T.
            return new Content.Day(LocalDate.parse(stored.substring(0, Math.min(10, stored.length()))));
        } catch (DateTimeException e) {
            return new Content.Text(stored);
        }
    }

    /** A time of the day as it shows; a duration of a day and more is a number of days, as in other formats. */
    private Content hour(String stored) {
        try {
            BigDecimal seconds = BigDecimal.valueOf(Duration.parse(stored).toSeconds());
            Content days = numbers.of(
                    seconds.divide(SECONDS_A_DAY, MathContext.DECIMAL64).toString());
            return days instanceof Content.Number number ? numbers.shown(number, Shown.HOUR) : days;
        } catch (DateTimeException | ArithmeticException e) {
            return new Content.Text(stored);
        }
    }
}
