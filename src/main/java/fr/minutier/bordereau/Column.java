package fr.minutier.bordereau;

import java.util.List;

/**
 * A column that somebody looks for.
 *
 * @param key the name under which the program asks for it
 * @param names the headers it may bear, the official one first; at least one
 */
public record Column(String key, List<String> names) {

    /** Keeps its own copy of the names. */
    public Column {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a column without a name: " + key);
        }
    }

    /** The header that the blank bordereau bears and that messages name. */
    public String official() {
        return names.getFirst();
    }
}
