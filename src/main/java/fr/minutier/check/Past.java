package fr.minutier.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a check must know of earlier nights: the sessions whose minutes are closed, looked up one by one when a bordereau
 * asks for the correction of one, and what they say of persons.
 */
public final class Past {
    /** No night before this one. */
    public static final Past NONE = new Past(session -> Optional.empty());

    private final Function<String, Optional<Closed>> closed;

    private final Function<Person, List<KnownBlock>> known;

    /** Nights that closed sessions, of whose candidates nothing is known. */
    public Past(Function<String, Optional<Closed>> closed) {
        this(closed, person -> List.of());
    }

    /**
     * Nights that closed sessions.
     *
     * @param closed finds a closed session by its name; several threads may ask
     * @param known what closed sessions say of a person, block by block, oldest first; always the same for one check
     */
    public Past(Function<String, Optional<Closed>> closed, Function<Person, List<KnownBlock>> known) {
        this.closed = closed;
        this.known = known;
    }

    /** What closed sessions say of a person, block by block, oldest first. */
    List<KnownBlock> known(Person person) {
        return known.apply(person);
    }

    /** What is in force of that session, when its minutes are closed. */
    Optional<Closed> closed(String session) {
        return closed.apply(session);
    }

    /**
     * A session whose minutes are closed.
     *
     * @param corrections how many corrective minutes followed those that closed it
     * @param deliberatedOn day of its last deliberation; null when nothing is kept of what it decided
     * @param certification code of its certification
     * @param content {@link Content#digest} of what is in force
     * @param withoutDay {@link Content#digestWithoutDay} of it; empty when that is not kept
     * @param decided numbers of the candidates who were given a decision
     * @param withheld numbers of those whose result was withheld
     */
    public record Closed(
            int corrections,
            @Nullable LocalDate deliberatedOn,
            String certification,
            String content,
            String withoutDay,
            Set<String> decided,
            Set<String> withheld) {
        /** Copies the sets. */
        public Closed {
            decided = Set.copyOf(decided);
            withheld = Set.copyOf(withheld);
        }

        /** All its candidates, in the order of their numbers. */
        Set<String> candidates() {
            Set<String> all = new TreeSet<>(decided);
            all.addAll(withheld);
            return all;
        }
    }
}
