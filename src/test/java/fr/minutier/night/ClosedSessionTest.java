package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.NightResult.Fate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session that was issued as final: what it says is closed, how it is written down is not (contract, section 6). */
class ClosedSessionTest {
    /** Ways of writing the same content down again. */
    enum Form {
        SAVED_AGAIN(text -> text.replace("\r\n", "\n").replace("\uFEFF", "")),
        COLUMNS_SHUFFLED(ClosedSessionTest::columnsReversed),
        ROWS_SORTED(ClosedSessionTest::rowsReversed),
        MARKS_WRITTEN_OTHERWISE(text -> text.replace(";12,5;", ";12.50 / 20;").replace(";14;", ";14,0;")),
        WORDS_WRITTEN_OTHERWISE(text -> text.replace(";formation continue;", ";Formation Continue;")),
        DATES_WRITTEN_OTHERWISE(text -> text.replace(";09/05/1985;", ";1985-05-09;")),
        ADDRESS_CHANGED(text -> text.replace("clemence.arnoulet@example.org", "c.arnoulet@example.org")),
        A_COLUMN_OF_ONES_OWN(text -> text.replace("Résultat réservé\r\n", "Résultat réservé;Vu\r\n")),
        A_ROW_OF_TOTALS(text -> text + ";;Total;;;;;;;;;;;11,4\r\n");

        private final UnaryOperator<String> rewritten;

        Form(UnaryOperator<String> rewritten) {
            this.rewritten = rewritten;
        }
    }

