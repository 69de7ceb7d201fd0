package fr.minutier.night;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates of one session who follow each other in its order, and whose acts are bound in the same volumes: what a worker
 * prints at once of a session that several make.
 *
 * @param from place of the first, from 0
 * @param to place after the last
 */
record Range(int from, int to) {
    /** A ream of statements to a volume; to a worker, some seconds of work. */
    private static final int CANDIDATES = 500;
    // Each worker reads and checks the whole session first: for less than this, one alone is about as fast.
    private static final int LARGEST_ALONE = 2 * CANDIDATES;

    /** Refuses candidates who are not all of one volume, beginning with its first. */
    Range {
        if (from < 0 || from % CANDIDATES != 0 || to <= from || to > from + CANDIDATES) {
            throw new IllegalArgumentException("not of one volume: " + from + " to " + to);
        }
    }

    /** The ranges of a session of so many candidates, in order; none when one worker makes it alone. */
    static List<Range> of(int candidates) {
        return candidates <= LARGEST_ALONE
                ? List.of()
                : IntStream.iterate(0, from -> from < candidates, from -> from + CANDIDATES)
                        .mapToObj(from -> new Range(from, Math.min(from + CANDIDATES, candidates)))
                        .toList();
    }

    /** The number, from 1, of the volumes in which the acts of a candidate are bound, of so many in his session. */
    static int volume(int place, int candidates) {
        return candidates <= LARGEST_ALONE ? 1 : place / CANDIDATES + 1;
    }

    /** Whether the candidate at that place is one of them. */
    boolean holds(int place) {
        return from <= place && place < to;
    }
}
