package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The examination attached to a block.
 *
 * @param form what the candidate hands in and defends, in words
 * @param place where it is held, in words
 * @param examiners who marks it, in words
 * @param examinerRule how many of them there are, when a text says it
 * @param threshold points from which it is passed, compared before any rounding
 * @param choice the competence to choose, where the épreuve asks for one
 * @param source of the pass rule and the coefficients
 */
public record Epreuve(
        String title,
        String form,
        String place,
        String examiners,
        Optional<ExaminerRule> examinerRule,
        List<Component> components,
        List<LengthLimit> lengths,
        Optional<CompetenceChoice> choice,
        BigDecimal threshold,
        Source source) {
    public Epreuve {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("une épreuve a au moins une composante");
        }
        components = List.copyOf(components);
        lengths = List.copyOf(lengths);
        Set<String> columns = components.stream().map(Component::column).collect(Collectors.toSet());
        Stream.concat(
                        lengths.stream().map(LengthLimit::measures),
                        choice.stream().map(CompetenceChoice::measures))
                .filter(column -> !columns.contains(column))
                .forEach(column -> {
                    throw new IllegalArgumentException(
                            "«\u00a0mesure\u00a0: " + column + "\u00a0» ne nomme aucune composante de l’épreuve");
                });
    }

    /** Whether the threshold can be reached with marks going up to {@code markMaximum}. */
    boolean passable(BigDecimal markMaximum) {
        return threshold.signum() >= 0 && threshold.compareTo(maximum(markMaximum)) <= 0;
    }

    /** The most points that can be had, marks going up to {@code markMaximum}. */
    public BigDecimal maximum(BigDecimal markMaximum) {
        return components.stream()
                .map(Component::coefficient)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(markMaximum);
    }
}
