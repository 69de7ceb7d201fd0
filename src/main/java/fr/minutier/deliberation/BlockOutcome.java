package fr.minutier.deliberation;

import fr.minutier.certification.Block;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one block for one candidate.
 *
 * @param mode null only when the result is withheld
 * @param grounds why
 */
public record BlockOutcome(
        Block block, Issue issue, @Nullable Mode mode, Grounds grounds) {
    /** The exact points, where the block is one sum and every component was marked. */
    public Optional<BigDecimal> points() {
        return grounds instanceof Grounds.Arithmetic sum ? Optional.of(sum.points()) : Optional.empty();
    }
}
