package fr.minutier.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a check must know of earlier nights.
 *
 * @param closedSessions names of the sessions whose minutes are closed
 * @param known what closed sessions say of a person, block by block, oldest first; always the same for one check
 */
public record Past(Set<String> closedSessions, Function<Person, List<KnownBlock>> known) {
    /** No night before this one. */
    public static final Past NONE = new Past(Set.of());

    public Past {
        closedSessions = Set.copyOf(closedSessions);
    }

    /** Nights that closed sessions, of whose candidates nothing is known. */
    public Past(Set<String> closedSessions) {
        this(closedSessions, person -> List.of());
    }
}
