package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.AnyBordereau;
import fr.minutier.check.Bordereaux;
import fr.minutier.deliberation.Verdict;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases that juries ask about, one fact each, worked by hand. */
class WorkedCasesTest {
    private static Bordereaux one() {
        return Bordereaux.deis().candidate("C1");
    }

    private static Bordereaux memoir(String written, String oral) {
        return one().with("BC01 Mémoire", written).with("BC01 Soutenance", oral);
    }

    private static AnyBordereau caferuis(String technical, String team, String budget, String memoir, String oral) {
        return new AnyBordereau(Bordereaux.library(), "CAFERUIS-2004")
                .candidate(Map.of(
                        "Expertise technique", technical,
                        "Management d’équipe", team,
                        "Gestion administrative et budgétaire", budget,
                        "Mémoire", memoir,
                        "Soutenance", oral));
    }

    @Test
    void deis_memoir_13_and_oral_6_make_51_of_100_and_block_1_is_validated() {
        assertThat(memoir("13", "6").outcomes("C1")).contains("BC01 VALIDE epreuve 51");
    }

    @Test
    void deis_memoir_10_and_oral_9_99_make_49_98_which_fails_and_is_never_shown_as_50() {
        Bordereaux session = memoir("10", "9,99");
        assertThat(session.outcomes("C1")).contains("BC01 NON_VALIDE epreuve 49.98");
        assertThat(Printed.text(Printed.of(session).statement("C1")))
                .contains("49,98 100 50 non validé", "= 49,98 < 50 points sur 100 : non validé")
                .doesNotContain("50 100 50", "50,0");
    }

    @Test
    void deis_memoir_9_and_a_half_and_oral_10_75_make_50_and_block_1_is_validated() {
        assertThat(memoir("9,5", "10,75").outcomes("C1")).contains("BC01 VALIDE epreuve 50.00");
    }

    @Test
    void bc02_collective_14_and_oral_5_and_a_half_make_19_and_a_half_of_40_and_the_others_are_unaffected() {
        Bordereaux session = one().with("BC02 Rapport collectif", 14)
                .with("BC02 Soutenance", "5,5")
                .candidate("C2")
                .with("BC02 Rapport collectif", 14)
                .with("BC02 Soutenance", "6");
        assertThat(session.outcomes("C1")).contains("BC02 NON_VALIDE epreuve 19.5");
        assertThat(session.outcomes("C2")).contains("BC02 VALIDE epreuve 20");
    }

    @Test
    void two_members_of_a_group_with_different_written_marks_are_an_error_and_have_no_act() {
        Bordereaux session =
                one().with("BC02 Rapport collectif", 14).candidate("C2").with("BC02 Rapport collectif", 13);
        assertThat(session.anomalies())
                .filteredOn(found -> found.contains("GROUPE_NOTES_DIFFERENTES"))
                .hasSize(2);
        assertThat(Printed.of(session).paths()).isEmpty();
    }

    @Test
    void bc03_9_99_is_not_validated() {
        assertThat(one().with("BC03 Article", "9,99").outcomes("C1")).contains("BC03 NON_VALIDE epreuve 9.99");
    }

    @Test
    void caferuis_2004_memoir_9_and_oral_12_make_30_of_60_and_are_validated() {
        assertThat(caferuis("10", "10", "10", "9", "12").outcomes(1)).contains("DC1 VALIDE 30");
    }

    @Test
    void caferuis_2004_20_and_20_in_course_do_not_compensate_9_and_a_half() {
        AnyBordereau session = caferuis("20", "20", "9,5", "9", "12");
        assertThat(session.outcomes(1)).contains("DC2 VALIDE 20", "DC3 VALIDE 20", "DC4 NON_VALIDE 9.5");
        assertThat(session.verdicts()).containsExactly(Verdict.PARTIEL);
    }

    @Test
    void a_holder_of_the_caferuis_who_passes_blocks_1_and_2_obtains_the_deis_and_block_3_shows_no_mark() {
        for (String title : new String[] {"CAFERUIS", "CAFERUIS-2004", "CAFERUIS-2022"}) {
            Bordereaux session = one().clearBlock("BC03").with("Titre dispensant", title);
            assertThat(session.verdicts()).containsExactly(Map.entry("C1", Verdict.ADMIS));
            assertThat(session.outcomes("C1")).contains("BC03 DISPENSE dispense");
            assertThat(Printed.row(
                            Printed.of(session).statement("C1"),
                            2,
                            "BC03 Contribuer à conduire des projets de transformation sociale Bloc dispensé :"
                                    + " titulaire du CAFERUIS"))
                    .endsWith("dispensé");
        }
    }

    @Test
    void a_master_of_level_7_exempts_from_no_block() {
        Bordereaux session = one().clearBlock("BC03").with("Titre dispensant", "Master");
        assertThat(session.anomalies())
                .anyMatch(found -> found.startsWith("AVERTISSEMENT DISPENSE_SANS_EFFET"))
                .anyMatch(found -> found.startsWith("BLOQUANTE NOTE_MANQUANTE"));
    }

