package fr.minutier.certification;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a text or the certifier fixes; where no text that was read gives it, the definition leaves it to be
 * filled.
 *
 * @param known null while it is to be filled; until then nothing can be decided from it
 */
public record Setting(@Nullable BigDecimal known) {
    /** What a definition writes in the place of the number. */
    static final String TO_FILL = "à remplir";

    /** Whether the number is known. */
    public boolean filled() {
        return known != null;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException while it is to be filled: nobody may decide from it
     */
    public BigDecimal value() {
        if (known == null) {
            throw new IllegalStateException("a setting of the definition is not filled");
        }
        return known;
    }

    /** The number as printed, or the words that stand for it. */
    public String inFrench() {
        return known == null ? TO_FILL : FrenchDecimal.of(known);
    }
}
