package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A .zip of CSV files is read as the folder that it holds, where it lies. */
class CsvArchiveTest {

    private static final String SESSION = "Champ;Valeur\nSession;JUIN-2026\n";

    private static final String CANDIDATES = "N° candidat;Nom de naissance\n0001;Lefèvre\n";

    @TempDir
    Path input;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String encoding = "UTF-8";

    @AfterEach
    void nothing_is_ever_unpacked_to_disk() throws IOException {
        try (Stream<Path> all = Files.walk(input)) {
            assertThat(all.filter(path -> !path.equals(input))
                            .map(path -> path.getFileName().toString()))
                    .isSubsetOf("JUIN.zip");
        }
    }

    private CsvArchiveTest with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private CsvArchiveTest with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(encoding);
            zip.setUseLanguageEncodingFlag(encoding.equals("UTF-8"));
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Reading reading(byte[] zip) throws IOException {
        Path file = Files.write(input.resolve("JUIN.zip"), zip);
        return Assertions.assertTimeout(Duration.ofSeconds(10), () -> BordereauReader.read(file, "JUIN.zip"));
    }

    private Reading.Read read() throws IOException {
        Reading reading = reading(zip());
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static List<String> files(Reading.Read read) {
        return read.bordereau().sheets().stream().map(Sheet::file).toList();
    }

    private static List<String> beside(Reading.Read read) {
        return read.beside().stream().map(Inbox.Ignored::name).toList();
    }

    private String refused(byte[] zip) throws IOException {
        Reading reading = reading(zip);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return sentence(((Reading.Unreadable) reading).sentence());
    }

    private String leftAlone() throws IOException {
        Reading reading = reading(zip());
        assertThat(reading).isInstanceOf(Reading.NoBordereau.class);
        return sentence(((Reading.NoBordereau) reading).why());
    }

    private static String sentence(String sentence) {
        assertThat(sentence)
                .contains("«\u00A0JUIN.zip")
                .contains("\u00A0: ")
                .endsWith(".")
                .doesNotContain("Exception");
        return sentence;
    }

    @Test
    void files_at_the_root_are_the_sheets_of_one_bordereau() throws IOException {
        Reading.Read read =
                with("session.csv", SESSION).with("candidats.csv", CANDIDATES).read();
        assertThat(files(read)).containsExactly("JUIN.zip/session.csv", "JUIN.zip/candidats.csv");
        assertThat(read.bordereau().name()).isEqualTo("JUIN.zip");
        Cell name = read.bordereau().sheets().get(1).lines().get(1).cell(1).orElseThrow();
        assertThat(name.text()).isEqualTo("Lefèvre");
        assertThat(name.address().file()).isEqualTo("JUIN.zip/candidats.csv");
        assertThat(name.address().a1()).isEqualTo("B2");
        assertThat(beside(read)).isEmpty();
    }

    @Test
    void so_are_those_of_one_folder() throws IOException {
        Reading.Read read = with("Juin 2026/", "")
                .with("Juin 2026/SESSION.CSV", SESSION)
                .with("Juin 2026/Candidats.csv", CANDIDATES)
                .read();
        assertThat(files(read)).containsExactly("JUIN.zip/SESSION.CSV", "JUIN.zip/Candidats.csv");
    }

    @Test
    void folders_of_windows_are_folders() throws IOException {
        assertThat(files(with("juin\\session.csv", SESSION).read())).containsExactly("JUIN.zip/session.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "CP437", "IBM850", "windows-1252"})
    void names_with_accents_are_known_in_every_encoding(String written) throws IOException {
        encoding = written;
        Reading.Read read = with("session.csv", SESSION)
                .with("Délibération.csv", "N° candidat;Composante\n")
                .read();
        assertThat(files(read)).containsExactly("JUIN.zip/session.csv", "JUIN.zip/Délibération.csv");
    }

    @Test
    void names_of_a_mac_whose_accents_stand_apart_are_known() throws IOException {
        assertThat(files(with("session.csv", SESSION)
                        .with("de\u0301libe\u0301ration.csv", "N° candidat;Composante\n")
                        .read()))
                .containsExactly("JUIN.zip/session.csv", "JUIN.zip/délibération.csv");
    }

    @Test
    void what_programs_leave_in_archives_is_passed_over_without_a_word() throws IOException {
        Reading.Read read = with("session.csv", SESSION)
                .with(".DS_Store", "x")
                .with("__MACOSX/._session.csv", "x")
                .with("__MACOSX/session.csv", "x")
                .with("~$candidats.csv", "x")
                .with("candidats.csv.tmp", "x")
                .read();
        assertThat(files(read)).containsExactly("JUIN.zip/session.csv");
        assertThat(beside(read)).isEmpty();
    }

    @Test
    void what_else_it_holds_is_told_a_folder_once() throws IOException {
        Reading.Read read = with("JUIN/session.csv", SESSION)
                .with("JUIN/lisez-moi.txt", "à lire")
                .with("JUIN/photos/a.jpg", "x")
                .with("JUIN/photos/b.jpg", "x")
                .with("jury.xlsx", "x")
                .read();
        assertThat(beside(read)).containsExactly("JUIN.zip/jury.xlsx", "JUIN.zip/lisez-moi.txt", "JUIN.zip/photos");
        assertThat(read.beside())
                .allSatisfy(ignored -> assertThat(ignored.why()).endsWith("."));
    }

    @Test
    void two_files_of_one_name_are_refused_as_in_a_folder() throws IOException {
        assertThat(refused(with("session.csv", SESSION)
                        .with("candidats.csv", CANDIDATES)
                        .with("Candidats.CSV", CANDIDATES)
                        .zip()))
                .contains("Deux fichiers de l’archive")
                .contains("Candidats.CSV");
    }

    @Test
    void two_files_of_one_name_but_for_accents_are_refused_as_in_a_folder() throws IOException {
        assertThat(refused(with("session.csv", SESSION)
                        .with("deliberation.csv", "N° candidat;Composante\n")
                        .with("Délibération.csv", "N° candidat;Composante\n")
                        .zip()))
                .contains("Deux fichiers de l’archive")
                .contains("deliberation.csv, Délibération.csv");
    }

    @Test
    void an_archive_without_session_csv_is_left_alone() throws IOException {
        assertThat(with("candidats.csv", CANDIDATES).leftAlone()).contains("ne contient pas de session.csv");
    }

    @Test
    void so_is_an_empty_one() throws IOException {
        assertThat(leftAlone()).contains("est vide");
        assertThat(with("JUIN/", "").leftAlone()).contains("est vide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jury.xlsx", "JUIN/jury.ODS", "jury.xls", "autre.zip"})
    void one_that_holds_workbooks_or_archives_says_to_hand_in_these(String inside) throws IOException {
        assertThat(with(inside, "x").leftAlone())
                .contains("contient des classeurs")
                .contains("dossier d’entrée");
    }

    @Test
    void two_sessions_in_one_archive_are_never_read_as_one() throws IOException {
        assertThat(refused(with("JUIN/session.csv", SESSION)
                        .with("MAI/session.csv", SESSION)
                        .zip()))
                .contains("plusieurs session.csv");
    }

    @Test
    void a_session_below_two_folders_is_refused_and_not_passed_over() throws IOException {
        assertThat(refused(with("2026/JUIN/session.csv", SESSION).zip())).contains("trop profondément");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../session.csv",
                "/etc/session.csv",
                "C:\\temp\\session.csv",
                "JUIN/../session.csv",
                "..\\session.csv",
                "sess\u0000ion.csv",
                "a\nb.csv"
            })
    void names_that_lead_out_of_the_archive_refuse_it(String hostile) throws IOException {
        assertThat(refused(with("session.csv", SESSION).with(hostile, "x").zip()))
                .contains("mène hors d’elle");
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one() throws IOException {
        byte[] blanks = new byte[70_000_000];
        Arrays.fill(blanks, (byte) ' ');
        assertThat(refused(with("session.csv", SESSION)
                        .with("candidats.csv", blanks)
                        .zip()))
                .contains("bien plus grand");
    }

    @Test
    void more_entries_than_any_session_has() throws IOException {
        with("session.csv", SESSION);
        for (int i = 0; i < 10_000; i++) {
            with("photos/" + i + ".jpg", new byte[0]);
        }
        assertThat(refused(zip())).contains("plus de 1\u00A0000 fichiers");
    }

    @Test
    void an_archive_behind_a_password() throws IOException {
        byte[] zip = with("session.csv", SESSION).zip();
        mark(zip, "PK\3\4", 6, 1);
        mark(zip, "PK\1\2", 8, 1);
        assertThat(refused(zip)).contains("mot de passe");
    }

    @Test
    void an_unknown_compression() throws IOException {
        byte[] zip = with("session.csv", SESSION).zip();
        mark(zip, "PK\3\4", 8, 95);
        mark(zip, "PK\1\2", 10, 95);
        assertThat(refused(zip)).contains("compressée d’une façon");
    }

    /** Writes a byte behind a signature. */
    private static void mark(byte[] zip, String signature, int behind, int value) {
        zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf(signature) + behind] = (byte) value;
    }

    @Test
    void a_truncated_archive_wherever_it_is_cut() throws IOException {
        byte[] whole =
                with("session.csv", SESSION).with("candidats.csv", CANDIDATES).zip();
        for (int length = 4; length < whole.length; length += 13) {
            assertThat(refused(Arrays.copyOf(whole, length))).contains("abîmée");
        }
    }

    @Test
    void a_spoiled_byte_is_never_an_exception_nor_another_mark() throws IOException {
        byte[] whole =
                with("session.csv", SESSION).with("candidats.csv", CANDIDATES).zip();
        String content = read().bordereau().digest();
        for (int at = 4; at < whole.length; at++) {
            byte[] spoiled = whole.clone();
            spoiled[at] ^= 0x55;
            if (reading(spoiled) instanceof Reading.Read read && files(read).size() == 2) {
                assertThat(read.bordereau().digest()).as("byte %d", at).isEqualTo(content);
            }
        }
    }

    @Test
    void an_empty_file_within_is_refused() throws IOException {
        assertThat(refused(with("session.csv", SESSION).with("jury.csv", "").zip()))
                .contains("JUIN.zip/jury.csv")
                .contains("est vide");
    }

    @Test
    void its_content_and_not_its_name_tells_what_a_file_is() throws IOException {
        Path file = input.resolve("JUIN.zip");
        new RawWorkbook().rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").write(file);
        assertThat(((Reading.Read) BordereauReader.read(file, "JUIN.zip"))
                        .bordereau()
                        .sheets()
                        .getFirst()
                        .lines())
                .hasSize(1);
        Files.write(file, with("session.csv", SESSION).zip());
        Reading named = BordereauReader.read(file, "JUIN.xlsx");
        assertThat(files((Reading.Read) named)).containsExactly("JUIN.xlsx/session.csv");
    }

    @Test
    void stored_entries_are_read_too() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setMethod(ZipEntry.STORED);
            ZipArchiveEntry entry = new ZipArchiveEntry("session.csv");
            byte[] content = SESSION.getBytes(StandardCharsets.UTF_8);
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(content);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        }
        assertThat(files((Reading.Read) reading(bytes.toByteArray()))).containsExactly("JUIN.zip/session.csv");
    }
}
