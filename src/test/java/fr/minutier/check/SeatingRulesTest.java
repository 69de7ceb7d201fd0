package fr.minutier.check;

import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.JuryMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who of the jury sits for whom: J Récusé pour, K Épreuves and L Désigné par stand on the right of the usual columns. */
class SeatingRulesTest {
    private static Bordereaux jury() {
        return deis().juryColumn("Récusé pour").juryColumn("Épreuves").juryColumn("Désigné par");
    }

    private static Bordereaux two() {
        return jury().withoutMembers()
                .member("Quercy", "Employeurs", "membre")
                .member("Robinier", "Salariés", "membre")
                .member("Orme", "État", "président");
    }

    @Test
    void a_jury_without_links_serves_candidates_by_vae() {
        assertThat(jury().vaeCandidate("V1").anomalies()).isEmpty();
    }

    @Test
    void a_candidate_by_vae_needs_two_members_without_a_declared_link() {
        Bordereaux bordereau = two().juror("Récusé pour", "V1")
                .member("Saule", "Formateurs", "membre")
                .juror("Présent", "excusé")
                .member("Tilleul", "Formateurs", "membre")
                .juror("Récusé pour", "V1; V2")
                .juror("Candidats", "");
        bordereau.juror("Présent", "oui").vaeCandidate("V1").vaeCandidate("V2");
        assertThat(bordereau.anomalies())
                .contains("AVERTISSEMENT JURY_RECUSATION Jury!J4")
                .doesNotContain("AVERTISSEMENT JURY_VAE Jury!A1");
        Bordereaux one = jury().withoutMembers()
                .member("Orme", "État", "président")
                .member("Quercy", "Employeurs", "membre")
                .juror("Récusé pour", "V1")
                .member("Robinier", "Salariés", "membre")
                .juror("Présent", "non")
                .vaeCandidate("V1")
                .vaeCandidate("V2");
        assertThat(one.anomalies()).containsExactly("AVERTISSEMENT JURY_VAE Jury!A1");
        assertThat(one.messages().getFirst())
                .contains("le candidat par la VAE V1")
                .contains("art.\u00a0D.\u00a06412-6");
        assertThat(one.verdicts()).containsEntry("V1", Verdict.ADMIS);
    }

    @Test
    void candidates_by_epreuve_ask_for_no_such_jury() {
        assertThat(jury().withoutMembers()
                        .member("Orme", "État", "président")
                        .candidate("0001")
                        .anomalies())
                .containsExactly("AVERTISSEMENT JURY_PROFESSIONNELS Jury!A1");
    }

    @Test
    void a_directeur_de_memoire_who_votes_for_others_only_does_not_sit_for_a_candidate_by_vae() {
        Bordereaux bordereau = jury().withoutMembers()
                .member("Orme", "État", "président")
                .member("Quercy", "Employeurs", "membre")
                .juror("Candidats", "0001")
                .member("Robinier", "Salariés", "membre")
                .juror("Présent", "non")
                .candidate("0001")
                .vaeCandidate("V1");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_VAE Jury!A1");
    }

    @Test
    void nobody_is_recused_for_a_candidate_and_votes_for_him() {
        Bordereaux bordereau =
                jury().juror("Candidats", "0001").juror("Récusé pour", "0001").candidate("0001");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_RECUSATION Jury!J5");
        assertThat(bordereau.session().jury().getLast().recusedFor()).containsExactly("0001");
    }

    @ParameterizedTest
    @CsvSource({"Candidats, I5", "Récusé pour, J5", "Épreuves, K5"})
    void a_word_that_names_no_candidate_or_block_is_told_at_its_cell(String column, String cell) {
        assertThat(jury().juror(column, "9999").candidate("0001").anomalies())
                .containsExactly("AVERTISSEMENT VALEUR_INCONNUE Jury!" + cell);
    }

    @ParameterizedTest
    @CsvSource({"directeur de mémoire", "Directrice de mémoire et maîtresse de conférences"})
    void a_directeur_de_memoire_names_his_own_candidates(String capacity) {
        Bordereaux bordereau =
                jury().juror("Qualité", capacity).candidate("0001").candidate("0002");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_VOIX Jury!I5");
        assertThat(bordereau.juror("Candidats", "0002").anomalies()).isEmpty();
    }

    @Test
    void three_examiners_of_whom_the_state_designates_two_hold_the_second_epreuve() {
        Bordereaux bordereau = examiner(
                        examiner(examiner(jury(), "Saule", "État"), "Tilleul", "État"), "If", "Établissement")
                .candidate("0001");
        assertThat(bordereau.anomalies()).isEmpty();
        JuryMember last = bordereau.session().jury().getLast();
        assertThat(last.examinerOnly()).isTrue();
        assertThat(last.maySign()).isFalse();
        assertThat(last.examines()).containsExactly("BC02");
    }

    @Test
    void examiners_are_counted_group_by_group() {
        Bordereaux bordereau =
                examiner(examiner(jury(), "Saule", "État"), "Tilleul", "État").candidate("0001");
        assertThat(bordereau.anomalies()).containsExactly("AVERTISSEMENT JURY_EXAMINATEURS Jury!A1");
        assertThat(bordereau.messages().getFirst())
                .contains("2\u00a0examinateurs au lieu de 3", "«\u00a0Établissement\u00a0»");
        bordereau.juror("Groupe", "B");
        assertThat(bordereau.anomalies())
                .containsExactly("AVERTISSEMENT JURY_EXAMINATEURS Jury!A1", "AVERTISSEMENT JURY_EXAMINATEURS Jury!A1");
    }

    @Test
    void examiners_do_not_count_as_members_of_the_jury() {
        Bordereaux bordereau = deis().candidate("0001");
        for (int i = 0; i < 9; i++) {
            bordereau.member("Examinateur" + i, "Formateurs", "examinateur");
        }
        assertThat(bordereau.anomalies()).isEmpty();
    }

    private static Bordereaux examiner(Bordereaux bordereau, String name, String by) {
        return bordereau
                .member(name, "Formateurs", "examinateur")
                .juror("Épreuves", "BC02")
                .juror("Désigné par", by);
    }
}
