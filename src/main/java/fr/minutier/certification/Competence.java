package fr.minutier.certification;

import java.util.List;

/**
 * A competence attested by a block.
 *
 * @param code its number in the référentiel
 * @param title its official label, exactly
 * @param indicators the labels of its indicators, exactly; none where the référentiel has none
 */
public record Competence(String code, String title, List<String> indicators) {
    public Competence {
        indicators = List.copyOf(indicators);
    }
}
