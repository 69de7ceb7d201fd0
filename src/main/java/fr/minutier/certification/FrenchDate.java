package fr.minutier.certification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as French readers write them: in digits, and in words for what is not printed on acts, whose templates have their own. */
public final class FrenchDate {
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private FrenchDate() {}

    /** {@code 1er juin 2026}, its parts joined by no-break spaces. */
    public static String inWords(LocalDate day) {
        String number = day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
        return (number + " " + MONTH_AND_YEAR.format(day)).replace(' ', '\u00a0');
    }

    /** {@code 01/06/2026}. */
    public static String inDigits(LocalDate day) {
        return SHORT.format(day);
    }
}
