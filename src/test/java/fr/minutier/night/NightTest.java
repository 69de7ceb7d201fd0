package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.NightResult.Fate;
import fr.minutier.typesetting.TaggedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights one after the other on the sample input: what is made, replaced, left alone and told (contract, section 6). */
class NightTest {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws IOException {
        office = new Office(folder);
    }

    @Test
    void a_second_night_touches_nothing() throws Exception {
        office.withNovember().withJune().night();
        SortedMap<String, String> before = Tree.untouched(office.output());
        NightResult second = office.night();
        assertThat(Tree.untouched(office.output())).isEqualTo(before);
        assertThat(second.sessions())
                .extracting(NightResult.SessionResult::fate)
                .containsExactly(Fate.CLOSED, Fate.UNCHANGED);
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_another_place(@TempDir Path elsewhere) throws Exception {
        office.withNovember().withJune().night();
        Office other = new Office(elsewhere).withNovember().withJune();
        other.night();
        assertThat(Tree.digests(other.output())).isEqualTo(Tree.digests(office.output()));
    }

    @Test
    void a_provisional_session_that_changes_and_changes_back_has_its_first_documents_again() throws Exception {
        office.withJune();
        Path bordereau = office.input().resolve(Office.JUNE + ".xlsx");
        byte[] first = Files.readAllBytes(bordereau);
        Workplace sameDay = office.workplace();
        run(sameDay);
        SortedMap<String, String> made = documents(office.output());

        changeLabel(bordereau, "Session de juin 2026, seconde délibération");
        assertThat(run(sameDay).sessions().getFirst().fate()).isEqualTo(Fate.MADE);
        assertThat(documents(office.output())).isNotEqualTo(made);

        Files.write(bordereau, first);
        assertThat(run(sameDay).sessions().getFirst().fate()).isEqualTo(Fate.MADE);
        assertThat(documents(office.output())).isEqualTo(made);
    }

    @Test
    void an_anomaly_of_the_session_gives_reports_only_which_are_replaced_once_it_is_corrected(@TempDir Path elsewhere)
            throws Exception {
        office.withNovember();
        office.edit("session.csv", text -> text.replace("Libellé;Session de novembre 2025\r\n", ""));
        assertThat(office.night().withheld()).isTrue();
        assertThat(Tree.files(office.november()))
                .containsExactlyInAnyOrder("index.html", "anomalies.csv", "manifeste.json", "bordereau-annote.xlsx");
        assertThat(codesOf(office.november())).contains("CHAMP_MANQUANT");

        office.edit("session.csv", text -> text.replace("Statut;", "Libellé;Session de novembre 2025\r\nStatut;"));
        Office flawless = new Office(elsewhere).withNovember();
        run(flawless.workplace());
        run(new Workplace(
                office.input(),
                office.output(),
                Path.of("templates"),
                flawless.workplace().today()));
        assertThat(office.november().resolve("proces-verbal.pdf")).exists();
        assertThat(documents(office.november())).isEqualTo(documents(flawless.november()));
    }

    @Test
    void a_bordereau_dropped_twice_is_one(@TempDir Path elsewhere) throws Exception {
        office.withNovember();
        Office once = new Office(elsewhere).withNovember();
        once.night();
        Office.copy(office.input().resolve(Office.NOVEMBER), office.input().resolve("copie"));
        office.night();
        assertThat(codesOf(office.november())).doesNotContain("CONFLIT_FICHIERS");
        assertThat(documents(office)).isEqualTo(documents(once));
    }

    @Test
    void a_session_that_two_schools_hand_in_has_the_candidates_of_both(@TempDir Path elsewhere) throws Exception {
        Office whole = new Office(elsewhere).withNovember();
        whole.night();
        office.withNovember();
        office.copyAs("ecole-2");
        office.keep(Office.NOVEMBER, row -> row % 2 == 0);
        office.keep("ecole-2", row -> row % 2 == 1);
        office.night();
        assertThat(documents(office)).containsOnlyKeys(documents(whole).keySet());
        assertThat(rows(office, "decisions.csv")).isEqualTo(rows(whole, "decisions.csv"));
        assertThat(rows(office, "blocs.csv")).isEqualTo(rows(whole, "blocs.csv"));
        assertThat(Files.readString(office.november().resolve("index.html"))).contains(Office.NOVEMBER + ", ecole-2");
        assertThat(Files.readString(office.output().resolve("index.html"))).contains("ecole-2", Office.NOVEMBER);
    }

    /** Digests of the acts. */
    private static SortedMap<String, String> documents(Office office) throws IOException {
        SortedMap<String, String> documents = Tree.digests(office.november());
        documents.keySet().removeIf(path -> !path.endsWith(".pdf"));
        return documents;
    }

    /** Whatever their order. */
    private static List<String> rows(Office office, String csv) throws IOException {
        return Files.readString(office.november().resolve(csv)).lines().sorted().toList();
    }

    @Test
    void of_two_files_the_one_that_cannot_be_read_holds_up_no_other() throws Exception {
        office.withNovember();
        office.copyAs("ecole-2");
        Files.write(office.input().resolve("ecole-2/candidats.csv"), new byte[] {0, 1, 2});
        office.night();
        assertThat(office.codes()).containsExactly("FICHIER_ILLISIBLE");
        assertThat(documents(office)).isNotEmpty();
        assertThat(Files.readString(office.november().resolve("index.html"))).doesNotContain("ecole-2");
    }

    @Test
    void an_archive_is_a_bordereau_and_what_lies_beside_it_is_told(@TempDir Path elsewhere) throws Exception {
        Office whole = new Office(elsewhere).withNovember();
        whole.night();
        office.withNovember();
        Files.writeString(office.input().resolve(Office.NOVEMBER).resolve("lisez-moi.txt"), "à lire");
        office.zip(Office.NOVEMBER, "novembre.zip");
        Folder.delete(office.input().resolve(Office.NOVEMBER));
        SortedMap<String, String> before = Tree.untouched(office.input());

        office.night();
        assertThat(documents(office)).isEqualTo(documents(whole));
        assertThat(office.codes()).containsExactly("FICHIER_IGNORE");
        assertThat(office.anomalies().getFirst().getFirst()).isEqualTo("novembre.zip/lisez-moi.txt");
        assertThat(CsvRows.below(Office.ANOMALIES, office.november().resolve("anomalies.csv")))
                .extracting(List::getFirst)
                .contains("novembre.zip/candidats.csv");
        assertThat(Tree.untouched(office.input())).isEqualTo(before);
    }

    @Test
    void an_archive_without_a_session_withholds_nothing() throws Exception {
        Path folder = Files.createDirectory(office.input().resolve("photos"));
        Files.writeString(folder.resolve("a.txt"), "a");
        office.zip("photos", "photos.zip");
        Folder.delete(folder);
        assertThat(office.night().withheld()).isFalse();
        assertThat(office.codes()).containsExactly("FICHIER_IGNORE");
    }

    @Test
    void a_file_that_belongs_to_no_session_is_named_and_holds_up_no_other(@TempDir Path elsewhere) throws Exception {
        office.withNovember();
        Files.writeString(office.input().resolve("brouillon.xlsx"), "ceci n'est pas un classeur");
        Files.write(office.input().resolve("vide.ods"), new byte[0]);
        byte[] june = Files.readAllBytes(Path.of("input", Office.JUNE + ".xlsx"));
        Files.write(office.input().resolve("tronque.xlsx"), Arrays.copyOf(june, june.length / 2));
        assertThat(office.night().withheld()).isTrue();

        assertThat(office.anomalies())
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("brouillon.xlsx", "vide.ods", "tronque.xlsx");
        assertThat(office.codes()).containsOnly("FICHIER_ILLISIBLE");
        assertThat(Files.readString(office.output().resolve("index.html")))
                .contains("brouillon.xlsx", "vide.ods", "tronque.xlsx");
        Office alone = new Office(elsewhere).withNovember();
        alone.night();
        assertThat(Tree.digests(office.november())).isEqualTo(Tree.digests(alone.november()));
    }

    @Test
    void what_is_no_bordereau_is_told_and_withholds_nothing() throws Exception {
        Files.writeString(office.input().resolve("notes.csv"), "a;b\r\n1;2\r\n");
        Files.writeString(office.input().resolve("lisez-moi.txt"), "à lire");
        Files.createDirectory(office.input().resolve("vide"));
        Files.writeString(office.input().resolve("~$" + Office.JUNE + ".xlsx"), "verrou");
        assertThat(office.night().withheld()).isFalse();
        assertThat(office.anomalies())
                .extracting(List::getFirst)
                .containsExactlyInAnyOrder("notes.csv", "lisez-moi.txt", "vide");
        assertThat(office.codes()).containsOnly("FICHIER_IGNORE");
    }

    @Test
    void a_rehearsal_writes_nothing() throws Exception {
        office.withNovember().withJune();
        assertThat(office.rehearsal().sessions())
                .extracting(NightResult.SessionResult::fate)
                .containsExactly(Fate.WOULD_BE_MADE, Fate.WOULD_BE_MADE);
        assertThat(office.output()).isEmptyDirectory();

        office.night();
        String before = Folder.digest(office.output());
        assertThat(office.rehearsal().sessions())
                .extracting(NightResult.SessionResult::fate)
                .containsExactly(Fate.CLOSED, Fate.UNCHANGED);
        assertThat(Folder.digest(office.output())).isEqualTo(before);
    }

    @Test
    void input_is_never_touched() throws Exception {
        office.withNovember().withJune();
        SortedMap<String, String> before = Tree.untouched(office.input());
        office.night();
        assertThat(Tree.untouched(office.input())).isEqualTo(before);
    }

    @Test
    void documents_are_for_owner_and_group_and_the_register_for_its_owner() throws Exception {
        office.withNovember().withJune().night();
        for (String path : Tree.paths(office.output(), any -> true)) {
            Path there = office.output().resolve(path);
            assertThat(rights(there)).as(path).isEqualTo(Files.isDirectory(there) ? "rwxr-x---" : "rw-r-----");
        }
        assertThat(rights(office.output().resolve(".registre"))).isEqualTo("rwx------");
    }

    /**
     * Digests of all but what tells of the editions before: the pages and the manifest. Of the minutes, which print the
     * head of the register, the words that do not change with it.
     */
    private static SortedMap<String, String> documents(Path folder) throws IOException {
        SortedMap<String, String> documents = Tree.digests(folder);
        documents.keySet().removeIf(path -> path.endsWith("index.html") || path.endsWith("manifeste.json"));
        for (String minutes : Tree.paths(folder, path -> path.endsWith("proces-verbal.pdf"))) {
            String words = String.join(" ", TaggedText.of(Files.readAllBytes(folder.resolve(minutes))));
            String head = "Écritures de la session avant cet acte : .* Décisions \\(decisions";
            assertThat(words).containsPattern(head);
            documents.put(minutes, words.replaceFirst(head, ""));
        }
        return documents;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> codesOf(Path session) throws IOException {
        return CsvRows.below(Office.ANOMALIES, session.resolve("anomalies.csv")).stream()
                .map(row -> row.get(4))
                .toList();
    }

    private static NightResult run(Workplace place) throws Exception {
        return new Night(place, Set.of(), Office.silent()).run();
    }

    private static void changeLabel(Path bordereau, String label) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(bordereau))) {
            workbook.getSheet("Session").forEach(row -> {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("Libellé")) {
                    row.getCell(1).setCellValue(label);
                }
            });
            try (var out = Files.newOutputStream(bordereau)) {
                workbook.write(out);
            }
        }
    }
}