    @Test
    void an_absence_at_the_oral_leaves_a_memoir_of_18_without_total() {
        Bordereaux session = memoir("18", "ABS");
        assertThat(session.outcomes("C1")).contains("BC01 ABSENT epreuve");
        assertThat(session.verdicts()).containsExactly(Map.entry("C1", Verdict.PARTIEL));
    }

    @Test
    void vae_that_validates_blocks_1_and_3_bears_no_mark() {
        Bordereaux session = Bordereaux.deis().vaeCandidate("C1").with("BC02 VAE", "non validé");
        assertThat(session.outcomes("C1")).containsExactly("BC01 VALIDE vae", "BC02 NON_VALIDE vae", "BC03 VALIDE vae");
        assertThat(Printed.of(session).files("C1")).contains("attestation-bloc-BC01.pdf", "attestation-bloc-BC03.pdf");
    }

    @Test
    void three_blocks_each_by_its_route_make_the_diploma_and_the_attestation_is_silent_on_vae() {
        Bordereaux session = Bordereaux.deis()
                .vaeCandidate("C1")
                .with("Blocs acquis", "BC02 (12/06/2024)")
                .clear("BC02 VAE", "BC03 VAE")
                .with("Titre dispensant", "CAFDES");
        assertThat(session.outcomes("C1"))
                .containsExactly("BC01 VALIDE vae", "BC02 ACQUIS acquis", "BC03 DISPENSE dispense");
        assertThat(session.verdicts()).containsExactly(Map.entry("C1", Verdict.ADMIS));
        assertThat(Printed.of(session).of("C1"))
                .filteredOn(Printed::attests)
                .hasSize(1)
                .allSatisfy(act -> assertThat(Printed.text(act))
                        .doesNotContain("VAE", "expérience", "dispens", "antérieur", "voie"));
    }

    @Test
    void a_suspicion_of_fraud_withholds_the_result_and_prints_nothing_for_that_candidate() {
        Bordereaux session =
                one().with("Résultat réservé", "suspicion de fraude").candidate("C2");
        assertThat(session.verdicts())
                .containsExactly(Map.entry("C1", Verdict.RESERVE), Map.entry("C2", Verdict.ADMIS));
        assertThat(Printed.of(session).paths()).isNotEmpty().allMatch(path -> path.startsWith("candidats/C2/"));
    }

    @Test
    void a_mark_raised_from_9_and_a_half_to_10_is_another_content_than_the_one_that_was_closed() {
        Bordereaux closed = one().with("BC03 Article", "9,5");
        Bordereaux raised = one().with("BC03 Article", "9,5").settled("C1", "BC03 Article", 10);
        assertThat(raised.content()).isNotEqualTo(closed.content());
        assertThat(raised.outcomes("C1")).contains("BC03 VALIDE epreuve 10");
    }

    @Test
    void too_few_professionals_or_unequal_ones_are_a_warning_and_no_refusal() {
        Bordereaux session = one().member("Saule", "Salariés", "membre")
                .member("Tremble", "Formateurs", "membre")
                .member("If", "Formateurs", "membre");
        assertThat(session.anomalies()).anyMatch(found -> found.startsWith("AVERTISSEMENT JURY_PARITE"));
        assertThat(session.withheld()).isFalse();
        Bordereaux few = one();
        for (String name : new String[] {"Saule", "Tremble", "If", "Charme", "Hêtre"}) {
            few.member(name, "Formateurs", "membre");
        }
        assertThat(few.anomalies()).anyMatch(found -> found.startsWith("AVERTISSEMENT JURY_PROFESSIONNELS"));
        assertThat(few.withheld()).isFalse();
    }

    @Test
    void a_session_of_2027_under_rncp39644_is_a_warning_only() {
        Bordereaux session = one().field("Date de délibération", "15/01/2027").readOn(LocalDate.of(2027, 2, 1));
        assertThat(session.anomalies()).anyMatch(found -> found.startsWith("AVERTISSEMENT HORS_VALIDITE"));
        assertThat(session.withheld()).isFalse();
    }

    @Test
    void a_name_with_ligature_apostrophe_and_hyphen_is_printed_intact_with_its_birth_abroad_and_use_name() {
        Bordereaux session = one().with("Nom de naissance", "Œuvrard-d’Éon")
                .with("Prénoms", "Élodie Ysé")
                .with("Nom d'usage", "Nguyễn")
                .with("Lieu de naissance", "Besançon (Belgique)");
        for (Act act : Printed.of(session).of("C1")) {
            if (act.kind() == ActKind.RELEVE_DE_NOTES || act.kind() == ActKind.ATTESTATION_DE_REUSSITE) {
                assertThat(Printed.text(act)).contains("Élodie Ysé Œuvrard-d’Éon", "Nguyễn", "Besançon (Belgique)");
            }
        }
    }
}
