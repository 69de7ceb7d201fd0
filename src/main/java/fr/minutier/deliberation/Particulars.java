package fr.minutier.deliberation;

import fr.minutier.session.Mark;
import fr.minutier.session.Session.Circumstances;
import java.util.List;
import java.util.Optional;

/**
 * What a correction must know, beyond the {@link Account}, of the minutes that it corrects: marks, and digests by which what
 * did not change is known again. No name and no sentence of the jury.
 *
 * @param correction 0 for the minutes that close a session, then the numbers of the corrective ones, 1, 2, 3…
 * @param content SHA-256 of all that the bordereaux say, the day of the deliberation left out
 * @param heading SHA-256 of what every act says of its session, whoever it is for
 * @param circumstances of the sitting, as acts print them; without the jury's observations
 * @param candidates in the order of the bordereau
 */
public record Particulars(
        int correction, String content, String heading, Circumstances circumstances, List<OfCandidate> candidates) {
    /** Copies the list; lets no observation in, which may be personal. */
    public Particulars {
        if (correction < 0) {
            throw new IllegalArgumentException("corrective minutes are counted from 1: " + correction);
        }
        circumstances = new Circumstances(
                circumstances.place(),
                circumstances.school(),
                circumstances.region(),
                circumstances.appointment(),
                circumstances.opening(),
                circumstances.closing(),
                null);
        candidates = List.copyOf(candidates);
    }

    /**
     * A candidate.
     *
     * @param number his number
     * @param content SHA-256 of all that the bordereaux say of him
     * @param marks those that count, one for each component of the épreuves that he sat; none when his result is withheld
     */
    public record OfCandidate(String number, String content, List<Given> marks) {
        /** Copies the list. */
        public OfCandidate {
            marks = List.copyOf(marks);
        }

        /** The mark for the component of that column. */
        public Optional<Mark> mark(String component) {
            return marks.stream()
                    .filter(given -> given.component().equals(component))
                    .map(Given::mark)
                    .findFirst();
        }
    }

    /**
     * A mark that counts.
     *
     * @param component the column of its component, which names it in its certification
     */
    public record Given(String component, Mark mark) {}

    /** What is kept of that candidate. */
    public Optional<OfCandidate> candidate(String number) {
        return candidates.stream()
                .filter(candidate -> candidate.number().equals(number))
                .findFirst();
    }
}
