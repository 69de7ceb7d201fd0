package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void nothing_handed_in_is_nothing_to_do() {
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("Aucun bordereau dans").contains("rien à faire");
    }

    @Test
    void a_session_is_made_once_and_then_left_as_it_is() throws IOException {
        desk.session("JUIN-2026");
        Desk.Answer first = desk.run();
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .contains("JUIN-2026  Session de JUIN-2026 (provisoire)\n  Dossier produit.\n")
                .contains("1\u00a0candidat\u00a0: 1\u00a0admis, 0\u00a0validation partielle, 0\u00a0ajourné")
                .contains("1\u00a0procès-verbal");
        assertThat(desk.output().resolve("JUIN-2026/proces-verbal.pdf")).isNotEmptyFile();

        Desk.Answer again = desk.run();
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("Inchangée.").contains("Rien à faire");
    }

    @Test
    void a_result_withheld_is_status_3_on_the_first_night_and_on_the_next() throws IOException {
        desk.session("JUIN-2026", "peut-être");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.out()).contains("À corriger\u00a0: 1\u00a0anomalie bloquante");
        assertThat(desk.run().status()).isEqualTo(ExitStatus.WITHHELD);
    }

    @Test
    void a_rehearsal_says_what_would_be_made_and_writes_nothing() throws IOException {
        desk.session("JUIN-2026");
        Desk.Answer answer = desk.run("--dry-run");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("Serait produite.").doesNotContain("Rapport");
        assertThat(desk.output()).doesNotExist();
    }

    @Test
    void asking_for_one_session_leaves_the_others_in_the_page_of_the_night() throws IOException {
        desk.session("JUIN-2026");
        desk.session("MAI-2026");
        desk.run();
        desk.session("JUIN-2026", "non validé");
        Desk.Answer answer = desk.run("--session", "JUIN-2026");
        assertThat(answer.out()).contains("JUIN-2026").doesNotContain("MAI-2026");
        assertThat(desk.output().resolve("index.html")).content().contains("JUIN-2026", "MAI-2026");
    }

    @Test
    void a_folder_that_the_program_did_not_make_is_never_replaced() throws IOException {
        desk.session("JUIN-2026");
        Path foreign = Files.createDirectories(desk.output().resolve("JUIN-2026"));
        Files.writeString(foreign.resolve("notes.txt"), "à garder");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.out()).contains("rien n’a été touché");
        assertThat(foreign.resolve("notes.txt")).hasContent("à garder");
        assertThat(foreign).isDirectoryNotContaining("glob:**.pdf");
    }

    @Test
    void a_file_that_is_no_bordereau_is_told_and_holds_up_nothing() throws IOException {
        desk.session("JUIN-2026");
        Files.writeString(desk.input().resolve("LISEZ-MOI.txt"), "bonjour");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("LISEZ-MOI.txt\n  information  FICHIER_IGNORE  ");
    }

    @Test
    void an_unreadable_file_is_status_3_and_holds_up_nothing() throws IOException {
        desk.session("JUIN-2026");
        Files.writeString(desk.input().resolve("mai.xlsx"), "ceci n’est pas un classeur");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(ExitStatus.WITHHELD);
        assertThat(answer.out()).contains("mai.xlsx\n  bloquante  FICHIER_ILLISIBLE  ");
        assertThat(desk.output().resolve("JUIN-2026")).isDirectory();
    }

    @Test
    void the_summary_fits_the_terminal() throws IOException {
        desk.session("JUIN-2026");
        desk.columns = 60;
        String said = desk.run("--dry-run").out();
        assertThat(said.substring(said.lastIndexOf('\r') + 1).lines())
                .contains("JUIN-2026  Session de JUIN-2026 (provisoire)")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }
}
