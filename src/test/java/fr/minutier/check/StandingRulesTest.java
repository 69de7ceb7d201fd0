package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Evidence;
import fr.minutier.session.Standing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a candidate stands towards a block (contract, sections 3.3 and 4). */
class StandingRulesTest {
    private static Bordereaux one() {
        return deis().candidate("0001");
    }

    private static Bordereaux vae() {
        return deis().vaeCandidate("0001");
    }

    @Test
    void acquired_blocks_may_bear_their_date() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC01; BC03 (12/06/2024)")
                .clearBlock("BC01")
                .clearBlock("BC03");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.read("0001").standings())
                .containsEntry("BC01", new Standing.AcquiredEarlier(null))
                .containsEntry("BC03", new Standing.AcquiredEarlier(LocalDate.of(2024, 6, 12)));
    }

    @Test
    void an_acquired_block_may_bear_its_number_in_the_register() {
        assertThat(one().with("Blocs acquis", "RNCP39644BC01")
                        .clearBlock("BC01")
                        .outcomes("0001"))
                .startsWith("BC01 ACQUIS acquis");
    }

    @Test
    void a_block_that_does_not_exist_withholds_its_candidate() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC04");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE BLOC_INCONNU Candidats!M2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void every_block_that_does_not_exist_is_listed() {
        assertThat(one().with("Blocs acquis", "BC04 ; BC05").anomalies())
                .containsExactly(
                        "BLOQUANTE BLOC_INCONNU Candidats!M2 0001", "BLOQUANTE BLOC_INCONNU Candidats!M2 0001");
    }

    @Test
    void an_award_on_no_day_of_the_calendar_withholds_its_candidate() {
        assertThat(one().with("Blocs acquis", "BC01 (31/06/2024)")
                        .clearBlock("BC01")
                        .anomalies())
                .containsExactly("BLOQUANTE DATE_INVALIDE Candidats!M2 0001");
    }

    @Test
    void a_mark_in_an_acquired_block_is_unexpected() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC03");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_INATTENDUE Candidats!V2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_mark_in_a_dispensed_block_is_unexpected() {
        assertThat(one().with("Titre dispensant", "CAFDES").anomalies())
                .containsExactly("BLOQUANTE NOTE_INATTENDUE Candidats!V2 0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "NP"})
    void an_absence_in_a_dispensed_block_is_unexpected_too(String word) {
        assertThat(one().with("Titre dispensant", "CAFDES")
                        .clearBlock("BC03")
                        .with("BC03 Article", word)
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_INATTENDUE Candidats!V2 0001");
    }

    @Test
    void a_faulty_mark_in_a_dispensed_block_keeps_its_own_code_alone() {
        assertThat(one().with("Titre dispensant", "CAFDES")
                        .clearBlock("BC03")
                        .with("BC03 Article", "douze")
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
    }

    @Test
    void a_length_or_a_competence_in_a_dispensed_block_withholds_nothing() {
        assertThat(one().with("Titre dispensant", "CAFDES")
                        .clear("BC03 Article")
                        .verdicts())
                .containsEntry("0001", Verdict.ADMIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAFDES",
                "caferuis",
                "CAFERUIS (2019)",
                "Master ; CAFERUIS",
                "Certificat d'aptitude aux fonctions d'encadrement et de responsable d'unité d'intervention sociale"
            })
    void two_titles_dispense_of_block_3(String title) {
        assertThat(one().with("Titre dispensant", title).clearBlock("BC03").outcomes("0001"))
                .contains("BC03 DISPENSE dispense");
    }

    @Test
    void a_title_that_dispenses_of_nothing_is_a_warning() {
        Bordereaux bordereau = one().with("Titre dispensant", "Master de sociologie");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT DISPENSE_SANS_EFFET Candidats!L2 0001");
        assertThat(bordereau.outcomes("0001")).contains("BC03 VALIDE epreuve 12");
    }

    @Test
    void an_earlier_award_wins_over_a_dispense_and_says_so() {
        Bordereaux bordereau = one().with("Titre dispensant", "CAFDES")
                .with("Blocs acquis", "BC03")
                .clearBlock("BC03");
        assertThat(bordereau.anomalies()).containsExactly("INFORMATION DISPENSE_SUPERFLUE Candidats!L2 0001");
        assertThat(bordereau.outcomes("0001")).contains("BC03 ACQUIS acquis");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_vae_candidate_needs_no_marks_no_lengths_no_group() {
        assertThat(vae().anomalies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BC01 VAE, Y2", "BC02 VAE, Z2", "BC03 VAE, AA2"})
    void a_vae_decision_that_is_missing_withholds_its_candidate(String column, String cell) {
        Bordereaux bordereau = vae().with(column, "");
        assertThat(bordereau.anomalies())
                .containsExactly("BLOQUANTE VAE_DECISION_MANQUANTE Candidats!" + cell + " 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_vae_decision_is_validated_or_not_or_not_asked() {
        assertThat(vae().with("BC01 VAE", "Non Validé")
                        .with("BC02 VAE", "NON DEMANDE")
                        .with("BC03 VAE", "valide")
                        .outcomes("0001"))
                .containsExactly("BC01 NON_VALIDE vae", "BC02 NON_PRESENTE vae", "BC03 VALIDE vae");
        assertThat(vae().with("BC01 VAE", "peut-être").anomalies())
                .containsExactly("BLOQUANTE VAE_DECISION_MANQUANTE Candidats!Y2 0001");
    }

    @Test
    void a_vae_decision_whose_formula_has_no_value_is_told_once() {
        assertThat(vae().with("BC01 VAE", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Candidats!Y2 0001");
    }

    @Test
    void a_vae_decision_for_another_route_is_unexpected() {
        Bordereaux bordereau = one().with("BC01 VAE", "validé");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE VAE_DECISION_INATTENDUE Candidats!Y2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_vae_decision_beside_a_dispense_or_an_award_is_unexpected() {
        assertThat(vae().with("Titre dispensant", "CAFDES").anomalies())
                .containsExactly("BLOQUANTE VAE_DECISION_INATTENDUE Candidats!AA2 0001");
        assertThat(vae().with("Blocs acquis", "BC01").anomalies())
                .containsExactly("BLOQUANTE VAE_DECISION_INATTENDUE Candidats!Y2 0001");
    }

    @Test
    void a_vae_candidate_may_hold_a_block_otherwise() {
        Bordereaux bordereau = vae().with("Titre dispensant", "CAFDES").with("BC03 VAE", "");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0001"))
                .containsExactly("BC01 VALIDE vae", "BC02 VALIDE vae", "BC03 DISPENSE dispense");
    }

    @Test
    void marks_of_a_vae_candidate_are_unexpected_each() {
        assertThat(vae().with("BC01 Mémoire", 12).with("BC01 Soutenance", "ABS").anomalies())
                .containsExactly(
                        "BLOQUANTE NOTE_INATTENDUE Candidats!P2 0001", "BLOQUANTE NOTE_INATTENDUE Candidats!R2 0001");
    }

    @Test
    void lengths_and_group_of_a_vae_candidate_withhold_nothing() {
        assertThat(vae().with("BC01 Pages", 400).with("Groupe", "G1").verdicts())
                .containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_settled_mark_in_a_dispensed_block_is_unexpected() {
        assertThat(one().with("Titre dispensant", "CAFDES")
                        .clearBlock("BC03")
                        .settled("0001", "BC03 Article", 12)
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_INATTENDUE Délibération!C2 0001");
    }

    @Test
    void a_title_and_an_award_may_say_who_gave_them_and_who_saw_the_document() {
        Bordereaux bordereau = one().column("Titre obtenu le")
                .column("Titre délivré par")
                .column("Titre vu par")
                .column("Acquis délivrés par")
                .column("Acquis vus par")
                .with("Titre dispensant", "CAFERUIS")
                .with("Titre obtenu le", "30/06/2019")
                .with("Titre délivré par", "DREETS de Valdanie")
                .with("Titre vu par", "Mme Fougère, secrétariat")
                .with("Blocs acquis", "BC01 (12/06/2024)")
                .with("Acquis délivrés par", "jury de Valdanie")
                .with("Acquis vus par", "M. Genêt")
                .clearBlock("BC01")
                .clearBlock("BC03");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.read("0001").standings())
                .containsEntry(
                        "BC01",
                        new Standing.AcquiredEarlier(
                                LocalDate.of(2024, 6, 12), new Evidence("jury de Valdanie", "M. Genêt")))
                .containsEntry(
                        "BC03",
                        new Standing.Exempt(
                                Bordereaux.deisDefinition().exemptions().getLast(),
                                LocalDate.of(2019, 6, 30),
                                new Evidence("DREETS de Valdanie", "Mme Fougère, secrétariat")));
    }

    @ParameterizedTest
    @CsvSource({"juin 2019", "31/06/2019", "20/06/2026"})
    void a_title_obtained_on_no_day_or_after_the_session_withholds_its_candidate(String day) {
        assertThat(one().column("Titre obtenu le")
                        .with("Titre dispensant", "CAFERUIS")
                        .with("Titre obtenu le", day)
                        .clearBlock("BC03")
                        .anomalies())
                .containsExactly("BLOQUANTE DATE_INVALIDE Candidats!AB2 0001");
    }

    @Test
    void an_award_after_the_session_withholds_its_candidate() {
        assertThat(one().with("Blocs acquis", "BC01 (20/06/2026)")
                        .clearBlock("BC01")
                        .anomalies())
                .containsExactly("BLOQUANTE DATE_INVALIDE Candidats!M2 0001");
    }

    @Test
    void an_award_under_the_former_rule_of_five_years_is_told_and_kept() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC01 (24/01/2019)").clearBlock("BC01");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT ACQUIS_ANCIEN Candidats!M2 0001");
        assertThat(bordereau.messages().getFirst()).contains("5\u00a0ans", "ancien art.\u00a015", "gardé comme acquis");
        assertThat(bordereau.outcomes("0001")).startsWith("BC01 ACQUIS acquis");
        assertThat(one().with("Blocs acquis", "BC01 (25/01/2019)")
                        .clearBlock("BC01")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_candidate_by_vae_may_ask_for_some_blocks_only() {
        Bordereaux bordereau = vae().with("BC02 VAE", "non demandé").with("BC03 VAE", "non validé");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0001"))
                .containsExactly("BC01 VALIDE vae", "BC02 NON_PRESENTE vae", "BC03 NON_VALIDE vae");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.PARTIEL);
        assertThat(vae().with("BC01 VAE", "non validé")
                        .with("BC02 VAE", "non demandé")
                        .with("BC03 VAE", "non validé")
                        .verdicts())
                .containsEntry("0001", Verdict.AJOURNE);
        assertThat(vae().verdicts()).containsEntry("0001", Verdict.ADMIS);
    }
}
