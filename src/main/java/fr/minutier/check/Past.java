package fr.minutier.check;

import java.util.Set;

/**
 * What a check must know of earlier nights.
 *
 * @param closedSessions names of the sessions whose minutes are closed
 */
public record Past(Set<String> closedSessions) {
    /** No night before this one. */
    public static final Past NONE = new Past(Set.of());

    public Past {
        closedSessions = Set.copyOf(closedSessions);
    }
}
