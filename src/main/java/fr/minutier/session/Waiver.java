package fr.minutier.session;

/**
 * An anomaly that the jury waives for one candidate (dérogation).
 *
 * @param anomaly code of the anomaly waived
 * @param subject what was waived, in words, with the value found and the bounds
 * @param reason given by the jury, never blank
 */
public record Waiver(String anomaly, String subject, String reason) {
    public Waiver {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("une dérogation porte un motif");
        }
    }
}
