package fr.minutier.report.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.report.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedBordereauTest {
    @TempDir
    Path input;

    private Path source;

    @BeforeEach
    void workbook() throws IOException {
        source = input.resolve("jury.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Candidats");
            XSSFFont white = workbook.createFont();
            white.setColor(IndexedColors.WHITE.getIndex());
            white.setBold(true);
            XSSFCellStyle header = workbook.createCellStyle();
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            header.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
            header.setFont(white);
            row(sheet, 0, "N° candidat", "Nom de naissance", "BC01 Mémoire", "BC01 Soutenance");
            sheet.getRow(0).getCell(0).setCellStyle(header);
            row(sheet, 1, "1", "Abadie");
            row(sheet, 2, "2", "Bonnet");
            XSSFCellStyle twoDecimals = workbook.createCellStyle();
            twoDecimals.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            XSSFCell mark = sheet.getRow(1).createCell(2);
            mark.setCellValue(12.5);
            mark.setCellStyle(twoDecimals);
            XSSFCell computed = sheet.getRow(1).createCell(3);
            computed.setCellFormula("C2+1");
            // A stored result that no recalculation gives.
            computed.setCellValue(99);
            sheet.getRow(2).createCell(2).setCellFormula("C2*2");
            XSSFComment note =
                    sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, 1, 3, 2));
            note.setString("Vérifié avec l’école");
            note.setAuthor("Coordination");
            sheet.createFreezePane(0, 1);
            sheet.setColumnWidth(1, 9000);
            sheet.getRow(2).setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
            row(sheet, 4, "Groupe", "Carré");
            row(sheet, 5, "", "Dubois");
            try (OutputStream out = Files.newOutputStream(source)) {
                workbook.write(out);
            }
        }
    }

    @Test
    void each_faulty_cell_bears_the_colour_of_its_gravest_anomaly_and_all_its_messages() throws Exception {
        XSSFSheet sheet = annotated(
                        at(1, 3, Gravity.AVERTISSEMENT, "JURY_PARITE", "Un avis."),
                        at(2, 3, Gravity.A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages. Demandez au jury."),
                        at(2, 3, Gravity.BLOQUANTE, "NOTE_MANQUANTE", "La note manque. Saisissez-la."))
                .getSheet("Candidats");
        assertThat(fill(sheet, 1, 3)).isEqualTo("FFFFEE8C");
        assertThat(fill(sheet, 2, 3)).isEqualTo("FFF4A9A3");
        assertThat(comment(sheet, 2, 3)).isEqualTo("""
                        — Minutier —
                        À ARBITRER – LONGUEUR_MEMOIRE
                        130 pages. Demandez au jury.

                        BLOQUANTE – NOTE_MANQUANTE
                        La note manque. Saisissez-la.""");
        assertThat(sheet.getCellComments()).hasSize(3);
    }

    @Test
    void the_workbook_keeps_its_values_formulas_layout_and_comments() throws Exception {
        XSSFSheet sheet = annotated(
                        at(1, 2, Gravity.BLOQUANTE, "NOTE_PAS", "Trop fine."),
                        at(1, 3, Gravity.BLOQUANTE, "NOTE_HORS_BORNES", "Hors bornes."),
                        at(2, 2, Gravity.BLOQUANTE, "FORMULE_SANS_VALEUR", "Sans résultat."))
                .getSheet("Candidats");
        XSSFCell mark = sheet.getRow(1).getCell(2);
        assertThat(mark.getNumericCellValue()).isEqualTo(12.5);
        assertThat(mark.getCellStyle().getDataFormatString()).isEqualTo("0.00");
        XSSFCell computed = sheet.getRow(1).getCell(3);
        assertThat(computed.getCellFormula()).isEqualTo("C2+1");
        assertThat(computed.getNumericCellValue()).isEqualTo(99);
        assertThat(sheet.getRow(2).getCell(2).getCellFormula()).isEqualTo("C2*2");
        assertThat(sheet.getRow(2).getCell(2).getCTCell().isSetV()).isFalse();
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getColumnWidth(1)).isEqualTo(9000);
        assertThat(sheet.getRow(2).getZeroHeight()).isTrue();
        assertThat(comment(sheet, 1, 2))
                .isEqualTo("Vérifié avec l’école\n\n— Minutier —\nBLOQUANTE – NOTE_PAS\nTrop fine.");
        assertThat(sheet.getCellComment(new CellAddress(1, 2)).getAuthor()).isEqualTo("Coordination");
    }

    @Test
    void a_row_shows_at_its_first_cell_and_a_merged_cell_where_it_is_seen() throws Exception {
        XSSFSheet sheet = annotated(
                        at(2, -1, Gravity.BLOQUANTE, "IDENTITE_INCOMPLETE", "Le nom manque."),
                        at(5, 0, Gravity.BLOQUANTE, "GROUPE_MANQUANT", "Le groupe manque."))
                .getSheet("Candidats");
        assertThat(comment(sheet, 2, 0)).contains("IDENTITE_INCOMPLETE");
        assertThat(comment(sheet, 4, 0)).contains("GROUPE_MANQUANT");
        assertThat(sheet.getCellComment(new CellAddress(5, 0))).isNull();
    }

    @Test
    void text_on_a_coloured_cell_is_dark() throws Exception {
        XSSFWorkbook workbook = annotated(at(0, -1, Gravity.BLOQUANTE, "COLONNE_MANQUANTE", "Une colonne manque."));
        XSSFFont font = workbook.getSheet("Candidats")
                .getRow(0)
                .getCell(0)
                .getCellStyle()
                .getFont();
        assertThat(font.getXSSFColor().getARGBHex()).isEqualTo("FF000000");
        assertThat(font.getBold()).isTrue();
    }

    @Test
    void there_is_no_annotated_file_when_no_cell_is_at_fault() throws Exception {
        assertThat(AnnotatedBordereau.annotate(
                        source,
                        read(source, "jury.xlsx"),
                        List.of(
                                at(1, 2, Gravity.INFORMATION, "LIGNE_MASQUEE", "Masquée."),
                                Sample.ofSession(Gravity.BLOQUANTE, "FEUILLE_MANQUANTE", "jury.xlsx", "Manque."),
                                anomaly("autre.xlsx", "Candidats", 1, 1, Gravity.BLOQUANTE, "Ailleurs."))))
                .isEmpty();
    }

    @Test
    void the_same_bordereau_gives_the_same_bytes_later_and_stays_untouched() throws Exception {
        byte[] before = Files.readAllBytes(source);
        Anomaly anomaly = at(1, 2, Gravity.BLOQUANTE, "NOTE_PAS", "Trop fine.");
        AnnotatedBordereau.Copy first = AnnotatedBordereau.annotate(source, read(source, "jury.xlsx"), List.of(anomaly))
                .orElseThrow();
        Path folder = csvFolder();
        Anomaly inCsv = anomaly("csv/candidats.csv", "Candidats", 2, 1, Gravity.BLOQUANTE, "Illisible.");
        AnnotatedBordereau.Copy firstOfCsv = AnnotatedBordereau.annotate(folder, read(folder, "csv"), List.of(inCsv))
                .orElseThrow();
        Thread.sleep(2_100); // The clock of a zip file ticks every second second.
        assertThat(AnnotatedBordereau.annotate(source, read(source, "jury.xlsx"), List.of(anomaly)))
                .hasValueSatisfying(again -> assertThat(again.bytes()).isEqualTo(first.bytes()));
        assertThat(AnnotatedBordereau.annotate(folder, read(folder, "csv"), List.of(inCsv)))
                .hasValueSatisfying(again -> assertThat(again.bytes()).isEqualTo(firstOfCsv.bytes()));
        assertThat(Files.readAllBytes(source)).isEqualTo(before);
    }

    @Test
    void csv_files_become_a_workbook_of_texts_at_the_same_addresses() throws Exception {
        Path folder = csvFolder();
        XSSFWorkbook workbook = open(AnnotatedBordereau.annotate(
                        folder,
                        read(folder, "csv"),
                        List.of(anomaly("csv/candidats.csv", "Candidats", 2, 1, Gravity.BLOQUANTE, "Illisible.")))
                .orElseThrow());
        XSSFSheet sheet = workbook.getSheet("Candidats");
        assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
        XSSFCell formula = sheet.getRow(2).getCell(1);
        assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
        assertThat(formula.getStringCellValue()).isEqualTo("=1+1");
        assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(fill(sheet, 2, 1)).isEqualTo("FFF4A9A3");
        assertThat(comment(sheet, 2, 1)).contains("Illisible.");
        assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFont().getBold())
                .isTrue();
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("001");
    }

    @Test
    void an_archive_of_csv_files_becomes_a_workbook_as_a_folder_does() throws Exception {
        Path archive = input.resolve("JUIN.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("candidats.csv"));
            zip.write("N° candidat\n001\n".getBytes(StandardCharsets.UTF_8));
        }
        String file = "JUIN.zip/candidats.csv";
        Cell cell = new Cell(new Address(file, "Candidats", 1, 0), new Content.Text("001"));
        Bordereau read = new Bordereau(
                "JUIN.zip", List.of(new Sheet("Candidats", file, false, List.of(new Line(1, false, List.of(cell))))));
        XSSFSheet sheet = open(AnnotatedBordereau.annotate(
                                archive,
                                read,
                                List.of(anomaly(file, "Candidats", 1, 0, Gravity.BLOQUANTE, "Illisible.")))
                        .orElseThrow())
                .getSheet("Candidats");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("001");
        assertThat(comment(sheet, 1, 0)).contains("Illisible.");
    }

    @Test
    void a_correction_made_in_the_annotated_file_sheds_the_old_marks() throws Exception {
        AnnotatedBordereau.Copy first = AnnotatedBordereau.annotate(
                        source,
                        read(source, "jury.xlsx"),
                        List.of(
                                at(1, 2, Gravity.BLOQUANTE, "NOTE_PAS", "Trop fine."),
                                at(2, 3, Gravity.BLOQUANTE, "NOTE_MANQUANTE", "La note manque.")))
                .orElseThrow();
        Files.write(source, first.bytes());
        XSSFSheet sheet = annotated(at(1, 3, Gravity.BLOQUANTE, "NOTE_HORS_BORNES", "Hors bornes."))
                .getSheet("Candidats");
        assertThat(comment(sheet, 1, 2)).isEqualTo("Vérifié avec l’école");
        assertThat(sheet.getRow(1).getCell(2).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
        assertThat(sheet.getCellComment(new CellAddress(2, 3))).isNull();
        assertThat(comment(sheet, 1, 3)).contains("NOTE_HORS_BORNES");
    }

    private Path csvFolder() throws IOException {
        Path folder = Files.createDirectories(input.resolve("csv"));
        Files.writeString(folder.resolve("session.csv"), "Champ;Valeur\nSession;DEIS-2026-06\n");
        Files.writeString(
                folder.resolve("candidats.csv"), "Session de juin;\nN° candidat;Nom de naissance\n001;=1+1\n");
        return folder;
    }

    private XSSFWorkbook annotated(Anomaly... anomalies) throws IOException {
        return open(AnnotatedBordereau.annotate(source, read(source, "jury.xlsx"), List.of(anomalies))
                .orElseThrow());
    }

    private static XSSFWorkbook open(AnnotatedBordereau.Copy copy) throws IOException {
        assertThat(copy.extension()).isEqualTo("xlsx");
        return new XSSFWorkbook(new ByteArrayInputStream(copy.bytes()));
    }

    private static Bordereau read(Path path, String name) {
        return ((Reading.Read) BordereauReader.read(path, name)).bordereau();
    }

    private static Anomaly at(int row, int column, Gravity gravity, String code, String message) {
        return Sample.anomaly(gravity, code, row, column, "1", message);
    }

    private static Anomaly anomaly(String file, String sheet, int row, int column, Gravity gravity, String message) {
        return new Anomaly(
                new Address(file, sheet, row, column),
                Anomaly.Scope.CANDIDATE,
                "1",
                "NOTE_ILLISIBLE",
                gravity,
                message);
    }

    private static String fill(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row)
                .getCell(column)
                .getCellStyle()
                .getFillForegroundColorColor()
                .getARGBHex();
    }

    private static String comment(XSSFSheet sheet, int row, int column) {
        return sheet.getCellComment(new CellAddress(row, column)).getString().getString();
    }

    private static void row(XSSFSheet sheet, int index, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            (sheet.getRow(index) == null ? sheet.createRow(index) : sheet.getRow(index))
                    .createCell(column)
                    .setCellValue(texts[column]);
        }
    }
}
