package fr.minutier.session;

import fr.minutier.certification.Component;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark that the jury settled in its deliberation, which replaces the one reported.
 *
 * @param candidate number of the candidate
 * @param reported the mark before, or null when there was none
 * @param settled the mark that counts
 * @param reason given by the jury, or null
 */
public record SettledMark(
        String candidate,
        Component component,
        @Nullable Mark reported,
        BigDecimal settled,
        @Nullable String reason) {}
