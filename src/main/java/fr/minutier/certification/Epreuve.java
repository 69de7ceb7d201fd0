package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The examination attached to a block.
 *
 * @param form what the candidate hands in and defends, in words
 * @param place where it is held, in words
 * @param examiners who marks it, in words
 * @param threshold points from which it is passed, compared before any rounding
 * @param choice the competence to choose, where the épreuve asks for one
 * @param source of the pass rule and the coefficients
 */
public record Epreuve(
        String title,
        String form,
        String place,
        String examiners,
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
    }

    /** The most points that can be had, marks going up to {@code markMaximum}. */
    public BigDecimal maximum(BigDecimal markMaximum) {
        return components.stream()
                .map(Component::coefficient)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(markMaximum);
    }
}
