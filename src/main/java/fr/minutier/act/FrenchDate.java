package fr.minutier.act;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates in digits; those in words are the templates' own. */
final class FrenchDate {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private FrenchDate() {}

    /** {@code 01/06/2026}. */
    static String inDigits(LocalDate day) {
        return SHORT.format(day);
    }
}