    /** Between the fields of a line, and not inside quotes. */
    private static final Pattern DELIMITER = Pattern.compile(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Another file of the same session. */
    private static final String SECOND = "ecole-2";

    @TempDir
    static Path folder;

    private static Office office;
    private static SortedMap<String, String> issued;

    @BeforeAll
    static void close() throws Exception {
        office = new Office(folder).withNovember();
        office.night();
        issued = Tree.untouched(office.november());
    }

    /** What nobody may touch can serve every test. */
    @BeforeEach
    void handInAgain() throws IOException {
        Folder.delete(office.input().resolve(Office.NOVEMBER));
        Folder.delete(office.input().resolve(SECOND));
        Files.deleteIfExists(office.input().resolve("novembre.zip"));
        office.withNovember();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_content_in_another_form_is_left_alone(Form form) throws Exception {
        office.edit("candidats.csv", form.rewritten);
        assertLeftAlone(office.night());
    }

    @Test
    void the_same_content_in_another_encoding_and_as_final_in_capitals_is_left_alone() throws Exception {
        Path csv = office.input().resolve(Office.NOVEMBER).resolve("session.csv");
        String text = Files.readString(csv).replace("\uFEFF", "").replace("définitif", "DÉFINITIF");
        Files.writeString(csv, text, Charset.forName("windows-1252"));
        assertLeftAlone(office.night());
    }

    @Test
    void the_same_content_in_two_files_or_in_an_archive_is_left_alone() throws Exception {
        office.copyAs(SECOND);
        office.keep(Office.NOVEMBER, row -> row % 3 == 0);
        office.keep(SECOND, row -> row % 3 != 0);
        assertLeftAlone(office.night());

        handInAgain();
        office.zip(Office.NOVEMBER, "novembre.zip");
        Folder.delete(office.input().resolve(Office.NOVEMBER));
        assertLeftAlone(office.night());
    }

    @Test
    void a_mark_that_a_second_file_disputes_is_told_and_changes_nothing() throws Exception {
        office.copyAs(SECOND);
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14;", ";12;96;15;"));
        assertRefused(office.night(), "PV_CLOS");
        assertThat(office.anomalies().getFirst().get(6)).contains(Office.NOVEMBER + ", " + SECOND);
    }

    @Test
    void another_template_leaves_a_closed_session_alone(@TempDir Path elsewhere) throws Exception {
        Path templates = elsewhere.resolve("templates");
        Office.copy(Path.of("templates"), templates);
        Path statement = templates.resolve("acts/releve-de-notes.md");
        Files.writeString(statement, Files.readString(statement) + "\nUne ligne de plus.\n");
        Workplace place = office.workplace();
        assertLeftAlone(new Night(
                        new Workplace(place.input(), place.output(), templates, place.today()),
                        Set.of(),
                        Office.silent())
                .run());
    }

    @Test
    void a_changed_mark_is_told_and_changes_nothing() throws Exception {
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14;", ";12;96;14,01;"));
        assertRefused(office.night(), "PV_CLOS");

        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14,01;", ";12;96;14;"));
        assertLeftAlone(office.night());
    }

    @Test
    void a_changed_name_waiver_jury_or_settled_mark_is_told() throws Exception {
        for (List<String> change : List.of(
                List.of("candidats.csv", "Arnoulet", "Arnouley"),
                List.of("candidats.csv", "accord du jury", "accord de la présidente"),
                List.of("jury.csv", "Pastourel", "Pastoureau"),
                List.of("deliberation.csv", ";9,5;", ";9,6;"))) {
            office.edit(change.get(0), text -> text.replace(change.get(1), change.get(2)));
            assertRefused(office.night(), "PV_CLOS");
            office.edit(change.get(0), text -> text.replace(change.get(2), change.get(1)));
        }
    }

    @Test
    void a_return_to_provisional_is_told_and_changes_nothing() throws Exception {
        office.edit("session.csv", text -> text.replace("Statut;définitif", "Statut;provisoire"));
        assertRefused(office.night(), "PV_CLOS");
    }

    @Test
    void an_anomaly_of_the_session_changes_nothing() throws Exception {
        office.edit("session.csv", text -> text.replace("Libellé;Session de novembre 2025\r\n", ""));
        assertRefused(office.night(), "PV_CLOS");
    }

    @Test
    void corrective_minutes_that_are_not_in_order_change_nothing() throws Exception {
        office.edit("session.csv", text -> text + "PV rectificatif;2\r\nMotif;erreur de report\r\n");
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14;", ";12;96;15;"));
        assertRefused(office.night(), "PV_RECTIFICATIF_INVALIDE", "PV_RECTIFICATIF_INVALIDE");
        assertThat(office.anomalies()).extracting(row -> row.get(6)).anyMatch(said -> said.contains("écrivez 1"));

        office.edit("session.csv", text -> text.replace("PV rectificatif;2", "PV rectificatif;1")
                .replace("20/11/2025", "27/11/2025"));
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;15;", ";12;96;14;"));
        assertRefused(office.night(), "PV_RECTIFICATIF_INVALIDE");
        assertThat(office.anomalies().getFirst().get(6)).contains("dit la même chose");
    }

    @Test
    void a_correction_does_not_go_on_from_a_folder_that_somebody_changed() throws Exception {
        office.edit(
                "session.csv",
                text -> text.replace("20/11/2025", "27/11/2025") + "PV rectificatif;1\r\nMotif;erreur de report\r\n");
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14;", ";12;96;15;"));
        Path note = Files.writeString(office.november().resolve("note.txt"), "à la main");
        SortedMap<String, String> before = Tree.untouched(office.november());
        NightResult night = office.night();
        assertThat(night.withheld()).isTrue();
        assertThat(office.codes()).containsExactly("DOSSIER_ALTERE");
        assertThat(Tree.untouched(office.november())).isEqualTo(before);
        Files.delete(note);
    }

    @Test
    void a_closed_session_whose_file_leaves_the_input_stays() throws Exception {
        Folder.delete(office.input().resolve(Office.NOVEMBER));
        assertThat(office.night().withheld()).isFalse();
        assertThat(Tree.untouched(office.november())).isEqualTo(issued);
    }

    private void assertLeftAlone(NightResult night) throws IOException {
        assertThat(night.sessions()).extracting(NightResult.SessionResult::fate).containsExactly(Fate.CLOSED);
        assertThat(night.withheld()).isFalse();
        assertThat(office.codes()).isEmpty();
        assertThat(Tree.untouched(office.november())).isEqualTo(issued);
    }

    private void assertRefused(NightResult night, String... codes) throws IOException {
        assertThat(night.sessions())
                .extracting(NightResult.SessionResult::fate)
                .containsExactly(Fate.CLOSED_AND_CHANGED);
        assertThat(night.withheld()).isTrue();
        assertThat(office.codes()).containsExactly(codes);
        assertThat(Files.readString(office.output().resolve("index.html"))).contains(codes);
        assertThat(Tree.untouched(office.november())).isEqualTo(issued);
    }

    private static String columnsReversed(String text) {
        return text.replace("\uFEFF", "")
                .lines()
                .map(line -> {
                    List<String> fields = new ArrayList<>(Arrays.asList(DELIMITER.split(line, -1)));
                    Collections.reverse(fields);
                    return String.join(";", fields);
                })
                .collect(Collectors.joining("\r\n"));
    }

    private static String rowsReversed(String text) {
        List<String> lines = text.lines().toList();
        return lines.getFirst() + "\r\n"
                + String.join("\r\n", lines.subList(1, lines.size()).reversed());
    }
}
