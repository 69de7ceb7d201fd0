package fr.minutier.certification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many examiners an épreuve has, and who designates them. A breach is told, never a refusal.
 *
 * @param number of examiners, at least 1
 * @param designated how many each authority designates, by its name in the bordereau; empty when no text says so
 */
public record ExaminerRule(int number, Map<String, Integer> designated, Source source) {
    public ExaminerRule {
        designated = Collections.unmodifiableMap(new LinkedHashMap<>(designated));
        if (number < 1 || designated.values().stream().anyMatch(share -> share < 1)) {
            throw new IllegalArgumentException("un nombre d’examinateurs est au moins 1");
        }
        if (!designated.isEmpty()
                && designated.values().stream().mapToInt(Integer::intValue).sum() != number) {
            throw new IllegalArgumentException("les examinateurs désignés ne font pas le nombre d’examinateurs");
        }
    }
}
