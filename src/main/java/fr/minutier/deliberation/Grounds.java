package fr.minutier.deliberation;

import fr.minutier.certification.Component;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Source;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Mark;
import fr.minutier.session.Reserve;
import fr.minutier.session.VaeDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an outcome is what it is: what was compared, and the text that says so. */
public sealed interface Grounds {
    /**
     * Points compared with the threshold.
     *
     * @param terms the products added, in the order of the components
     * @param points their exact sum
     * @param maximum the most that could be had
     * @param threshold from which the épreuve is passed, or the block whose épreuves make up for each other
     * @param compared the average that was asked, where one was: the same comparison, divided by the coefficients
     */
    record Arithmetic(
            List<Term> terms,
            BigDecimal points,
            BigDecimal maximum,
            BigDecimal threshold,
            Optional<BigDecimal> compared,
            Source source)
            implements Grounds {
        public Arithmetic {
            terms = List.copyOf(terms);
        }

        /** Whether the exact sum reaches the threshold, and no mark lies below its floor. */
        public boolean passed() {
            return reached() && belowFloor().isEmpty();
        }

        private boolean reached() {
            return points.compareTo(threshold) >= 0;
        }

        /** The terms whose mark lies below its floor: nothing makes up for them. */
        public List<Term> belowFloor() {
            return terms.stream()
                    .filter(term -> term.component().belowFloor(term.mark()))
                    .toList();
        }

        /**
         * The average as printed, with two decimals, where one was asked. Rounded for the eye alone, and never so that one
         * below the average asked looks like it.
         */
        public Optional<BigDecimal> average() {
            return compared.map(asked -> {
                BigDecimal coefficients =
                        terms.stream().map(Term::coefficient).reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal rounded = points.divide(coefficients, 2, RoundingMode.HALF_UP);
                return reached() || rounded.compareTo(asked) < 0
                        ? rounded
                        : points.divide(coefficients, 2, RoundingMode.DOWN);
            });
        }
    }

    /** One product of the sum: coefficient times mark. */
    record Term(Component component, BigDecimal mark) {
        /** What the mark counts. */
        public BigDecimal coefficient() {
            return component.coefficient();
        }
    }

    /**
     * Several épreuves, each to be passed.
     *
     * @param parts one for each épreuve on which the block rests
     */
    record Several(List<EpreuveOutcome> parts, Source source) implements Grounds {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /** At least one component missed: no sum is made. */
    record Absence(List<Component> missed, Source source) implements Grounds {
        public Absence {
            missed = List.copyOf(missed);
        }
    }

    /** The épreuve was not presented in this session. */
    record NotPresented(Source source) implements Grounds {}

    /** Decided by the jury on acquired experience. */
    record Experience(VaeDecision decision, Source source) implements Grounds {}

    /** Acquired in an earlier session, on a day that the bordereau may give. */
    record EarlierAward(@Nullable LocalDate since, Source source) implements Grounds {}

    /** Exempt by a title. */
    record ExemptedBy(String title, Source source) implements Grounds {}

    /** The result is withheld. */
    record Withheld(Reserve reserve) implements Grounds {}

    /** The terms of the sum for marks that are all numbers. */
    static List<Term> terms(List<ComponentMark> marks) {
        return marks.stream()
                .map(mark -> new Term(mark.component(), ((Mark.Value) mark.mark()).value()))
                .toList();
    }

    /**
     * The arithmetic as printed, what is shown being what was compared: {@code 3 × 11,5 + 2 × 8 = 50,5 ≥ 50}. Empty
     * where nothing was computed.
     */
    default String arithmetic() {
        if (!(this instanceof Arithmetic sum)) {
            return "";
        }
        String terms = sum.terms().stream()
                .map(term -> FrenchDecimal.of(term.coefficient()) + " × " + FrenchDecimal.of(term.mark()))
                .collect(Collectors.joining(" + "));
        return terms
                + " = "
                + FrenchDecimal.of(sum.points())
                + (sum.points().compareTo(sum.threshold()) >= 0 ? " ≥ " : " < ")
                + FrenchDecimal.of(sum.threshold());
    }
}
