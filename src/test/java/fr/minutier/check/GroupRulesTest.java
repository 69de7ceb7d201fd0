package fr.minutier.check;

import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Collective works (contract, sections 3.3, 3.4 and 5). */
class GroupRulesTest {
    private static Bordereaux two() {
        return deis().candidate("0001").candidate("0002");
    }

    @Test
    void a_group_shares_its_mark() {
        assertThat(two().anomalies()).isEmpty();
        assertThat(deis().candidate("0001")
                        .with("BC02 Rapport collectif", "12,0")
                        .candidate("0002")
                        .with("BC02 Rapport collectif", "12/20")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void different_marks_withhold_every_member_each_at_his_own_cell() {
        Bordereaux bordereau = two().with("BC02 Rapport collectif", 13)
                .candidate("0003")
                .with("Groupe", "G2")
                .with("BC02 Rapport collectif", 8);
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S3 0002");
        assertThat(bordereau.verdicts())
                .isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.RESERVE, "0003", Verdict.ADMIS));
    }

    @Test
    void two_groups_need_not_agree() {
        assertThat(two().with("Groupe", "G2").with("BC02 Rapport collectif", 15).anomalies())
                .isEmpty();
    }

    @Test
    void a_group_is_the_same_whatever_its_spelling() {
        assertThat(two().with("Groupe", "g 1")
                        .with("BC02 Rapport collectif", 13)
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S3 0002");
    }

    @Test
    void a_group_named_by_signs_alone_is_a_group_of_its_own() {
        assertThat(two().with("Groupe", "*")
                        .with("BC02 Rapport collectif", 13)
                        .candidate("0003")
                        .with("Groupe", "?")
                        .with("BC02 Rapport collectif", 14)
                        .anomalies())
                .isEmpty();
    }

    @Test
    void an_absent_member_is_absent_alone_and_the_others_are_compared() {
        Bordereaux bordereau = two().clearBlock("BC02")
                .with("BC02 Rapport collectif", "ABS")
                .with("BC02 Soutenance", "ABS")
                .candidate("0003");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0002")).contains("BC02 ABSENT epreuve");
        assertThat(bordereau.outcomes("0003")).contains("BC02 VALIDE epreuve 24");
        assertThat(bordereau.with("BC02 Rapport collectif", 13).anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S4 0003");
    }

    @Test
    void a_collective_mark_without_a_group_withholds_its_candidate() {
        Bordereaux bordereau = two().with("Groupe", "");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE GROUPE_MANQUANT Candidats!K3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.RESERVE));
    }

    @Test
    void a_faulty_collective_mark_asks_for_no_group_and_is_not_compared() {
        assertThat(two().with("Groupe", "")
                        .with("BC02 Rapport collectif", "douze")
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_ILLISIBLE Candidats!S3 0002");
        assertThat(two().with("BC02 Rapport collectif", "21").anomalies())
                .containsExactly("BLOQUANTE NOTE_HORS_BORNES Candidats!S3 0002");
    }

    @Test
    void different_lengths_withhold_every_member_each_at_his_own_cell() {
        Bordereaux bordereau = two().with("BC02 Pages", 33);
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_PAGES_DIFFERENTES Candidats!T2 0001",
                        "BLOQUANTE GROUPE_PAGES_DIFFERENTES Candidats!T3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.RESERVE));
    }

    @Test
    void the_length_given_by_a_member_who_bears_no_mark_is_not_compared() {
        assertThat(two().with("BC02 Rapport collectif", "ABS")
                        .with("BC02 Pages", 99)
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_member_withheld_for_another_reason_is_still_compared() {
        assertThat(two().with("Prénoms", "").with("BC02 Rapport collectif", 13).anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E3 0002",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S3 0002");
    }

    @Test
    void a_member_whose_mark_was_not_expected_is_still_compared() {
        assertThat(two().with("Blocs acquis", "BC02")
                        .with("BC02 Rapport collectif", 13)
                        .anomalies())
                .contains(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S3 0002",
                        "BLOQUANTE NOTE_INATTENDUE Candidats!S3 0002");
    }

    @Test
    void a_collective_mark_settled_for_every_member_is_good() {
        Bordereaux bordereau =
                two().settled("0001", "BC02 Rapport collectif", 14).settled("0002", "BC02 Rapport collectif", 14);
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0002")).contains("BC02 VALIDE epreuve 26");
    }

    @Test
    void a_collective_mark_settled_for_one_member_alone_withholds_the_group() {
        assertThat(two().settled("0002", "BC02 Rapport collectif", 14).anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES Délibération!C2 0002");
    }

    @Test
    void a_settlement_may_mend_a_group_whose_marks_differ() {
        assertThat(two().with("BC02 Rapport collectif", 13)
                        .settled("0002", "BC02 Rapport collectif", 12)
                        .anomalies())
                .isEmpty();
    }
}
