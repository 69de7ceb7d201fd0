package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Content;
import fr.minutier.certification.Competence;
import fr.minutier.deliberation.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks, lengths and competences (contract, section 3.3). */
class MarkRulesTest {
    private static Bordereaux one() {
        return deis().candidate("0001");
    }

    private static List<String> article(Object written) {
        return one().with("BC03 Article", written).anomalies();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12,5", "12.5", "12,5/20", "12,50", " 12,5 ", "12,5\u00a0", "\u202f12,5", "12,5 / 20", "+12,5"})
    void a_mark_is_read_however_it_is_written(String written) {
        assertThat(one().with("BC03 Article", written).outcomes("0001")).contains("BC03 VALIDE epreuve 12.5");
    }

    @Test
    void a_numeric_cell_is_a_mark() {
        assertThat(one().with("BC03 Article", new BigDecimal("9.96")).outcomes("0001"))
                .contains("BC03 NON_VALIDE epreuve 9.96");
    }

    @Test
    void zero_and_twenty_are_marks() {
        assertThat(article("0")).isEmpty();
        assertThat(article("20")).isEmpty();
    }

    @Test
    void an_empty_mark_is_missing_and_never_zero() {
        Bordereaux bordereau = deis().candidate("0001").with("BC03 Article", "").candidate("0002");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
    }

    @Test
    void white_space_is_an_empty_mark() {
        assertThat(article(" \u00a0 ")).containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001");
    }

    @Test
    void a_formula_without_value_is_never_zero() {
        Bordereaux bordereau = one().with("BC03 Article", FORMULA);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Candidats!V2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"douze", "12;5", "12,5,5", "1 2", "12/40", "12-13", "12?", "/20", "absent", "O", "1e1", "--"})
    void what_cannot_be_read_is_unreadable_and_nothing_else(String written) {
        Bordereaux bordereau = one().with("BC03 Article", written);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void an_error_of_the_spreadsheet_a_date_and_a_logical_value_are_unreadable() {
        assertThat(article(new Content.Fault("#DIV/0!"))).containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
        assertThat(article(LocalDate.of(2026, 5, 12))).containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
        assertThat(article(new Content.Truth(true))).containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "21", "21/20", "20,01", "-0,5", "125", "20,001", "\u22121"})
    void what_can_be_read_outside_0_to_20_is_out_of_bounds_and_nothing_else(String written) {
        assertThat(article(written)).containsExactly("BLOQUANTE NOTE_HORS_BORNES Candidats!V2 0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9,995", "9,999", "0,001", "12,345/20"})
    void what_is_finer_than_a_hundredth_is_refused_and_never_rounded(String written) {
        Bordereaux bordereau = one().with("BC03 Article", written);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_PAS Candidats!V2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "abs", "Abs.", " ABS "})
    void abs_is_an_absence(String written) {
        assertThat(one().with("BC03 Article", written).outcomes("0001")).contains("BC03 ABSENT epreuve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NP", "np", "N.P."})
    void np_is_an_epreuve_not_presented(String written) {
        assertThat(one().with("BC03 Article", written).outcomes("0001")).contains("BC03 NON_PRESENTE epreuve");
    }

    @Test
    void np_on_one_component_alone_is_a_missing_mark_there() {
        Bordereaux bordereau = one().with("BC01 Soutenance", "NP");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void np_beside_an_absence_is_a_missing_mark_there() {
        assertThat(one().with("BC01 Mémoire", "ABS")
                        .with("BC01 Soutenance", "NP")
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001");
    }

    @Test
    void np_beside_an_empty_cell_makes_two_missing_marks() {
        assertThat(one().with("BC01 Mémoire", "").with("BC01 Soutenance", "NP").anomalies())
                .containsExactly(
                        "BLOQUANTE NOTE_MANQUANTE Candidats!P2 0001", "BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001");
    }

    @Test
    void a_missing_defence_beside_an_absence_is_still_missing() {
        assertThat(one().with("BC01 Mémoire", "ABS").with("BC01 Soutenance", "").anomalies())
                .containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BC01 Mémoire", "BC01 Soutenance", "BC02 Rapport collectif", "BC02 Soutenance", "BC03 Article"})
    void a_column_of_marks_that_somebody_needs_withholds_the_session_and_is_told_once(String column) {
        Bordereaux bordereau = one().withoutColumn(column);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE COLONNE_MANQUANTE Candidats!A1");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_column_of_marks_that_nobody_needs_may_be_left_out() {
        assertThat(deis().vaeCandidate("0001")
                        .candidate("0002")
                        .with("Titre dispensant", "CAFDES")
                        .clearBlock("BC03")
                        .withoutColumn("BC03 Article")
                        .anomalies())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BC01 Pages, 89, LONGUEUR_MEMOIRE, Q2",
        "BC01 Pages, 121, LONGUEUR_MEMOIRE, Q2",
        "BC02 Pages, 29, LONGUEUR_RAPPORT, T2",
        "BC02 Pages, 36, LONGUEUR_RAPPORT, T2",
        "BC03 Signes, 9999, LONGUEUR_ARTICLE, W2",
        "BC03 Signes, 12001, LONGUEUR_ARTICLE, W2"
    })
    void a_length_out_of_bounds_waits_for_the_jury(String column, int length, String code, String cell) {
        Bordereaux bordereau = one().with(column, length);
        assertThat(bordereau.anomalies()).containsExactly("A_ARBITRER " + code + " Candidats!" + cell + " 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @ParameterizedTest
    @CsvSource({
        "BC01 Pages, 90",
        "BC01 Pages, 120",
        "BC02 Pages, 30",
        "BC02 Pages, 35",
        "BC03 Signes, 10000",
        "BC03 Signes, 12 000"
    })
    void the_bounds_of_lengths_are_included(String column, String length) {
        assertThat(one().with(column, length).anomalies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BC01 Pages, Q2", "BC02 Pages, T2", "BC03 Signes, W2"})
    void a_length_that_is_missing_or_cannot_be_read_waits_for_the_jury(String column, String cell) {
        String expected = "A_ARBITRER LONGUEUR_MANQUANTE Candidats!" + cell + " 0001";
        assertThat(one().with(column, "").anomalies()).containsExactly(expected);
        assertThat(one().with(column, "une centaine").anomalies()).containsExactly(expected);
        assertThat(one().with(column, "").verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_length_whose_formula_has_no_value_is_told_once() {
        assertThat(one().with("BC01 Pages", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Candidats!Q2 0001");
    }

    @Test
    void a_column_of_lengths_left_out_is_an_empty_one() {
        assertThat(one().withoutColumn("BC01 Pages").anomalies())
                .containsExactly("A_ARBITRER LONGUEUR_MANQUANTE Candidats!A2 0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "NP"})
    void lengths_group_and_competence_are_not_asked_where_no_number_stands(String word) {
        Bordereaux bordereau = one().clearBlock("BC02")
                .clearBlock("BC03")
                .clear("Groupe")
                .with("BC02 Rapport collectif", word)
                .with("BC02 Soutenance", word)
                .with("BC03 Article", word);
        assertThat(bordereau.anomalies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"21, NOTE_HORS_BORNES", "-1, NOTE_HORS_BORNES", "'12,345', NOTE_PAS"})
    void length_and_competence_are_asked_beside_a_number_that_can_be_no_mark(String written, String code) {
        assertThat(one().with("BC03 Article", written)
                        .with("BC03 Signes", "")
                        .with("BC03 Compétence", "")
                        .check()
                        .anomalies())
                .extracting(Anomaly::code)
                .containsExactly(code, "LONGUEUR_MANQUANTE", "COMPETENCE_INVALIDE");
    }

    @Test
    void a_length_out_of_bounds_where_no_number_stands_withholds_nothing() {
        assertThat(one().with("BC03 Article", "ABS")
                        .with("BC03 Signes", 5)
                        .with("BC03 Compétence", "9")
                        .verdicts())
                .containsEntry("0001", Verdict.PARTIEL);
    }

    @Test
    void an_absence_at_the_defence_leaves_the_length_of_the_memoir_asked() {
        assertThat(one().with("BC01 Soutenance", "ABS").with("BC01 Pages", "").anomalies())
                .containsExactly("A_ARBITRER LONGUEUR_MANQUANTE Candidats!Q2 0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3.1", "3.2", "3.3", "3.4", "3,2", "3.3 Coordonner, animer et réguler", "3.4\u00a0: Assurer"})
    void the_article_is_on_one_of_four_competences(String written) {
        Bordereaux bordereau = one().with("BC03 Compétence", written);
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.read("0001").competences().get("BC03"))
                .extracting(Competence::code)
                .isEqualTo(written.substring(0, 3).replace(',', '.'));
    }

    @Test
    void a_competence_may_be_a_number_cell() {
        assertThat(one().with("BC03 Compétence", new BigDecimal("3.2")).anomalies())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", "1.1", "3", "3.10", "la première"})
    void any_other_competence_withholds_its_candidate(String written) {
        Bordereaux bordereau = one().with("BC03 Compétence", written);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE COMPETENCE_INVALIDE Candidats!X2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_competence_that_is_missing_is_invalid() {
        assertThat(one().with("BC03 Compétence", "").anomalies())
                .containsExactly("BLOQUANTE COMPETENCE_INVALIDE Candidats!X2 0001");
    }
}
