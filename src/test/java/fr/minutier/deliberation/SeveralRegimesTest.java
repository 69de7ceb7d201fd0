package fr.minutier.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.AnyBordereau;
import fr.minutier.check.Bordereaux;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The certifications of the library that are not of the form of the DEIS: expected values by hand. */
class SeveralRegimesTest {
    private static AnyBordereau caferuis() {
        return new AnyBordereau(Bordereaux.library(), "CAFERUIS-2004");
    }

    private static Map<String, Object> marks(
            Object expertise, Object management, Object administration, Object memoir, Object oral) {
        return new HashMap<>(Map.of(
                "Expertise technique", expertise,
                "Management d’équipe", management,
                "Gestion administrative et budgétaire", administration,
                "Mémoire", memoir,
                "Soutenance", oral));
    }

    @Test
    void caferuis_2004_memoir_9_and_oral_12_make_30_of_60_points() {
        AnyBordereau session = caferuis().candidate(marks("10", "10", "10", "9", "12"));
        assertThat(session.outcomes(1))
                .containsExactly(
                        "DC1 VALIDE 30", "DC2 VALIDE 10", "DC3 VALIDE 10", "DC4 VALIDE 10", "DC5 VALIDE", "DC6 VALIDE");
        assertThat(session.verdicts()).containsExactly(Verdict.ADMIS);
    }

    @Test
    void caferuis_2004_20_and_20_do_not_make_up_for_9_and_a_half() {
        AnyBordereau session = caferuis().candidate(marks("20", "20", "9,5", "15", "15"));
        assertThat(session.outcomes(1))
                .contains("DC2 VALIDE 20", "DC3 VALIDE 20", "DC4 NON_VALIDE 9.5", "DC5 NON_VALIDE", "DC6 NON_VALIDE");
        assertThat(session.verdicts()).containsExactly(Verdict.PARTIEL);
    }

    @Test
    void a_domain_held_before_stands_for_its_epreuve_in_the_transversal_domains_too() {
        Map<String, Object> row = marks("", "", "", "12", "13");
        row.put("Blocs acquis", "DC2 (12/06/2024); DC3; DC4");
        AnyBordereau session = caferuis().candidate(row);
        assertThat(session.faults()).isEmpty();
        assertThat(session.outcomes(1))
                .containsExactly("DC1 VALIDE 37", "DC2 ACQUIS", "DC3 ACQUIS", "DC4 ACQUIS", "DC5 VALIDE", "DC6 VALIDE");
        assertThat(session.verdicts()).containsExactly(Verdict.ADMIS);
    }

    @Test
    void a_transversal_domain_held_before_stands_for_no_epreuve() {
        Map<String, Object> row = marks("10", "10", "10", "9", "12");
        row.put("Blocs acquis", "DC5");
        assertThat(caferuis().candidate(row).outcomes(1)).contains("DC2 VALIDE 10", "DC5 ACQUIS", "DC6 VALIDE");
    }

    @Test
    void an_absence_at_one_epreuve_is_an_absence_in_every_domain_that_rests_on_it() {
        assertThat(caferuis().candidate(marks("ABS", "10", "10", "9", "12")).outcomes(1))
                .contains("DC2 ABSENT", "DC3 VALIDE 10", "DC5 ABSENT", "DC6 ABSENT");
    }

    @Test
    void an_epreuve_that_is_not_presented_leaves_its_domains_to_be_acquired() {
        assertThat(caferuis().candidate(marks("NP", "10", "10", "9", "12")).outcomes(1))
                .contains("DC2 NON_PRESENTE", "DC3 VALIDE 10", "DC5 NON_PRESENTE");
    }

    @Test
    void no_final_session_is_decided_by_a_threshold_that_nobody_has_given() {
        AnyBordereau session =
                new AnyBordereau(Bordereaux.library(), "CASP-CNAM").candidate(Map.of("ACT1 Évaluation continue", "12"));
        assertThat(session.faults()).contains("REGLAGE_A_REMPLIR");
        assertThat(session.check().session()).isNull();
        assertThat(session.messages()).anyMatch(sentence -> sentence.contains("seuil de l’épreuve"));
    }

    @Test
    void a_provisional_one_is_checked_and_its_results_wait() {
        AnyBordereau session = new AnyBordereau(Bordereaux.library(), "CASP-CNAM")
                .provisional()
                .candidate(Map.of("ACT1 Évaluation continue", "22"));
        assertThat(session.faults()).contains("NOTE_HORS_BORNES 1", "REGLAGE_A_REMPLIR 1");
    }

    @Test
    void titles_known_by_name_are_refused_with_the_facts_that_are_missing() {
        for (String code : List.of("CAFERUIS-2022", "CAFDES-2022")) {
            AnyBordereau session = new AnyBordereau(Bordereaux.library(), code).candidate(Map.of());
            assertThat(session.faults()).contains("CERTIFICATION_INCOMPLETE");
            assertThat(session.messages())
                    .anyMatch(sentence ->
                            sentence.contains(code) && sentence.contains("il manque") && sentence.contains("seuils"));
        }
    }
}
