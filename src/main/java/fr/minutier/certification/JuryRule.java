package fr.minutier.certification;

import java.util.List;
import java.util.Optional;

/**
 * How a jury is composed, as far as the sources say. A breach is told, never a refusal: the law leaves it to the
 * authority.
 *
 * @param colleges all colleges a member may belong to
 * @param seats who sits for whom
 */
public record JuryRule(
        List<String> colleges, Optional<Chair> chair, Optional<Professionals> professionals, SeatRules seats) {
    public JuryRule {
        colleges = List.copyOf(colleges);
        if (!colleges.containsAll(chair.map(Chair::colleges).orElse(List.of()))
                || !colleges.containsAll(professionals
                        .map(rule -> List.of(rule.employers(), rule.employees()))
                        .orElse(List.of()))) {
            throw new IllegalArgumentException(
                    "un collège nommé par les règles du jury manque à la liste «\u00a0colleges\u00a0»");
        }
    }

    /**
     * Who presides.
     *
     * @param colleges those that the chair may come from
     */
    public record Chair(List<String> colleges, Source source) {
        public Chair {
            colleges = List.copyOf(colleges);
        }
    }

    /**
     * The representatives of the profession.
     *
     * @param employers college of the employers
     * @param employees college of the employees; both together are the professionals, in equal numbers
     * @param shareNumerator with {@code shareDenominator}, their least share among the members named
     */
    public record Professionals(
            String employers, String employees, int shareNumerator, int shareDenominator, Source source) {
        public Professionals {
            if (shareNumerator < 0 || shareDenominator <= 0 || shareNumerator > shareDenominator) {
                throw new IllegalArgumentException("la part des professionnels va de 0 à 1");
            }
        }

        /** Whether {@code professionals} among {@code members} reach the least share. */
        public boolean enough(int professionals, int members) {
            return professionals * shareDenominator >= members * shareNumerator;
        }
    }
}
