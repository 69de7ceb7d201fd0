package fr.minutier.certification;

import java.util.List;

/**
 * How a jury is composed. A breach is told, never a refusal: the law leaves it to the authority.
 *
 * @param colleges all colleges a member may belong to
 * @param chairColleges those that the chair may come from
 * @param employers college of the employers
 * @param employees college of the employees; both together are the professionals, in equal numbers
 * @param seats who sits for whom
 * @param shareNumerator with {@code shareDenominator}, the least share of professionals among the members named
 */
public record JuryRule(
        List<String> colleges,
        List<String> chairColleges,
        Source chairSource,
        String employers,
        String employees,
        int shareNumerator,
        int shareDenominator,
        Source professionalsSource,
        SeatRules seats) {
    public JuryRule {
        colleges = List.copyOf(colleges);
        chairColleges = List.copyOf(chairColleges);
        if (!colleges.containsAll(chairColleges) || !colleges.contains(employers) || !colleges.contains(employees)) {
            throw new IllegalArgumentException(
                    "un collège nommé par les règles du jury manque à la liste «\u00a0colleges\u00a0»");
        }
        if (shareNumerator < 0 || shareDenominator <= 0 || shareNumerator > shareDenominator) {
            throw new IllegalArgumentException("la part des professionnels va de 0 à 1");
        }
    }

    /** Whether {@code professionals} among {@code members} reach the least share. */
    public boolean enoughProfessionals(int professionals, int members) {
        return professionals * shareDenominator >= members * shareNumerator;
    }
}
