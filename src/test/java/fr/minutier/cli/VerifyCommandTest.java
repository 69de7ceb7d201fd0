package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782900000"); // 1 July 2026
        desk.session("JUIN-2026");
        desk.run();
    }

    private Path statement() {
        return desk.output().resolve("JUIN-2026/candidats/C-1/releve-de-notes.pdf");
    }

    private Desk.Answer verify(Path... files) {
        String[] args = new String[files.length + 3];
        args[0] = "verify";
        args[1] = "--output";
        args[2] = desk.output().toString();
        for (int i = 0; i < files.length; i++) {
            args[i + 3] = files[i].toString();
        }
        return desk.says(args);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void what_the_register_issued_is_authentic_and_told_in_one_line() throws IOException {
        Path copy = Files.copy(statement(), folder.resolve("copie.pdf"));
        Desk.Answer answer = verify(copy);
        assertThat(answer.status()).isZero();
        assertThat(plain(answer.out()))
                .isEqualTo(copy + " : authentique et en vigueur. Relevé de notes n° JUIN-2026-RN-C-1,"
                        + " session JUIN-2026, candidat n° C-1, acte du 1er juillet 2026 ; projet d’une session"
                        + " provisoire, qui ne vaut pas décision.\n");
    }

    @Test
    void what_a_later_edition_replaced_is_authentic_and_withdrawn() throws IOException {
        Path old = Files.copy(statement(), folder.resolve("ancien.pdf"));
        desk.environment.put("SOURCE_DATE_EPOCH", "1783000000"); // 2 July
        desk.session("JUIN-2026", "non validé");
        desk.run();
        Desk.Answer answer = verify(old);
        assertThat(answer.status()).isEqualTo(3);
        assertThat(plain(answer.out()))
                .contains(
                        "authentique, mais retiré, remplacé par l’acte n° JUIN-2026-RN-C-1 délivré le 2 juillet 2026.")
                .contains("acte du 1er juillet 2026");
        assertThat(verify(statement()).status()).isZero();
    }

    @Test
    void what_a_later_edition_no_longer_issues_is_withdrawn_without_successor() throws IOException {
        Path old = Files.copy(statement(), folder.resolve("ancien.pdf"));
        desk.session("JUIN-2026", "peut-être");
        desk.run();
        Desk.Answer answer = verify(old);
        assertThat(answer.status()).isEqualTo(3);
        assertThat(plain(answer.out())).contains("retiré, sans remplaçant");
    }

    @Test
    void one_byte_more_is_no_act_of_the_register() throws IOException {
        Path altered = Files.copy(statement(), folder.resolve("altere.pdf"));
        Files.writeString(altered, " ", StandardOpenOption.APPEND);
        Desk.Answer answer = verify(altered);
        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.out()).contains("modifié ou inconnu");
    }

    @Test
    void the_worst_of_the_files_is_the_status() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "bonjour");
        Desk.Answer answer = verify(statement(), text, statement());
        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(1)).contains("n’est pas un PDF");
        assertThat(answer.isFreeOfTraces()).isTrue();
    }

    @Test
    void without_a_register_everything_is_unknown_and_none_is_made() throws IOException {
        Path nowhere = folder.resolve("ailleurs");
        Desk.Answer answer =
                desk.says("verify", "--output", nowhere.toString(), statement().toString());
        assertThat(answer.status()).isEqualTo(4);
        assertThat(plain(answer.out())).contains("inconnu. Il n’y a pas de registre dans");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_missing_file_is_wrong_use() {
        Desk.Answer answer = verify(folder.resolve("absent.pdf"));
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err())).contains("absent.pdf » n’existe pas.");
        assertThat(verify(folder).status()).isEqualTo(ExitStatus.WRONG_USE);
    }

    @Test
    void verifying_writes_nothing() throws IOException {
        Path register = desk.output().resolve(".registre/registre.mv.db");
        FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(register, longAgo);
        byte[] before = Files.readAllBytes(register);
        verify(statement());
        assertThat(Files.readAllBytes(register)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(register)).isEqualTo(longAgo);
    }

    @Test
    void a_volume_and_a_list_are_known_too_and_withdrawn_with_their_edition() throws IOException {
        Path volume =
                Files.copy(desk.output().resolve("JUIN-2026/releves-de-notes.pdf"), folder.resolve("recueil.pdf"));
        Path list = desk.output().resolve("JUIN-2026/decisions.csv");
        Desk.Answer answer = verify(volume, list);
        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(plain(answer.lines().getFirst()))
                .contains("authentique et en vigueur. Fichier « releves-de-notes.pdf » de la session JUIN-2026");
        desk.session("JUIN-2026", "non validé");
        desk.run();
        Desk.Answer later = verify(volume);
        assertThat(later.status()).isEqualTo(3);
        assertThat(plain(later.out())).contains("authentique, mais retiré : une édition plus récente");
    }

    @Test
    void an_altered_act_is_compared_with_the_one_whose_number_it_bears() throws IOException {
        Path altered = Files.copy(statement(), folder.resolve("altere.pdf"));
        Files.writeString(altered, " ", StandardOpenOption.APPEND);
        long bytes = Files.size(statement());
        assertThat(plain(verify(altered).out()))
                .contains("Il se donne pour l’acte n° JUIN-2026-RN-C-1 ; l’original a " + bytes + " octets, ce fichier "
                        + (bytes + 1) + " : comparez-le à « JUIN-2026/candidats/C-1/releve-de-notes.pdf »");
    }
}
