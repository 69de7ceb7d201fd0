package fr.minutier.session;

import fr.minutier.certification.LengthLimit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An anomaly that the jury waives for one candidate (dérogation).
 *
 * @param anomaly code of the anomaly waived
 * @param subject what was waived, in words, with the value found and the bounds
 * @param reason given by the jury, never blank
 * @param limit that was not kept, when a length is waived
 * @param found the length found, when it could be read
 */
public record Waiver(
        String anomaly,
        String subject,
        String reason,
        @Nullable LengthLimit limit,
        @Nullable BigDecimal found) {
    public Waiver {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("une dérogation porte un motif");
        }
    }
}
