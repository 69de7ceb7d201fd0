package fr.minutier.session;

import fr.minutier.certification.FrenchDecimal;
import java.math.BigDecimal;

/** What the examiners reported for one component: a number, an absence, or that it was not presented. */
public sealed interface Mark {
    /**
     * A mark.
     *
     * @param value from 0 to the maximum of the certification's scale, on its step; exact
     */
    record Value(BigDecimal value) implements Mark {
        public Value {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("une note n’est jamais négative");
            }
        }
    }

    /** The candidate was absent ({@code ABS}): never a zero. */
    record Absent() implements Mark {}

    /** The épreuve was not presented in this session ({@code NP}). */
    record NotPresented() implements Mark {}

    /** As printed: the exact number with a comma, or the word for it. */
    default String inFrench() {
        return switch (this) {
            case Value number -> FrenchDecimal.of(number.value());
            case Absent absent -> "absent";
            case NotPresented notPresented -> "non présenté";
        };
    }
}
