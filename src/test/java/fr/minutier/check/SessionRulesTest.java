package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet {@code Session} (contract, section 3.1): its field names in column A, their values in B, from row 2. */
class SessionRulesTest {
    private static Bordereaux one() {
        return deis().candidate("0001");
    }

    @Test
    void a_bordereau_without_a_fault_raises_nothing() {
        assertThat(one().anomalies()).isEmpty();
        assertThat(one().session().id()).isEqualTo("DEIS-2026-06");
        assertThat(one().session().label()).isEqualTo("Session de juin 2026");
        assertThat(one().session().status()).isEqualTo(Status.DEFINITIF);
        assertThat(one().session().deliberatedOn()).isEqualTo(LocalDate.of(2026, 6, 19));
    }

    @ParameterizedTest
    @CsvSource({"Session, B2", "Certification, B3", "Libellé, B4"})
    void a_required_field_left_empty_withholds_the_session(String field, String cell) {
        Bordereaux bordereau = one().field(field, "");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE CHAMP_MANQUANT Session!" + cell);
        assertThat(bordereau.withheld()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session", "Certification", "Libellé"})
    void a_required_field_without_its_row_withholds_the_session(String field) {
        Bordereaux bordereau = one().withoutField(field);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE CHAMP_MANQUANT Session!");
        assertThat(bordereau.withheld()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deis-2026", "DE", "DEIS 2026", "-DEIS", "DÉIS-2026", "DEIS/2026", "../DEIS"})
    void a_session_that_cannot_name_a_folder_is_refused(String id) {
        Bordereaux bordereau = one().field("Session", id);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE SESSION_INVALIDE Session!B2");
        assertThat(bordereau.check().sessionId()).isNull();
    }

    @Test
    void a_session_has_3_to_40_characters() {
        assertThat(one().field("Session", "D26").anomalies()).isEmpty();
        assertThat(one().field("Session", "D".repeat(40)).anomalies()).isEmpty();
        assertThat(one().field("Session", "D".repeat(41)).anomalies())
                .containsExactly("BLOQUANTE SESSION_INVALIDE Session!B2");
    }

    @Test
    void a_withheld_session_is_still_tied_to_its_name() {
        Checked checked = one().field("Libellé", "").check();
        assertThat(checked.session()).isNull();
        assertThat(checked.sessionId()).isEqualTo("DEIS-2026-06");
    }

    @Test
    void a_certification_without_definition_is_unknown() {
        Bordereaux bordereau = one().field("Certification", "DEIS-RNCP4505");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE CERTIFICATION_INCONNUE Session!B3");
        assertThat(bordereau.messages().getFirst()).contains("DEIS-RNCP39644");
    }

    @Test
    void an_unknown_certification_does_not_hide_what_else_is_wrong() {
        assertThat(one().field("Certification", "DEIS-RNCP4505")
                        .juror("Qualité", "")
                        .with("Prénoms", "")
                        .candidate("0001")
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE CERTIFICATION_INCONNUE Session!B3",
                        "BLOQUANTE CHAMP_MANQUANT Jury!D5",
                        "BLOQUANTE CANDIDAT_DOUBLON Candidats!A2 0001",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E2 0001",
                        "BLOQUANTE CANDIDAT_DOUBLON Candidats!A3 0001");
        assertThat(one().withoutField("Certification").withoutSheet("Candidats").anomalies())
                .containsExactlyInAnyOrder("BLOQUANTE CHAMP_MANQUANT Session!", "BLOQUANTE FEUILLE_MANQUANTE !");
    }

    @Test
    void a_session_is_provisional_unless_it_says_otherwise() {
        assertThat(one().withoutField("Statut").session().status()).isEqualTo(Status.PROVISOIRE);
        assertThat(one().field("Statut", "").session().status()).isEqualTo(Status.PROVISOIRE);
        assertThat(one().field("Statut", "Définitif").session().status()).isEqualTo(Status.DEFINITIF);
        assertThat(one().field("Statut", "DEFINITIF").session().status()).isEqualTo(Status.DEFINITIF);
    }

    @Test
    void a_status_that_does_not_exist_is_refused() {
        assertThat(one().field("Statut", "final").anomalies()).containsExactly("BLOQUANTE SESSION_INVALIDE Session!B5");
    }

    @Test
    void a_definitive_session_needs_the_day_of_its_deliberation() {
        assertThat(one().field("Date de délibération", "").anomalies())
                .containsExactly("BLOQUANTE CHAMP_MANQUANT Session!B6");
        assertThat(one().withoutField("Date de délibération").anomalies())
                .containsExactly("BLOQUANTE CHAMP_MANQUANT Session!");
    }

    @Test
    void a_provisional_session_may_wait_for_its_deliberation() {
        Bordereaux bordereau = one().field("Statut", "provisoire").field("Date de délibération", "");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.session().deliberatedOn()).isNull();
    }

    @Test
    void the_deliberation_is_dated_as_text_or_as_a_spreadsheet_date() {
        LocalDate day = LocalDate.of(2026, 6, 19);
        assertThat(one().field("Date de délibération", "2026-06-19").session().deliberatedOn())
                .isEqualTo(day);
        assertThat(one().field("Date de délibération", day).session().deliberatedOn())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/06/2026", "juin 2026", "19/06/26"})
    void a_day_that_no_calendar_has_is_refused(String written) {
        assertThat(one().field("Date de délibération", written).anomalies())
                .containsExactly("BLOQUANTE DATE_INVALIDE Session!B6");
    }

    @Test
    void a_deliberation_of_today_is_good_and_one_of_tomorrow_is_not() {
        assertThat(one().field("Date de délibération", "30/06/2026").anomalies())
                .isEmpty();
        assertThat(one().field("Date de délibération", "01/07/2026").anomalies())
                .containsExactly("BLOQUANTE DATE_INVALIDE Session!B6");
    }

    @Test
    void a_deliberation_before_all_births_is_the_fault_of_the_session() {
        Bordereaux bordereau = one().candidate("0002").field("Date de délibération", "19/06/1926");
        assertThat(bordereau.anomalies()).contains("BLOQUANTE DATE_INVALIDE Session!B6");
        assertThat(bordereau.anomalies()).noneMatch(anomaly -> anomaly.contains("Candidats"));
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_deliberation_before_one_birth_is_the_fault_of_that_candidate() {
        Bordereaux bordereau = one().candidate("0002").with("Date de naissance", "20/06/2026");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DATE_INVALIDE Candidats!F3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.RESERVE));
    }

    @Test
    void a_deliberation_after_the_end_of_the_registration_is_a_warning() {
        Bordereaux bordereau = one().field("Date de délibération", "15/01/2027").readOn(LocalDate.of(2027, 2, 1));
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT HORS_VALIDITE Session!B6");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void authorities_may_be_repeated_and_come_from_the_definition_when_none_is_named() {
        assertThat(one().session().authorities())
                .containsExactly("Le préfet de région", "Le recteur de région académique");
        assertThat(one().andField("Autorité", "Le préfet de la région Bretagne")
                        .andField("Autorité", "Le recteur de la région académique Bretagne")
                        .session()
                        .authorities())
                .containsExactly("Le préfet de la région Bretagne", "Le recteur de la région académique Bretagne");
    }

    @Test
    void a_number_of_candidates_that_differs_from_the_rows_withholds_the_session() {
        Bordereaux bordereau = one().field("Nombre de candidats", 2);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE EFFECTIF_DIFFERENT Session!B7");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_number_of_candidates_that_agrees_or_is_left_out_says_nothing() {
        assertThat(one().candidate("0002").field("Nombre de candidats", 2).anomalies())
                .isEmpty();
        assertThat(one().field("Nombre de candidats", "1").anomalies()).isEmpty();
        assertThat(one().field("Nombre de candidats", "").anomalies()).isEmpty();
    }

    @Test
    void a_number_of_candidates_that_is_no_number_differs() {
        assertThat(one().field("Nombre de candidats", "un").anomalies())
                .containsExactly("BLOQUANTE EFFECTIF_DIFFERENT Session!B7");
    }

    @Test
    void what_is_optional_is_read_where_it_is_given() {
        assertThat(one().field("Lieu", "Rennes").session().circumstances().place())
                .isEqualTo("Rennes");
        assertThat(one().field("Lieu", "").session().circumstances().place()).isNull();
        assertThat(one().session().circumstances().observations()).isNull();
    }

    @Test
    void a_field_that_nobody_knows_is_information() {
        assertThat(one().field("Couleur", "bleu").anomalies())
                .containsExactly("INFORMATION COLONNE_INCONNUE Session!A7");
    }

    @Test
    void a_field_given_twice_with_two_values_leaves_open_which_one_counts() {
        assertThat(one().andField("Libellé", "Session de juillet 2026").anomalies())
                .containsExactly("BLOQUANTE SESSION_INVALIDE Session!B7");
        assertThat(one().andField("Libellé", "Session de juin 2026").anomalies())
                .isEmpty();
    }

    @Test
    void a_field_whose_formula_has_no_value_is_told_once() {
        assertThat(one().field("Libellé", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Session!B4");
        assertThat(one().field("Date de délibération", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Session!B6");
        assertThat(one().field("Session", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Session!B2");
        assertThat(one().field("Nombre de candidats", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Session!B7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session", "Jury", "Candidats"})
    void a_missing_sheet_withholds_the_session(String sheet) {
        Bordereaux bordereau = one().withoutSheet(sheet);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE FEUILLE_MANQUANTE !");
        assertThat(bordereau.messages().getFirst()).contains("«\u00a0" + sheet + "\u00a0»");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_sheet_without_a_header_withholds_the_session() {
        assertThat(one().withoutSheet("Jury").sheet("Jury", "Orme|Dominique").anomalies())
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE Jury!");
    }

    @Test
    void a_sheet_of_settled_marks_without_a_header_is_not_passed_over() {
        Bordereaux bordereau = one().sheet("Délibération", "0001|BC03 Article|9");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE COLONNE_MANQUANTE Délibération!");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void an_empty_sheet_of_settled_marks_is_as_good_as_none() {
        assertThat(one().sheet("Délibération").anomalies()).isEmpty();
    }

    @Test
    void a_sheet_that_nobody_knows_is_information() {
        assertThat(one().sheet("Budget", "Salle|120").anomalies())
                .containsExactly("INFORMATION FEUILLE_INCONNUE Budget!");
    }

    @Test
    void two_sheets_of_candidates_leave_open_which_one_counts() {
        Bordereaux bordereau = one().sheet("CANDIDATS ", "N° candidat|Nom de naissance", "0002|Bruyère");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE FEUILLE_DOUBLE CANDIDATS !");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void all_faults_of_the_session_are_found_at_once() {
        assertThat(one().field("Session", "x")
                        .field("Libellé", "")
                        .field("Statut", "final")
                        .field("Date de délibération", "hier")
                        .field("Nombre de candidats", 9)
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE SESSION_INVALIDE Session!B2",
                        "BLOQUANTE CHAMP_MANQUANT Session!B4",
                        "BLOQUANTE SESSION_INVALIDE Session!B5",
                        "BLOQUANTE DATE_INVALIDE Session!B6",
                        "BLOQUANTE EFFECTIF_DIFFERENT Session!B7");
    }

    @Test
    void a_text_with_a_character_that_the_fonts_lack_is_refused() {
        assertThat(one().fontsLack("龍").field("Lieu", "Rennes 龍").anomalies())
                .containsExactly("BLOQUANTE CARACTERE_NON_IMPRIMABLE Session!B7");
    }

    @Test
    void a_text_longer_than_a_row_holds_is_refused_and_observations_may_fill_pages() {
        assertThat(one().field("Lieu", "x".repeat(1_001)).anomalies())
                .containsExactly("BLOQUANTE TEXTE_TROP_LONG Session!B7");
        assertThat(one().field("Observations", "x ".repeat(9_999)).anomalies()).isEmpty();
        assertThat(one().field("Observations", "x".repeat(20_001)).anomalies())
                .containsExactly("BLOQUANTE TEXTE_TROP_LONG Session!B7");
    }
}
