package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An examination, on which one block rests, or several.
 *
 * @param code by which blocks name it in the definition; that of the block where it is defined inside it
 * @param form what the candidate hands in and defends, in words; empty when the sources do not say
 * @param inCourse whether it is held in the course of the training, not at its end
 * @param place where it is held, in words; empty when the sources do not say
 * @param examiners who marks it, in words; empty when the sources do not say
 * @param examinerRule how many of them there are, when a text says it
 * @param passMark points from which it is passed, compared before any rounding; none where épreuves make up for each other
 * @param choice the competence to choose, where the épreuve asks for one
 * @param source of the pass rule and the coefficients
 */
public record Epreuve(
        String code,
        String title,
        String form,
        boolean inCourse,
        String place,
        String examiners,
        Optional<ExaminerRule> examinerRule,
        List<Component> components,
        List<LengthLimit> lengths,
        Optional<CompetenceChoice> choice,
        Optional<Setting> passMark,
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

    /** Points from which it is passed on its own; see {@link Setting#value()}. */
    public BigDecimal threshold() {
        return passMark.orElseThrow().value();
    }

    /** Whether its coefficients and its threshold are known. */
    public boolean filled() {
        return passMark.stream().allMatch(Setting::filled)
                && components.stream().allMatch(component -> component.weight().filled());
    }

    /** What the definition leaves to be filled, each in a few French words. */
    List<String> toFill() {
        List<String> missing = new ArrayList<>();
        if (passMark.stream().anyMatch(mark -> !mark.filled())) {
            missing.add("seuil de l’épreuve «\u00a0" + title + "\u00a0»");
        }
        components.stream()
                .filter(component -> !component.weight().filled())
                .forEach(component -> missing.add("coefficient de «\u00a0" + component.column() + "\u00a0»"));
        return missing;
    }

    /** Whether the threshold can be reached with marks going up to {@code markMaximum}. */
    boolean passable(BigDecimal markMaximum) {
        return !filled()
                || passMark.isEmpty()
                || (threshold().signum() >= 0 && threshold().compareTo(maximum(markMaximum)) <= 0);
    }

    /** The sum of its coefficients. */
    public BigDecimal coefficients() {
        return components.stream().map(Component::coefficient).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The most points that can be had, marks going up to {@code markMaximum}. */
    public BigDecimal maximum(BigDecimal markMaximum) {
        return coefficients().multiply(markMaximum);
    }
}
