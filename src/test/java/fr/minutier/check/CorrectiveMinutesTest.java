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
    void corrective_minutes_of_a_closed_session_are_said_not_to_be_produced_yet() {
        Bordereaux bordereau = onceClosed("1", "erreur de report");
        assertThat(codes(bordereau)).containsExactly("PV_RECTIFICATIF_INVALIDE");
        assertThat(bordereau.withheld()).isTrue();
        assertThat(bordereau.messages().getFirst())
                .contains("ne produit pas encore")
                .contains("rien n’a été touché");
    }

    @Test
    void a_closed_session_that_asks_for_no_correction_is_checked_like_any_other() {
        assertThat(onceClosed("", "").anomalies()).isEmpty();
    }

    private static List<String> codes(Bordereaux bordereau) {
        return bordereau.check().anomalies().stream().map(Anomaly::code).toList();
    }
}
