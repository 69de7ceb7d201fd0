package fr.minutier.certification;

import java.time.LocalDate;

/**
 * A rule of former times under which a block acquired earlier lapsed. What became of such blocks is for a person to say:
 * they are told, and kept.
 *
 * @param years after which a block lapsed, at least 1
 * @param before the day from which that rule no longer stood
 */
public record FormerLapse(int years, LocalDate before, Source source) {
    public FormerLapse {
        if (years < 1) {
            throw new IllegalArgumentException("une durée de validité compte au moins une année");
        }
    }

    /** Whether a block acquired on one day under that rule had lapsed on the other, had the rule stood. */
    public boolean touches(LocalDate acquired, LocalDate day) {
        return acquired.isBefore(before) && acquired.plusYears(years).isBefore(day);
    }
}
