package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {

    private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    @TempDir
    Path input;

    private String refused(Path file) {
        Reading reading =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> BordereauReader.read(file, "jury.xlsx"));
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        String sentence = ((Reading.Unreadable) reading).sentence();
        assertThat(sentence)
                .contains("«\u00A0jury.xlsx\u00A0»")
                .contains("\u00A0: ")
                .endsWith(".");
        assertThat(sentence).doesNotContain("Exception");
        return sentence;
    }

    private String refused(byte[] bytes) throws IOException {
        return refused(Files.write(input.resolve("jury.xlsx"), bytes));
    }

    private String refused(String text) throws IOException {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(RawWorkbook workbook) throws IOException {
        return refused(workbook.write(input.resolve("jury.xlsx")));
    }

    private byte[] whole() throws IOException {
        return Files.readAllBytes(new RawWorkbook().rows(ROW).write(input.resolve("jury.xlsx")));
    }

    @Test
    void an_empty_file() throws IOException {
        assertThat(refused("")).contains("est vide");
    }

    @Test
    void a_file_that_is_not_there_any_more() {
        assertThat(refused(input.resolve("absent.xlsx"))).contains("n’existe plus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body><table>", "\uFEFF\n<!DOCTYPE html>", "<table><tr><td>C1"})
    void a_web_page_that_calls_itself_a_workbook(String page) throws IOException {
        assertThat(refused(page)).contains("HTML").contains(".xlsx");
    }

    @Test
    void other_kinds_of_files() throws IOException {
        assertThat(refused("%PDF-1.7\n")).contains("PDF");
        assertThat(refused("N° candidat;Nom\n")).contains("texte").contains("session.csv");
        assertThat(refused("<?xml version=\"1.0\"?><Workbook/>")).contains("XML");
        assertThat(refused(new byte[] {1, 2, 0, 3})).contains("n’est pas un classeur reconnu");
    }

    @Test
    void a_truncated_workbook_wherever_it_is_cut() throws IOException {
        byte[] whole = whole();
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refused(Arrays.copyOf(whole, length))).contains("abîmé");
        }
    }

    @Test
    void a_workbook_with_a_spoiled_byte_is_never_an_exception() throws IOException {
        byte[] whole = whole();
        for (int at = 0; at < whole.length; at += 17) {
            byte[] spoiled = whole.clone();
            spoiled[at] ^= 0x55;
            Path file = Files.write(input.resolve("spoiled.xlsx"), spoiled);
            assertThat(BordereauReader.read(file, "spoiled.xlsx")).isNotInstanceOf(Reading.Growing.class);
        }
    }

    @Test
    void a_digit_spoiled_on_the_way_is_never_read_as_another_mark() throws IOException {
        Path file = new RawWorkbook()
                .rows("<row r=\"1\"><c r=\"A1\"><v>12.5</v></c></row>")
                .stored()
                .write(input.resolve("jury.xlsx"));
        byte[] bytes = Files.readAllBytes(file);
        int mark = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<v>12.5</v>") + "<v>1".length();
        bytes[mark] = '9';
        assertThat(refused(bytes)).contains("abîmé");
    }

    @Test
    void a_workbook_behind_a_password() throws IOException, GeneralSecurityException {
        Path file = input.resolve("jury.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(whole());
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        assertThat(refused(file)).contains("mot de passe");
    }

    @Test
    void a_spoiled_container_of_the_old_format() throws IOException {
        byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertThat(refused(start)).contains("abîmé");
    }

    private Path zip(String entry, String content) throws IOException {
        Path file = input.resolve("jury.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void another_open_document_and_another_office_document() throws IOException {
        assertThat(refused(zip("mimetype", "application/vnd.oasis.opendocument.text")))
                .contains("autre document");
        assertThat(refused(zip("[Content_Types].xml", "<Types/>"))).contains(".xlsx");
        assertThat(refused(new RawWorkbook()
                        .part(
                                "_rels/.rels",
                                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                        + "relationships\"/>")))
                .contains("n’est pas un classeur .xlsx");
    }

    @Test
    void a_document_type_is_never_followed() throws IOException {
        Path secret = Files.writeString(input.resolve("secret.txt"), "secret");
        String external = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        assertThat(refused(new RawWorkbook().part("xl/worksheets/sheet1.xml", external)))
                .contains("abîmé");
        assertThat(
                        refused(
                                new RawWorkbook()
                                        .rows(ROW)
                                        .part(
                                                "xl/sharedStrings.xml",
                                                "<?xml version=\"1.0\"?><!DOCTYPE sst ["
                                                        + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>")))
                .contains("abîmé");
        assertThat(refused(new RawWorkbook()
                        .rows(ROW)
                        .part(
                                "[Content_Types].xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE Types ["
                                        + "<!ENTITY a SYSTEM \"http://localhost:1/\">]><Types>&a;</Types>")))
                .contains("abîmé");
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one() throws IOException {
        assertThat(refused(new RawWorkbook().sheet(" ".repeat(60_000_000)))).contains("bien plus grand");
    }

    @Test
    void more_rows_than_any_jury_has() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 200_001; row++) {
            rows.append("<row><c><v>").append(row * 7919 % 100_003).append("</v></c></row>");
        }
        assertThat(refused(new RawWorkbook().rows(rows.toString()))).contains("200\u00A0000 lignes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"1048577\"/>",
                "<row r=\"x\"/>",
                "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row><c r=\"ZZZ1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>3</v></c></row>",
                "<row><c t=\"s\"><v>x</v></c></row>",
                "<row><c><v>1<b/></v></c></row>",
                "<row>"
            })
    void rows_and_cells_that_no_program_writes(String rows) throws IOException {
        assertThat(refused(new RawWorkbook().rows(rows))).contains("abîmé");
    }

    @Test
    void a_folder_without_any_of_the_four_files() {
        Reading reading = BordereauReader.read(input, "vide");
        assertThat(((Reading.Unreadable) reading).sentence()).contains("session.csv");
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_left_for_another_night() throws Exception {
        Path session = Files.writeString(input.resolve("session.csv"), "Champ;Valeur\n".repeat(50_000));
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean started = new AtomicBoolean();
        Thread copy = Thread.ofPlatform().start(() -> {
            try (OutputStream out = Files.newOutputStream(session, StandardOpenOption.APPEND)) {
                while (!done.get()) {
                    out.write("Lieu;Lyon\n".getBytes(StandardCharsets.UTF_8));
                    started.set(true);
                    Thread.sleep(1);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!started.get()) {
            Thread.onSpinWait();
        }
        Reading reading = BordereauReader.read(input, "DEIS-2026");
        done.set(true);
        copy.join();
        assertThat(reading).isInstanceOf(Reading.Growing.class);
    }
}
