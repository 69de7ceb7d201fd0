package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.JuryMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sheet {@code Jury} (contract, sections 3.2 and 4): A Civilité, B Nom, C Prénom, D Qualité, E Collège, F Rôle, G
 * Présent, H Groupe, I Candidats; the four members of the good jury in rows 2 to 5.
 */
class JuryRulesTest {
    private static Bordereaux jury() {
        return deis().candidate("0001").withoutMembers();
    }

    private static Bordereaux four(String chairCollege) {
        return jury().member("Orme", chairCollege, "président")
                .member("Peuplier", "Formateurs", "membre")
                .member("Quercy", "Employeurs", "membre")
                .member("Robinier", "Salariés", "membre");
    }

    @Test
    void state_and_rectorat_may_preside() {
        assertThat(four("État").anomalies()).isEmpty();
        assertThat(four("Rectorat").anomalies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Formateurs", "Services et personnes qualifiées", "Employeurs", "Salariés"})
    void nobody_else_may_preside_but_it_is_only_a_warning(String college) {
        Bordereaux bordereau = four(college);
        assertThat(bordereau.anomalies()).contains("AVERTISSEMENT JURY_PRESIDENT Jury!A1");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_jury_without_a_chair_is_told() {
        assertThat(jury().member("Orme", "État", "membre")
                        .member("Quercy", "Employeurs", "membre")
                        .member("Robinier", "Salariés", "")
                        .anomalies())
                .containsExactly("AVERTISSEMENT JURY_PRESIDENT Jury!A1");
    }

    @Test
    void a_jury_with_two_chairs_is_told() {
        assertThat(deis().candidate("0001")
                        .member("Saule", "Rectorat", "présidente")
                        .anomalies())
                .containsExactly("AVERTISSEMENT JURY_PRESIDENT Jury!A1");
    }

    @Test
    void a_quarter_of_professionals_is_enough() {
        assertThat(four("État")
                        .member("Saule", "Formateurs", "membre")
                        .member("Tilleul", "Formateurs", "membre")
                        .member("Viorne", "Rectorat", "membre")
                        .member("Yeuse", "Formateurs", "membre")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void less_than_a_quarter_of_professionals_is_told() {
        Bordereaux bordereau = four("État")
                .member("Saule", "Formateurs", "membre")
                .member("Tilleul", "Formateurs", "membre")
                .member("Viorne", "Rectorat", "membre")
                .member("Yeuse", "Formateurs", "membre")
                .member("Zinnia", "Formateurs", "membre");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_PROFESSIONNELS Jury!A1");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void as_many_employers_as_employees_are_wanted() {
        Bordereaux bordereau = four("État").member("Saule", "Employeurs", "membre");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_PARITE Jury!A1");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void members_are_counted_as_named_whether_they_came_or_not() {
        assertThat(deis().candidate("0001").juror("Présent", "excusé").anomalies())
                .isEmpty();
        assertThat(deis().candidate("0001").juror("Présent", "non").anomalies()).isEmpty();
    }

    @Test
    void a_jury_without_members_is_told() {
        Bordereaux bordereau = jury();
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_VIDE Jury!A1");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @ParameterizedTest
    @CsvSource({"Nom, B5", "Prénom, C5", "Qualité, D5", "Collège, E5"})
    void what_every_member_needs_withholds_the_session_when_it_is_empty(String column, String cell) {
        Bordereaux bordereau = deis().candidate("0001").juror(column, "");
        assertThat(bordereau.anomalies()).contains("BLOQUANTE CHAMP_MANQUANT Jury!" + cell);
        assertThat(bordereau.withheld()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nom", "Prénom", "Qualité", "Collège"})
    void a_required_column_that_is_missing_is_told_once(String column) {
        Bordereaux bordereau = deis().candidate("0001").withoutJuryColumn(column);
        assertThat(bordereau.anomalies())
                .filteredOn(anomaly -> anomaly.startsWith("BLOQUANTE"))
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE Jury!A1");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void a_jury_that_could_not_be_read_is_not_also_said_to_be_empty() {
        assertThat(deis().candidate("0001").withoutJuryColumn("Prénom").anomalies())
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE Jury!A1");
    }

    @Test
    void an_optional_column_may_be_left_out() {
        assertThat(deis().candidate("0001")
                        .withoutJuryColumn("Civilité")
                        .withoutJuryColumn("Groupe")
                        .withoutJuryColumn("Candidats")
                        .withoutJuryColumn("Présent")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void colleges_are_read_whatever_their_accents() {
        Bordereaux bordereau = jury().member("Orme", "ETAT", "Président")
                .member("Quercy", "employeurs", "Membre")
                .member("Robinier", "salaries", "membre");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.session().jury())
                .extracting(JuryMember::college)
                .containsExactly("État", "Employeurs", "Salariés");
    }

    @Test
    void a_word_that_is_none_of_a_closed_list_is_a_warning_at_its_cell() {
        assertThat(deis().candidate("0001").juror("Présent", "peut-être").anomalies())
                .containsExactly("AVERTISSEMENT VALEUR_INCONNUE Jury!G5");
        assertThat(deis().candidate("0001").juror("Rôle", "rapporteur").anomalies())
                .containsExactly("AVERTISSEMENT VALEUR_INCONNUE Jury!F5");
        assertThat(deis().candidate("0001").member("Saule", "Presse", "membre").anomalies())
                .containsExactly("AVERTISSEMENT VALEUR_INCONNUE Jury!E6");
    }

    @Test
    void a_directeur_de_memoire_votes_for_the_candidates_named() {
        assertThat(deis().candidate("0001")
                        .candidate("0002")
                        .juror("Candidats", "0001 ; 0002")
                        .session()
                        .jury()
                        .getLast()
                        .candidates())
                .containsExactly("0001", "0002");
    }

    @Test
    void a_formula_without_value_withholds_the_session() {
        assertThat(deis().candidate("0001").juror("Qualité", FORMULA).anomalies())
                .contains("BLOQUANTE FORMULE_SANS_VALEUR Jury!D5")
                .noneMatch(anomaly -> anomaly.contains("CHAMP_MANQUANT"));
    }

    @Test
    void a_total_below_the_members_is_no_member() {
        assertThat(deis().candidate("0001")
                        .member("", "", "")
                        .juror("Nom", "Total : 4")
                        .juror("Prénom", "")
                        .juror("Qualité", "")
                        .juror("Présent", "")
                        .anomalies())
                .isEmpty();
    }
}
