package fr.minutier.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Gravity;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page and the terminal say that changed between two editions. */
class ChangesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 20);
    private static final Account WITHHELD =
            new Account("", "", null, null, List.of(), List.of(finding("", "CHAMP_MANQUANT", Gravity.BLOQUANTE, "B4")));

    @Test
    void a_first_edition_has_nothing_to_be_compared_with() {
        Changes changes = Changes.between(Optional.empty(), account(passed("1")));
        assertThat(changes.any()).isFalse();
        assertThat(changes.line()).isEmpty();
    }

    @Test
    void an_edition_of_which_no_account_was_kept_cannot_be_compared() {
        Changes changes = Changes.between(Optional.of(new Changes.Before(3, DAY, true, null)), account(passed("1")));
        assertThat(changes.any()).isFalse();
        assertThat(changes.line()).isEmpty();
        assertThat(changes.before()).isNotNull();
    }

    @Test
    void the_same_said_again_is_no_change() {
        assertThat(line(account(passed("1")), account(passed("1")))).isEqualTo("aucun changement dans les résultats");
    }

    @Test
    void candidates_added_and_gone_are_told_by_their_numbers() {
        Changes changes = changes(account(passed("1"), passed("2")), account(passed("3"), passed("2")));
        assertThat(changes.ofCandidates())
                .containsExactly(
                        new Changes.OfCandidate(null, passed("3")), new Changes.OfCandidate(passed("1"), null));
        assertThat(changes.line()).isEqualTo("1\u00a0candidat ajouté, 1\u00a0candidat retiré");
    }

    @Test
    void candidates_in_another_order_are_no_change() {
        assertThat(changes(account(passed("1"), passed("2")), account(passed("2"), passed("1")))
                        .any())
                .isFalse();
    }

    @Test
    void a_decision_that_changes_shows_both_decisions() {
        Result failed = result("1", Verdict.AJOURNE, Issue.NON_VALIDE, "49.5");
        Changes changes = changes(account(failed, passed("2")), account(passed("1"), passed("2")));
        assertThat(changes.ofCandidates()).containsExactly(new Changes.OfCandidate(failed, passed("1")));
        assertThat(changes.line()).isEqualTo("1\u00a0décision changée");
    }

    @Test
    void points_that_change_under_the_same_decision_are_told() {
        Changes changes = changes(
                account(result("1", Verdict.ADMIS, Issue.VALIDE, "50")),
                account(result("1", Verdict.ADMIS, Issue.VALIDE, "50.5")));
        assertThat(changes.ofCandidates()).hasSize(1);
        assertThat(changes.line()).isEqualTo("détail changé pour 1\u00a0candidat");
    }

    @Test
    void points_written_with_more_zeros_are_the_same_points() {
        assertThat(changes(
                                account(result("1", Verdict.ADMIS, Issue.VALIDE, "50")),
                                account(result("1", Verdict.ADMIS, Issue.VALIDE, "50.00")))
                        .any())
                .isFalse();
    }

    @Test
    void a_reserve_for_another_reason_is_told_and_the_same_reasons_in_another_order_are_not() {
        Account then = account(reserved("1", "NOTE_MANQUANTE", "NOTE_PAS"));
        assertThat(changes(then, account(reserved("1", "NOTE_PAS", "NOTE_MANQUANTE")))
                        .any())
                .isFalse();
        assertThat(line(then, account(reserved("1", "NOTE_PAS")))).isEqualTo("détail changé pour 1\u00a0candidat");
    }

    @Test
    void two_candidates_with_one_number_compare_without_a_fault() {
        assertThat(changes(
                                account(reserved("1", "CANDIDAT_DOUBLON"), reserved("1", "CANDIDAT_DOUBLON")),
                                account(reserved("1", "CANDIDAT_DOUBLON"), reserved("1", "CANDIDAT_DOUBLON")))
                        .any())
                .isFalse();
    }

    @Test
    void label_status_and_day_of_the_session_are_told_with_both_values() {
        Account then = new Account("Juin", "DEIS-RNCP39644", Status.PROVISOIRE, null, List.of(), List.of());
        Account now = new Account("Juin 2026", "DEIS-RNCP39644", Status.DEFINITIF, DAY, List.of(), List.of());
        Changes changes = changes(then, now);
        assertThat(changes.ofSession())
                .extracting(Changes.OfSession::what, Changes.OfSession::before, Changes.OfSession::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Libellé", "«\u00a0Juin\u00a0»", "«\u00a0Juin 2026\u00a0»"),
                        org.assertj.core.groups.Tuple.tuple("Statut", "provisoire", "définitif"),
                        org.assertj.core.groups.Tuple.tuple("Date de délibération", "absente", "20/06/2026"));
        assertThat(changes.line())
                .isEqualTo("libellé changé, statut définitif, date de délibération\u00a0: 20/06/2026");
    }

    @Test
    void a_session_that_comes_to_be_withheld_has_not_lost_its_candidates() {
        Changes changes = changes(account(passed("1")), WITHHELD);
        assertThat(changes.ofCandidates()).isEmpty();
        assertThat(changes.line()).isEqualTo("session désormais retenue, 1\u00a0anomalie apparue");
        assertThat(line(WITHHELD, account(passed("1")))).isEqualTo("session désormais produite, 1\u00a0anomalie levée");
    }

    @Test
    void an_anomaly_is_the_same_when_rows_columns_or_files_move_its_cell() {
        Account then = withFindings(
                finding("1", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "N14"),
                finding("", "JURY_VIDE", Gravity.AVERTISSEMENT, ""));
        assertThat(changes(
                                then,
                                withFindings(
                                        new Finding(
                                                true,
                                                "",
                                                "JURY_VIDE",
                                                Gravity.AVERTISSEMENT,
                                                "juin/jury.csv",
                                                "Jury",
                                                ""),
                                        finding("1", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "P15")))
                        .any())
                .isFalse();
    }

    @Test
    void of_two_missing_marks_the_one_given_is_the_anomaly_lifted() {
        Finding memoir = finding("1", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "N14");
        Finding defence = finding("1", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "P14");
        assertThat(changes(
                                withFindings(memoir, defence),
                                withFindings(finding("1", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "P15")))
                        .ofAnomalies())
                .containsExactly(new Changes.OfAnomaly(memoir, null));
    }

    @Test
    void a_length_that_the_jury_waives_changes_its_gravity_and_is_neither_new_nor_gone() {
        Finding toSettle = finding("1", "LONGUEUR_MEMOIRE", Gravity.A_ARBITRER, "O14");
        Finding waived = finding("1", "LONGUEUR_MEMOIRE", Gravity.INFORMATION, "O14");
        Changes changes = changes(withFindings(toSettle), withFindings(waived));
        assertThat(changes.ofAnomalies()).containsExactly(new Changes.OfAnomaly(toSettle, waived));
        assertThat(changes.line()).isEqualTo("1\u00a0anomalie requalifiée");
    }

    @Test
    void anomalies_are_told_gravest_first() {
        Finding blocking = finding("1", "NOTE_PAS", Gravity.BLOQUANTE, "N14");
        Finding information = finding("", "COLONNE_INCONNUE", Gravity.INFORMATION, "Z1");
        Finding warning = finding("", "JURY_VIDE", Gravity.AVERTISSEMENT, "");
        assertThat(changes(withFindings(blocking), withFindings(information, warning))
                        .ofAnomalies())
                .containsExactly(
                        new Changes.OfAnomaly(blocking, null),
                        new Changes.OfAnomaly(null, warning),
                        new Changes.OfAnomaly(null, information));
    }

    private static Changes changes(Account then, Account now) {
        return Changes.between(Optional.of(new Changes.Before(1, DAY, false, then)), now);
    }

    private static String line(Account then, Account now) {
        return changes(then, now).line();
    }

    private static Account account(Result... results) {
        return new Account("Juin", "DEIS-RNCP39644", Status.PROVISOIRE, null, List.of(results), List.of());
    }

    private static Account withFindings(Finding... findings) {
        return new Account("Juin", "DEIS-RNCP39644", Status.PROVISOIRE, null, List.of(), List.of(findings));
    }

    private static Result passed(String number) {
        return result(number, Verdict.ADMIS, Issue.VALIDE, "60");
    }

    private static Result result(String number, Verdict verdict, Issue issue, @Nullable String points) {
        return new Result(
                number,
                verdict,
                Stream.of("BC01", "BC02")
                        .map(block -> new BlockResult(block, issue, points == null ? null : new BigDecimal(points)))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Result reserved(String number, String... codes) {
        return new Result(
                number,
                Verdict.RESERVE,
                List.of(new BlockResult("BC01", Issue.RESERVE, null)),
                List.of(codes),
                List.of());
    }

    private static Finding finding(String candidate, String code, Gravity gravity, String cell) {
        return new Finding(candidate.isEmpty(), candidate, code, gravity, "juin.xlsx", "Candidats", cell);
    }
}
