package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Content;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the stored text of a workbook's cell stands for. */
final class XlsxValues {

    private final List<Content> strings;
    private final XlsxStyles styles;
    private final Numbers numbers;
    private final boolean stale;

    /**
     * @param strings the shared strings
     * @param stale whether the program that wrote the workbook left its formulas to be computed
     */
    XlsxValues(List<Content> strings, XlsxStyles styles, Numbers numbers, boolean stale) {
        this.strings = strings;
        this.styles = styles;
        this.numbers = numbers;
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
            case "str" -> new Content.Text(XlsxText.unescaped(stored));
            case "inlineStr" -> new Content.Text(stored);
            case "b" -> new Content.Truth(PartXml.isTrue(stored.strip()));
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
        Content number = numbers.of(stored);
        if (!(number instanceof Content.Number found)) {
            return number;
        }
        if (formula && stale && found.value().signum() == 0) {
            // Some programs write 0 beside each formula they did not compute, and ask for the computation on opening.
            return new Content.FormulaWithoutValue();
        }
        return numbers.shown(found, styles.of(style));
    }

    private static Content isoDay(String stored) {
        try {
            return new Content.Day(LocalDate.parse(stored.substring(0, Math.min(10, stored.length()))));
        } catch (DateTimeException e) {
            return new Content.Text(stored);
        }
    }
}
