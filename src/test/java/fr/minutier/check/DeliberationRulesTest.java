package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.SettledMark;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet {@code Délibération} (contract, section 3.4): A N° candidat, B Composante, C Note arrêtée, D Motif. */
class DeliberationRulesTest {
    private static Bordereaux one() {
        return deis().candidate("0001");
    }

    @Test
    void the_mark_that_the_jury_settled_is_the_one_that_counts_and_is_kept_with_its_reason() {
        Bordereaux bordereau =
                one().with("BC03 Article", "9,5").settled("0001", "BC03 Article", 10, "double correction");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0001")).contains("BC03 VALIDE epreuve 10");
        SettledMark settled = bordereau.session().settledMarks().getFirst();
        assertThat(settled.candidate()).isEqualTo("0001");
        assertThat(settled.component().column()).isEqualTo("BC03 Article");
        assertThat(settled.reported().inFrench()).isEqualTo("9,5");
        assertThat(settled.settled()).isEqualByComparingTo("10");
        assertThat(settled.reason()).isEqualTo("double correction");
    }

    @Test
    void a_jury_may_lower_a_mark() {
        assertThat(one().settled("0001", "BC03 Article", "9,99").outcomes("0001"))
                .contains("BC03 NON_VALIDE epreuve 9.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "NP", ""})
    void it_may_replace_an_absence_or_an_empty_cell_by_a_number(String reported) {
        Bordereaux bordereau = one().with("BC03 Article", reported).settled("0001", "BC03 Article", 12);
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0001")).contains("BC03 VALIDE epreuve 12");
    }

    @Test
    void a_number_that_replaces_an_absence_makes_its_length_asked() {
        assertThat(one().with("BC03 Article", "ABS")
                        .clear("BC03 Signes")
                        .settled("0001", "BC03 Article", 12)
                        .anomalies())
                .containsExactly("A_ARBITRER LONGUEUR_MANQUANTE Candidats!W2 0001");
    }

    @Test
    void a_number_that_replaces_one_np_of_two_leaves_the_other_missing() {
        assertThat(one().with("BC01 Mémoire", "NP")
                        .with("BC01 Soutenance", "NP")
                        .settled("0001", "BC01 Mémoire", 12)
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001");
    }

    @Test
    void a_component_may_bear_one_of_its_other_names() {
        assertThat(one().settled("0001", "bc01 oral", 13).outcomes("0001")).contains("BC01 VALIDE epreuve 62");
    }

    @Test
    void a_mark_settled_for_nobody_withholds_the_session() {
        Bordereaux bordereau = one().settled("0009", "BC03 Article", 12);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DELIBERATION_INVALIDE Délibération!A2");
        assertThat(bordereau.withheld()).isTrue();
        assertThat(one().settled("", "BC03 Article", 11).anomalies())
                .containsExactly("BLOQUANTE DELIBERATION_INVALIDE Délibération!A2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BC04 Article", "BC01 Pages", "Article", ""})
    void a_mark_settled_for_no_component_withholds_its_candidate(String component) {
        Bordereaux bordereau = one().candidate("0002").settled("0001", component, 11);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DELIBERATION_INVALIDE Délibération!B2 0001");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABS", "NP", ""})
    void only_a_number_can_be_settled(String mark) {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", mark);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DELIBERATION_INVALIDE Délibération!C2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @ParameterizedTest
    @CsvSource({"admis, NOTE_ILLISIBLE", "21, NOTE_HORS_BORNES", "-1, NOTE_HORS_BORNES", "'9,995', NOTE_PAS"})
    void a_settled_mark_is_held_to_the_same_scale(String mark, String code) {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", mark);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE " + code + " Délibération!C2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void formulas_without_value_are_told_at_their_cells() {
        assertThat(one().settled("0001", "BC03 Article", FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Délibération!C2 0001");
        assertThat(one().settled("0001", FORMULA, 12).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Délibération!B2 0001");
        assertThat(one().settled(FORMULA, "BC03 Article", 12).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Délibération!A2");
        assertThat(one().settled("0001", "BC03 Article", 11, FORMULA).anomalies())
                .containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Délibération!D2 0001");
    }

    @Test
    void a_settled_mark_that_changes_nothing_is_a_warning() {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", "12,0");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT DELIBERATION_SANS_EFFET Délibération!C2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void two_marks_settled_for_the_same_component_withhold_the_candidate() {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", 13).settled("0001", "BC03 Article", 14);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DELIBERATION_INVALIDE Délibération!C3 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void the_same_mark_settled_twice_counts_once() {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", 13).settled("0001", "BC03 Article", 13);
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT DELIBERATION_SANS_EFFET Délibération!C3 0001");
        assertThat(bordereau.session().settledMarks()).hasSize(1);
    }

    @Test
    void a_faulty_mark_stays_faulty_when_the_jury_settles_another() {
        assertThat(one().with("BC03 Article", "douze")
                        .settled("0001", "BC03 Article", 12)
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!V2 0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"N° candidat", "Composante", "Note arrêtée"})
    void a_missing_column_withholds_the_session(String column) {
        Bordereaux bordereau = one().settled("0001", "BC03 Article", 13).withoutSettledColumn(column);
        assertThat(bordereau.anomalies()).contains("BLOQUANTE COLONNE_MANQUANTE Délibération!A1");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_missing_column_is_told_once_and_not_again_at_each_row() {
        assertThat(one().settled("0001", "BC03 Article", 13)
                        .settled("0001", "BC01 Mémoire", 13)
                        .withoutSettledColumn("Note arrêtée")
                        .anomalies())
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE Délibération!A1");
    }

    @Test
    void the_reason_may_be_left_out() {
        assertThat(one().settled("0001", "BC03 Article", 13)
                        .withoutSettledColumn("Motif")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_sheet_named_in_the_plural_is_read_too() {
        assertThat(one().sheet(
                                "Délibérations",
                                "N° candidat|Composante|Note arrêtée|Motif",
                                "0001|BC03 Article|9|relecture")
                        .outcomes("0001"))
                .contains("BC03 NON_VALIDE epreuve 9");
    }
}
