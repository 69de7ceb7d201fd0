package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    Path input;

    private void drop(String... names) throws IOException {
        for (String name : names) {
            Path path = input.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "Champ;Valeur\n");
        }
    }

    private List<String> listed() throws IOException {
        return Inbox.list(input).stream()
                .map(e -> e.getClass().getSimpleName() + " " + e.name())
                .toList();
    }

    @Test
    void workbooks_are_listed_in_the_order_of_their_names() throws IOException {
        drop("b.xlsx", "a.ods", "c.XLS", "d.zip");
        assertThat(listed()).containsExactly("Workbook a.ods", "Workbook b.xlsx", "Workbook c.XLS", "Workbook d.zip");
    }

    @Test
    void lock_files_hidden_files_and_unfinished_copies_are_passed_over_without_a_word() throws IOException {
        drop("~$b.xlsx", ".~lock.b.xlsx#", ".cache/session.csv", "copie.xlsx.tmp", "COPIE.TMP");
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_folder_with_a_session_csv_is_a_bordereau() throws IOException {
        drop("DEIS-2026/SESSION.CSV", "DEIS-2026/candidats.csv", "DEIS-2026/délibération.csv");
        assertThat(listed()).containsExactly("CsvFolder DEIS-2026");
    }

    @Test
    void what_else_lies_in_such_a_folder_is_told() throws IOException {
        drop("DEIS-2026/session.csv", "DEIS-2026/notes.csv", "DEIS-2026/photos/a.jpg", "DEIS-2026/.~lock");
        assertThat(listed())
                .containsExactly("CsvFolder DEIS-2026", "Ignored DEIS-2026/notes.csv", "Ignored DEIS-2026/photos");
    }

    @Test
    void an_empty_folder_or_one_without_session_csv_is_left_alone_and_told() throws IOException {
        Files.createDirectories(input.resolve("vide"));
        drop("sans/candidats.csv", "2026/jury.xlsx");
        assertThat(listed()).containsExactly("Ignored 2026", "Ignored sans", "Ignored vide");
        assertThat(Inbox.list(input))
                .extracting(e -> ((Inbox.Ignored) e).why())
                .allSatisfy(why -> assertThat(why).endsWith("."))
                .first()
                .asString()
                .contains("directement dans le dossier");
    }

    @Test
    void the_four_files_in_the_input_folder_itself_are_one_bordereau_when_session_is_among_them() throws IOException {
        drop("session.csv", "Candidats.csv", "autre.csv");
        String folder = input.getFileName().toString();
        assertThat(listed()).containsExactlyInAnyOrder("CsvFolder " + folder, "Ignored autre.csv");
    }

    @Test
    void a_loose_csv_and_any_other_file_are_left_alone_and_told() throws IOException {
        drop("candidats.csv", "convocation.pdf", "LISEZMOI", "macro.xlsm");
        assertThat(listed())
                .containsExactly(
                        "Ignored LISEZMOI", "Ignored candidats.csv", "Ignored convocation.pdf", "Ignored macro.xlsm");
    }

    private List<String> named(Path path) {
        return Inbox.named(path).stream()
                .map(e -> e.getClass().getSimpleName() + " " + e.name())
                .toList();
    }

    @Test
    void a_person_names_a_file_whatever_it_is_called_or_a_folder_as_the_night_sees_it() throws IOException {
        drop("a.xlsx", "notes.txt", "DEIS-2026/session.csv", "DEIS-2026/notes.csv");
        Files.createDirectory(input.resolve("vide"));
        assertThat(named(input.resolve("notes.txt"))).containsExactly("Workbook notes.txt");
        assertThat(named(input))
                .containsExactly(
                        "CsvFolder DEIS-2026",
                        "Ignored DEIS-2026/notes.csv",
                        "Workbook a.xlsx",
                        "Ignored notes.txt",
                        "Ignored vide");
        assertThat(named(input.resolve("DEIS-2026"))).containsExactly("CsvFolder DEIS-2026", "Ignored notes.csv");
        assertThat(named(input.resolve("vide"))).containsExactly("Ignored vide");
    }

    @Test
    void an_input_folder_that_does_not_exist_is_said_so() {
        assertThatThrownBy(() -> Inbox.list(input.resolve("absent"))).isInstanceOf(IOException.class);
    }
}
