package fr.minutier.check;

import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields {@code PV rectificatif} and {@code Motif} (contract, sections 3.1 and 6). */
class CorrectiveMinutesTest {
    private static Bordereaux asking(String number, String reason) {
        return deis().candidate("0001").field("PV rectificatif", number).field("Motif", reason);
    }

    private static Bordereaux onceClosed(String number, String reason) {
        return asking(number, reason).onceClosed("DEIS-2026-06");
    }

    @Test
    void a_session_that_was_never_closed_has_nothing_to_correct() {
        Bordereaux bordereau = asking("1", "erreur de report");
        assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(bordereau.withheld()).isTrue();
        assertThat(bordereau.messages().getFirst()).contains("jamais été clos");
        assertThat(codes(asking("1", "erreur de report").onceClosed("DEIS-2025-11")))
                .containsExactly("PV_RECTIFICATIF_INVALIDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1,5", "premier", "1 bis"})
    void a_number_of_corrective_minutes_is_positive_and_whole(String number) {
        Bordereaux bordereau = onceClosed(number, "erreur de report");
        assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(bordereau.messages().getFirst()).contains(number);
    }

    @Test
    void corrective_minutes_say_why_they_correct() {
        Bordereaux bordereau = onceClosed("1", "");
        assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(bordereau.messages().getFirst()).contains("Motif");
    }

    @Test
    void the_next_corrective_minutes_of_a_closed_session_are_accepted() {
        Bordereaux bordereau = onceClosed("1", "erreur de report");
        assertThat(codes(bordereau)).isEmpty();
        assertThat(bordereau.check().corrective()).isEqualTo(new Checked.Corrective(1, "erreur de report"));
    }

    @Test
    void the_minutes_are_numbered_one_after_the_other() {
        Bordereaux early = onceClosed("2", "erreur de report");
        assertThat(codes(early)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(early.messages().getFirst()).contains("Aucun procès-verbal rectificatif n°\u00a01", "écrivez 1");

        Bordereaux again = asking("1", "erreur de report").onceClosed("DEIS-2026-06", 1, "0001");
        assertThat(codes(again)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(again.messages().getFirst()).contains("n°\u00a01 est déjà délivré", "écrivez 2");
    }

    @Test
    void a_correction_is_deliberated_after_what_it_corrects() {
        for (String day : List.of("12/06/2026", "11/06/2026")) {
            Bordereaux bordereau = onceClosed("1", "erreur de report").field("Date de délibération", day);
            assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
            assertThat(bordereau.messages().getFirst()).contains("après celle du 12/06/2026");
        }
    }

    @Test
    void a_correction_is_no_draft() {
        Bordereaux bordereau = onceClosed("1", "erreur de report").field("Statut", "provisoire");
        assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(bordereau.messages().getFirst()).contains("ne redevient pas provisoire");
    }

    @Test
    void a_candidate_of_the_minutes_in_force_cannot_leave() {
        Bordereaux bordereau = asking("1", "erreur de report").onceClosed("DEIS-2026-06", 0, "0001", "0002", "0003");
        assertThat(codes(bordereau)).containsExactly("CANDIDAT_RETIRE", "CANDIDAT_RETIRE");
        assertThat(bordereau.withheld()).isTrue();
        assertThat(bordereau.messages()).anyMatch(said -> said.contains("0002"));
    }

    @Test
    void a_candidate_who_comes_is_told() {
        Bordereaux bordereau = asking("1", "oubli").candidate("0002").onceClosed("DEIS-2026-06", 0, "0001");
        assertThat(codes(bordereau)).containsExactly("CANDIDAT_AJOUTE");
        assertThat(bordereau.withheld()).isFalse();
    }

    @Test
    void a_slip_does_not_take_back_what_was_decided_and_the_word_of_the_jury_does() {
        Bordereaux slip = onceClosed("1", "erreur de report").with("BC01 Mémoire", "");
        assertThat(codes(slip)).containsExactly("PV_RECTIFICATIF_INVALIDE", "NOTE_MANQUANTE");
        assertThat(codes(onceClosed("1", "fraude").with("Résultat réservé", "suspicion de fraude")))
                .isEmpty();
    }

    @Test
    void a_closed_session_that_asks_for_no_correction_is_checked_like_any_other() {
        assertThat(onceClosed("", "").anomalies()).isEmpty();
    }

    private static List<String> codes(Bordereaux bordereau) {
        return bordereau.check().anomalies().stream().map(Anomaly::code).toList();
    }
}
