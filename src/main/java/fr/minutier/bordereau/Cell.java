package fr.minutier.bordereau;

import fr.minutier.certification.FrenchDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One cell: where it lies and what it holds, readable as text, number or date with the tolerances of the contract. */
public record Cell(Address address, Content content) {

    /** A cell in which nothing is written. */
    public static Cell blank(Address address) {
        return new Cell(address, new Content.Blank());
    }

    /** Whether a person sees nothing in it: nothing at all, or text of white space only. */
    public boolean blank() {
        return switch (content) {
            case Content.Blank ignored -> true;
            case Content.Text text -> Written.blank(text.written());
            default -> false;
        };
    }

    /**
     * The cell as a person reads it: trimmed, each run of white space (non-breaking and line breaks included) as one
     * space, invisible characters dropped, in Unicode form NFC. A number without needless zeros and with a decimal
     * point, a day as {@code JJ/MM/AAAA}, a logical value as {@code oui} or {@code non}, a formula without value as
     * nothing.
     */
    public String text() {
        return switch (content) {
            case Content.Text text -> Written.tidy(text.written());
            case Content.Number number -> number.value().toPlainString();
            case Content.Day day -> FrenchDate.inDigits(day.date());
            case Content.Truth truth -> truth.value() ? "oui" : "non";
            case Content.Fault fault -> fault.code();
            case Content.FormulaWithoutValue ignored -> "";
            case Content.Blank ignored -> "";
        };
    }

    /**
     * The number that is written here, without needless zeros: a number, or text such as {@code 12,5}, {@code -1},
     * {@code 10 000}. Empty when the text can be read in two ways or in none.
     */
    public Optional<BigDecimal> number() {
        return switch (content) {
            case Content.Number number -> Optional.of(number.value());
            case Content.Text text -> Written.number(text.written());
            default -> Optional.empty();
        };
    }

    /**
     * The day that is written here: a date of the spreadsheet, or text such as {@code 01/02/2003}, {@code 1/2/2003},
     * {@code 2003-02-01}. Empty for a day that no calendar has, and for a bare number.
     */
    public Optional<LocalDate> date() {
        return switch (content) {
            case Content.Day day -> Optional.of(day.date());
            case Content.Text text -> Written.date(text.written());
            default -> Optional.empty();
        };
    }

    /** Whether a formula stands here whose result the file does not hold. */
    public boolean formulaWithoutValue() {
        return content instanceof Content.FormulaWithoutValue;
    }
}
