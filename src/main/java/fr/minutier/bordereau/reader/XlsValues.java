package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Content;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * What the records of the cells of a .xls workbook stand for.
 *
 * @param strings the shared strings
 * @param styles as what each cell style shows a number
 */
record XlsValues(List<Content> strings, List<Shown> styles, Numbers numbers) {

    /** @throws IndexOutOfBoundsException when there is no such shared string */
    Content shared(int index) {
        return strings.get(index);
    }

    /** @param stored the shortest decimal of the stored binary number */
    Content number(String stored, int style) {
        Content number = numbers.of(stored);
        return number instanceof Content.Number found
                ? numbers.shown(found, style < styles.size() ? styles.get(style) : Shown.NUMBER)
                : number;
    }

    Content truthOrFault(BoolErrRecord cell) {
        return cell.isBoolean() ? new Content.Truth(cell.getBooleanValue()) : fault(cell.getErrorValue());
    }

    /** The stored result of a formula; a text as result is stored in a record of its own, and missing until it comes. */
    Content result(FormulaRecord formula, int style) {
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC ->
                // Here a formula that nobody has computed holds a 0, as one whose result is 0 does.
                formula.getValue() == 0
                        ? new Content.FormulaWithoutValue()
                        : number(Double.toString(formula.getValue()), style);
            case BOOLEAN -> new Content.Truth(formula.getCachedBooleanValue());
            case ERROR -> fault(formula.getCachedErrorValue());
            default -> formula.hasCachedResultString() ? new Content.FormulaWithoutValue() : new Content.Text("");
        };
    }

    private static Content fault(int code) {
        return new Content.Fault(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERREUR");
    }
}
