package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One mark of an épreuve (composante).
 *
 * @param title as printed, e.g. a memoir or its defence
 * @param column header of its column in the bordereau; unique in the certification, it names the component
 * @param aliases other headers accepted for that column
 * @param weight its coefficient, positive
 * @param collective whether all members of a group share the mark
 * @param floor the mark below which nothing makes up for it (note plancher), where there is one
 */
public record Component(
        String title,
        String column,
        List<String> aliases,
        Setting weight,
        boolean collective,
        Optional<BigDecimal> floor) {
    public Component {
        if (weight.filled() && weight.value().signum() <= 0) {
            throw new IllegalArgumentException("le coefficient doit être positif");
        }
        if (floor.filter(mark -> mark.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("la note plancher doit être positive");
        }
        aliases = List.copyOf(aliases);
    }

    /** Its coefficient; see {@link Setting#value()}. */
    public BigDecimal coefficient() {
        return weight.value();
    }

    /** Whether a mark lies below the floor. */
    public boolean belowFloor(BigDecimal mark) {
        return floor.filter(least -> mark.compareTo(least) < 0).isPresent();
    }
}
