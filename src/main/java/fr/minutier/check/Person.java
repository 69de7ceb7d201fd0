package fr.minutier.check;

import fr.minutier.bordereau.Label;
import fr.minutier.session.Identity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a candidate is known again in another session: birth name, first names and birth date together, never his
 * number, which the next session gives to somebody else. Case, accents and punctuation say nothing.
 *
 * @param birthName folded, see {@link Label#fold}
 * @param firstNames folded, all of them: who gives one of two is not known again
 */
public record Person(String birthName, String firstNames, LocalDate birthDate) {
    /** Between the parts: no cell's text holds a control character. */
    private static final String NEXT = "\u001f";

    /** Empty when one of the three is missing. */
    static Optional<Person> of(String birthName, String firstNames, @Nullable LocalDate birthDate) {
        String name = Label.fold(birthName);
        String first = Label.fold(firstNames);
        return birthDate == null || name.isEmpty() || first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(name, first, birthDate));
    }

    /** The person that a candidate is; empty when his identity is incomplete. */
    public static Optional<Person> of(Identity identity) {
        String name = identity.birthName();
        String first = identity.firstNames();
        return name == null || first == null ? Optional.empty() : of(name, first, identity.birthDate());
    }

    /** All of it in one text, always the same for the same person. */
    public String written() {
        return birthName + NEXT + firstNames + NEXT + birthDate;
    }
}
