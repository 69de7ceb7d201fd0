package fr.minutier.certification;

import java.time.LocalDate;

/**
 * How long the certifier has to notify a decision by VAE.
 *
 * @param days after the day on which the jury met, at least 1
 */
public record NotificationDelay(int days, Source source) {
    public NotificationDelay {
        if (days < 1) {
            throw new IllegalArgumentException("un délai de notification compte au moins un jour");
        }
    }

    /** The last day of a decision taken on that day. */
    public LocalDate lastDay(LocalDate deliberatedOn) {
        return deliberatedOn.plusDays(days);
    }
}
