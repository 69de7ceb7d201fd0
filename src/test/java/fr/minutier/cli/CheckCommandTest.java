package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_bordereau_without_anomaly_ends_well() throws Exception {
        Desk desk = new Desk(folder);
        Desk.Answer answer = desk.says("check", desk.session("JUIN-2026").toString());
        assertThat(answer).isEqualTo(new Desk.Answer(0, "1\u00a0bordereau lu\u00a0: aucune anomalie.\n", ""));
    }

    @Test
    void each_anomaly_is_one_line_under_its_file_with_cell_gravity_code_and_candidate() throws Exception {
        Desk desk = new Desk(folder);
        Desk.Answer answer =
                desk.says("check", desk.session("JUIN-2026", "peut-être").toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(0)).isEqualTo("JUIN-2026/candidats.csv");
        assertThat(answer.lines().get(1))
                .startsWith(
                        "  Candidats!F2  bloquante  VAE_DECISION_MANQUANTE  candidat C-1\u00a0: «\u00a0peut-être\u00a0»");
        assertThat(answer.lines().get(2))
                .isEqualTo("1\u00a0bordereau lu\u00a0: 1\u00a0anomalie, dont 1\u00a0bloquante.");
    }

    @Test
    void anomalies_of_several_bordereaux_are_counted_together() throws Exception {
        Desk desk = new Desk(folder);
        Desk.Answer answer = desk.says(
                "check",
                desk.session("JUIN-2026", "peut-être").toString(),
                desk.session("MAI-2026", "peut-être").toString());
        assertThat(answer.lines())
                .contains("JUIN-2026/candidats.csv", "MAI-2026/candidats.csv")
                .last()
                .isEqualTo("2\u00a0bordereaux lus\u00a0: 2\u00a0anomalies, dont 2\u00a0bloquantes.");
    }

    /** A second file of the session of June, which disputes the decision of its only candidate. */
    private static Path second(Desk desk, String decision) throws Exception {
        Path session = desk.session("JUIN-2026-B", decision);
        Path csv = session.resolve("session.csv");
        Files.writeString(csv, Files.readString(csv).replace("JUIN-2026-B", "JUIN-2026"));
        return session;
    }

    @Test
    void files_of_one_session_are_checked_together_and_each_conflict_is_told_once_a_cell() throws Exception {
        Desk desk = new Desk(folder);
        Desk.Answer answer = desk.says(
                "check",
                desk.session("JUIN-2026").toString(),
                desk.session("MAI-2026").toString(),
                second(desk, "non validé").toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.lines())
                .hasSize(5)
                .contains("JUIN-2026/candidats.csv", "JUIN-2026-B/candidats.csv")
                .last()
                .isEqualTo("3\u00a0bordereaux lus\u00a0: 2\u00a0anomalies, dont 2\u00a0bloquantes.");
        assertThat(answer.lines().get(1))
                .contains("Candidats!F2  bloquante  CONFLIT_FICHIERS")
                .contains("«\u00a0non validé\u00a0» dans JUIN-2026-B/candidats.csv");
    }

    @Test
    void a_folder_of_bordereaux_is_checked_as_a_night_would() throws Exception {
        Desk desk = new Desk(folder);
        desk.session("JUIN-2026");
        desk.session("MAI-2026", "peut-être");
        second(desk, "validé");
        Files.writeString(desk.input().resolve("notes.txt"), "à lire");
        Desk.Answer answer = desk.says("check", desk.input().toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.out())
                .contains("VAE_DECISION_MANQUANTE")
                .contains("notes.txt\n")
                .doesNotContain("CONFLIT_FICHIERS")
                .contains("3\u00a0bordereaux lus\u00a0: 2\u00a0anomalies");
    }

    @Test
    void a_file_given_twice_is_read_once_and_two_of_one_name_are_told_apart() throws Exception {
        Desk desk = new Desk(folder);
        Path june = desk.session("JUIN-2026");
        assertThat(desk.says("check", june.toString(), june + "/.").out())
                .isEqualTo("1\u00a0bordereau lu\u00a0: aucune anomalie.\n");
        Path other = Files.createDirectory(folder.resolve("autre")).resolve("JUIN-2026");
        Files.move(second(desk, "non validé"), other);
        assertThat(desk.says("check", june.toString(), other.toString()).lines())
                .contains(june + "/candidats.csv", other + "/candidats.csv");
    }

    @Test
    void an_empty_folder_is_no_fault() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("vide"));
        Desk.Answer answer = new Desk(folder).says("check", empty.toString());
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("FICHIER_IGNORE").contains("est vide");
    }

    @Test
    void what_withholds_nothing_is_told_and_ends_well() throws Exception {
        Desk desk = new Desk(folder);
        Path session = desk.session("JUIN-2026");
        Files.writeString(session.resolve("jury.csv"), """
                Nom;Prénom;Qualité;Collège;Rôle
                Aubrac;Irène;Inspectrice;État;président
                Morel;Paul;Directeur;Employeurs;membre
                """);
        Desk.Answer answer = desk.says("check", session.toString());
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("avertissement  JURY_PARITE")
                .contains("1\u00a0employeur et 0\u00a0salarié\u00a0:")
                .endsWith("1\u00a0anomalie, dont 1\u00a0avertissement\u00a0; rien ne retient les documents.\n");
    }

    @Test
    void lines_are_folded_between_words_on_a_terminal_alone() throws Exception {
        Desk desk = new Desk(folder);
        String session = desk.session("JUIN-2026", "peut-être").toString();
        desk.environment.put("NO_COLOR", "1");
        desk.columns = 60;
        Desk.Answer shown = desk.says("check", session);
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        desk.columns = 0;
        assertThat(desk.says("check", session).out().replaceAll("\\s+", " "))
                .isEqualTo(shown.out().replaceAll("\\s+", " "));
    }

    @Test
    void what_would_steer_the_terminal_is_shown_and_not_obeyed() throws Exception {
        Desk desk = new Desk(folder);
        Desk.Answer answer =
                desk.says("check", desk.session("JUIN-2026", "\u001b[31mrouge").toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.out()).doesNotContain("\u001b");
    }

    @Test
    void nothing_is_written() throws Exception {
        Desk desk = new Desk(folder);
        Path session = desk.session("JUIN-2026");
        desk.says("check", session.toString(), "--output", desk.output().toString());
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(3);
        }
    }
}
