package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no workbook, or one that cannot be opened: a sentence that calls it by its kind, and nothing else. */
class ForeignFilesTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @TempDir
    Path input;

    private static String refused(Path file) {
        return Refused.sentence(file);
    }

    private String refused(byte[] bytes) throws IOException {
        return refused(Files.write(input.resolve("jury.ods"), bytes));
    }

    private String refused(RawOds workbook) throws IOException {
        return refused(workbook.write(input.resolve("jury.ods")));
    }

    private String refused(RawXls workbook) throws IOException {
        return refused(workbook.write(input.resolve("jury.xls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jury.xls", "jury.xlsx", "jury.ods", "jury.ODS", "jury"})
    void a_workbook_is_read_whatever_its_name_says(String name) throws IOException {
        for (String format : List.of("session-mai.xlsx", "session-mai.xls", "session-mai.ods")) {
            Path file = Files.write(input.resolve(name), Refused.bytes(format));
            assertThat(Refused.read(file, name)).as(format).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void other_files_are_called_by_their_kind() throws IOException {
        assertThat(refused(new byte[0])).contains("est vide");
        assertThat(refused("N° candidat;Nom\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("texte");
        assertThat(refused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).contains("PDF");
        assertThat(refused("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"
                        .getBytes(StandardCharsets.US_ASCII)))
                .contains("HTML");
        assertThat(refused((DECLARATION + "<?mso-application progid=\"Excel.Sheet\"?><Workbook/>")
                        .getBytes(StandardCharsets.UTF_8)))
                .contains("XML");
        assertThat(refused(Refused.bytes("session-mai.fods"))).contains(".fods").contains(".xlsx ou .ods");
        assertThat(refused(new byte[] {(byte) 0xFF, (byte) 0xFE, 'N', 0, '\t', 0}))
                .contains("reconnu");
    }

    @Test
    void a_text_or_slides_in_an_office_container_are_no_workbook() throws IOException {
        assertThat(refused(new RawOds().part("mimetype", "application/vnd.oasis.opendocument.text")))
                .contains("autre document bureautique");
        assertThat(refused(new RawOds()
                        .without("mimetype")
                        .content("<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                                + "<o:body><o:text/></o:body></o:document-content>")))
                .contains("autre document bureautique");
        for (String part : List.of("wordprocessingml.document", "presentationml.presentation")) {
            String main = "application/vnd.openxmlformats-officedocument." + part + ".main+xml";
            RawWorkbook document = new RawWorkbook()
                    .part(
                            "[Content_Types].xml",
                            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                    + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships"
                                    + "+xml\"/><Default Extension=\"xml\" ContentType=\"" + main + "\"/></Types>");
            assertThat(refused(document.write(input.resolve("jury.docx")))).contains("n’est pas un classeur");
        }
        assertThat(refused(new RawXls().begin(RawXls.WORKBOOK).write(input.resolve("jury.doc"), "WordDocument")))
                .contains("autre document bureautique");
    }

    @Test
    void a_workbook_with_macros_is_read_without_them() throws IOException {
        Path file = new RawWorkbook()
                .rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .part("xl/vbaProject.bin", "macros")
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships"
                                + "+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                                + " PartName=\"/xl/workbook.xml\""
                                + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")
                .write(input.resolve("jury.xlsm"));
        assertThat(Refused.read(file, "jury.xlsm")).isInstanceOf(Reading.Read.class);
    }

    @Test
    void what_lies_where_a_file_should_be() throws Exception {
        Path folder = Files.createDirectory(input.resolve("jury.xlsx"));
        assertThat(((Reading.Unreadable) Refused.read(folder, "jury.xlsx")).sentence())
                .contains("dossier");
        Path nowhere = Files.createSymbolicLink(input.resolve("jury.ods"), input.resolve("absent.ods"));
        assertThat(refused(nowhere)).contains("n’existe plus");
        Path circle = input.resolve("cercle.ods");
        Files.createSymbolicLink(circle, circle);
        assertThat(refused(circle)).contains("ne peut pas être ouvert");
        Path pipe = input.resolve("tube.ods");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            assertThat(refused(pipe)).contains("n’est pas un fichier ordinaire");
        }
        Path link = Files.createSymbolicLink(
                input.resolve("lien.ods"), Refused.format("session-mai.ods").toAbsolutePath());
        assertThat(Refused.read(link, "lien.ods")).isInstanceOf(Reading.Read.class);
    }

    // Passwords and old formats

    @ParameterizedTest
    @EnumSource(names = {"standard", "agile"})
    void a_new_workbook_behind_a_password(EncryptionMode mode) throws IOException, GeneralSecurityException {
        Path file = input.resolve("jury.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(Refused.bytes("session-mai.xlsx"));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        assertThat(refused(file)).contains("mot de passe");
    }

    private Path encrypted(String password) throws IOException {
        Path file = input.resolve("jury.xls");
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Candidats").createRow(0).createCell(0).setCellValue(9.96);
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return file;
    }

    @Test
    void an_old_workbook_behind_a_password() throws IOException {
        assertThat(refused(encrypted("secret"))).contains("mot de passe");
        RawXls scrambled = new RawXls()
                .begin(RawXls.WORKBOOK)
                .record(0x002F, RawXls.shorts(0, 0x1234, 0x5678))
                .tab("Candidats", 0, 0)
                .end();
        assertThat(refused(scrambled)).contains("mot de passe");
    }

    @Test
    void an_old_workbook_whose_structure_alone_is_protected_opens_without_asking_and_is_read() throws IOException {
        assertThat(Refused.read(encrypted("VelvetSweatshop"), "jury.xls")).isInstanceOf(Reading.Read.class);
    }

    @Test
    void an_open_document_behind_a_password() throws IOException {
        String manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
                + "<manifest:encryption-data manifest:checksum=\"x\"/></manifest:file-entry></manifest:manifest>";
        assertThat(refused(new RawOds().part("META-INF/manifest.xml", manifest).content("\u0001\u0002brouillé")))
                .contains("mot de passe");
        assertThat(refused(new RawOds()
                        .part("META-INF/manifest.xml", manifest)
                        .without("content.xml")
                        .part("encrypted-package", "brouillé")))
                .contains("mot de passe");
    }

    @Test
    void a_workbook_of_before_1997() throws IOException {
        for (byte[] start : List.of(
                new byte[] {9, 0, 4, 0, 2, 0, 16, 0},
                new byte[] {9, 2, 6, 0, 0, 3, 16, 0},
                new byte[] {9, 4, 6, 0, 0, 4, 16, 0},
                new byte[] {9, 8, 8, 0, 0, 5, 5, 0})) {
            assertThat(refused(Arrays.copyOf(start, 200))).contains("antérieure à 1997");
        }
        assertThat(refused(new RawXls().begin(RawXls.WORKBOOK).write(input.resolve("jury.xls"), "Book")))
                .contains("antérieure à 1997")
                .contains(".xlsx ou .ods");
    }
}
