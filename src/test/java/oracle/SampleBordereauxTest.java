package oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the sample input shows what a newcomer should see: every outcome, every gravity, and documents made. */
class SampleBordereauxTest {
    private final Expected june = Expected.of(SampleSessions.june(), LocalDate.of(2026, 6, 20));
    private final Expected november = Expected.of(SampleSessions.november(), LocalDate.of(2026, 6, 20));

    @Test
    void no_fault_stops_a_whole_session() {
        assertThat(june.blocked()).isFalse();
        assertThat(november.blocked()).isFalse();
        assertThat(june.exhaustive() && november.exhaustive()).isTrue();
    }

    @Test
    void june_is_31_candidates_of_whom_3_stopped_by_an_anomaly_and_1_reserved() {
        assertThat(june.decisions()).hasSize(31);
        assertThat(reserved(june)).containsExactly("DEIS26-008", "DEIS26-011", "DEIS26-014", "DEIS26-020");
        assertThat(codes(june))
                .containsExactlyInAnyOrder(
                        "COLONNE_INCONNUE",
                        "LONGUEUR_MEMOIRE",
                        "LONGUEUR_ARTICLE",
                        "NOTE_MANQUANTE",
                        "DISPENSE_SANS_EFFET",
                        "NOTE_HORS_BORNES");
        assertThat(june.acts()).noneMatch(f -> f.contains("attestation"));
    }

    @Test
    void november_is_28_candidates_of_whom_5_withheld() {
        assertThat(november.decisions()).hasSize(28);
        assertThat(reserved(november)).containsExactly("25N-012", "25N-013", "25N-014", "25N-015", "25N-028");
        assertThat(codes(november))
                .containsExactlyInAnyOrder(
                        "JURY_PARITE",
                        "DEROGATION_SANS_OBJET",
                        "LONGUEUR_RAPPORT",
                        "LONGUEUR_RAPPORT",
                        "LONGUEUR_RAPPORT",
                        "LONGUEUR_RAPPORT",
                        "GROUPE_NOTES_DIFFERENTES",
                        "GROUPE_NOTES_DIFFERENTES",
                        "GROUPE_NOTES_DIFFERENTES",
                        "NOTE_INATTENDUE",
                        "HOMONYME",
                        "HOMONYME",
                        "LONGUEUR_MEMOIRE");
    }

    @Test
    void every_issue_every_decision_every_mode_and_every_gravity_is_shown() {
        List<Expected> both = List.of(june, november);
        assertThat(both.stream().flatMap(e -> e.decisions().stream()).map(d -> d.get(1)))
                .contains("ADMIS", "PARTIEL", "AJOURNE", "RESERVE");
        for (Expected one : both) {
            assertThat(one.blocs().stream().map(b -> b.get(2)).distinct())
                    .containsExactlyInAnyOrder(
                            "VALIDE", "NON_VALIDE", "DISPENSE", "ACQUIS", "ABSENT", "NON_PRESENTE", "RESERVE");
        }
        assertThat(both.stream().flatMap(e -> e.blocs().stream()).map(b -> b.get(6)))
                .contains("epreuve", "vae", "acquis", "dispense", "");
        assertThat(both.stream().flatMap(e -> e.anomalies().stream()).map(Anomaly::gravity))
                .contains("BLOQUANTE", "A_ARBITRER", "AVERTISSEMENT", "INFORMATION");
    }

    @Test
    void points_come_out_as_worked_by_hand() {
        assertThat(points(june, "DEIS26-001", "DEIS26-002", "DEIS26-003", "DEIS26-005", "DEIS26-015"))
                .containsExactly(
                        "51", "26", "12,5", "63,5", "19,5", "11", "49,98", "24", "9,99", "50", "20", "10", "68",
                        "24,25", "10");
        assertThat(points(november, "25N-005", "25N-006", "25N-009"))
                .containsExactly("64", "20", "10", "58", "19,75", "14", "50", "23", "11,5");
    }

    private static Stream<String> points(Expected expected, String... numbers) {
        return Stream.of(numbers).flatMap(n -> expected.blocs().stream()
                .filter(b -> b.get(0).equals(n))
                .map(b -> b.get(3)));
    }

    private static List<String> reserved(Expected expected) {
        return expected.decisions().stream()
                .filter(d -> d.get(1).equals("RESERVE"))
                .map(d -> d.get(0))
                .toList();
    }

    private static List<String> codes(Expected expected) {
        return expected.anomalies().stream().map(Anomaly::code).toList();
    }
}
