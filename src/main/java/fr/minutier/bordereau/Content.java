package fr.minutier.bordereau;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell holds, in the kind that the file gives it. */
public sealed interface Content {

    /** Text exactly as stored, with its spaces and line breaks. */
    record Text(String written) implements Content {}

    /**
     * A number, in its plainest form: no needless zeros, never an exponent.
     *
     * @param value exact; for a spreadsheet's stored binary number, its shortest decimal at 15 significant digits
     */
    @SuppressWarnings("JavaLangClash")
    record Number(BigDecimal value) implements Content {
        /** Strips needless zeros, so that equal numbers are equal contents. */
        public Number {
            value = Written.plain(value);
        }
    }

    /** A number that the file shows as a date: the day, without its hour. */
    record Day(LocalDate date) implements Content {}

    /** A logical value. */
    record Truth(boolean value) implements Content {}

    /** A formula whose result the file does not hold: nobody has computed it yet. It is never zero and never blank. */
    record FormulaWithoutValue() implements Content {}

    /** An error value of the spreadsheet program, {@code #DIV/0!}. */
    record Fault(String code) implements Content {}

    /** Nothing. */
    record Blank() implements Content {}
}
