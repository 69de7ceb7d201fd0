package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.List;

/**
 * One mark of an épreuve (composante).
 *
 * @param title as printed, e.g. a memoir or its defence
 * @param column header of its column in the bordereau; unique in the certification, it names the component
 * @param aliases other headers accepted for that column
 * @param coefficient positive
 * @param collective whether all members of a group share the mark
 */
public record Component(String title, String column, List<String> aliases, BigDecimal coefficient, boolean collective) {
    public Component {
        if (coefficient.signum() <= 0) {
            throw new IllegalArgumentException("le coefficient doit être positif");
        }
        aliases = List.copyOf(aliases);
    }
}
