package fr.minutier.report.annotated;

import static fr.minutier.certification.Gravity.AVERTISSEMENT;
import static fr.minutier.certification.Gravity.A_ARBITRER;
import static fr.minutier.certification.Gravity.BLOQUANTE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedXlsTest {
    /** A colour of the chart lines, which a person has put on a cell none the less. */
    private static final short TAKEN = 39;

    @TempDir
    Path input;

    private Path source;

    @BeforeEach
    void workbook() throws IOException {
        source = input.resolve("jury.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("Candidats");
            HSSFFont white = workbook.createFont();
            white.setColor(IndexedColors.WHITE.getIndex());
            white.setBold(true);
            HSSFCellStyle header = filled(workbook, IndexedColors.DARK_BLUE.getIndex());
            header.setFont(white);
            text(sheet, 0, 0, "N° candidat").setCellStyle(header);
            text(sheet, 0, 1, "Nom de naissance").setCellStyle(filled(workbook, TAKEN));
            text(sheet, 1, 0, "1");
            text(sheet, 2, 0, "2");
            HSSFCellStyle twoDecimals = workbook.createCellStyle();
            twoDecimals.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            HSSFCell mark = sheet.getRow(1).createCell(2);
            mark.setCellValue(12.5);
            mark.setCellStyle(twoDecimals);
            HSSFCell computed = sheet.getRow(1).createCell(3);
            computed.setCellFormula("C2+1");
            // A stored result that no recalculation gives.
            computed.setCellValue(99);
            HSSFComment note = sheet.createDrawingPatriarch()
                    .createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 2, 1, (short) 3, 2));
            HSSFRichTextString written = new HSSFRichTextString("Vérifié avec l’école");
            written.applyFont(0, 7, white);
            note.setString(written);
            note.setAuthor("Coordination");
            mark.setCellComment(note);
            sheet.createFreezePane(0, 1);
            sheet.setColumnWidth(1, 9000);
            sheet.getRow(2).setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
            text(sheet, 4, 0, "Groupe");
            DataValidationHelper helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createExplicitListConstraint(new String[] {"ABS", "NP"}),
                    new CellRangeAddressList(1, 5, 2, 2)));
            write(workbook);
        }
    }

    @Test
    void each_faulty_cell_bears_the_colour_of_its_gravest_anomaly_and_all_its_messages() throws Exception {
        HSSFSheet sheet = annotated(
                at(1, 3, AVERTISSEMENT, "JURY_PARITE", "Un avis."),
                at(1, 4, A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages."),
                at(2, 3, A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages. Demandez au jury."),
                at(2, 3, BLOQUANTE, "NOTE_MANQUANTE", "La note manque. Saisissez-la."));
        assertThat(fill(sheet, 1, 3)).isEqualTo("FFEE8C");
        assertThat(fill(sheet, 1, 4)).isEqualTo("FFC07A");
        assertThat(fill(sheet, 2, 3)).isEqualTo("F4A9A3");
        assertThat(comment(sheet, 2, 3)).isEqualTo("""
                        — Minutier —
                        À ARBITRER – LONGUEUR_MEMOIRE
                        130 pages. Demandez au jury.

                        BLOQUANTE – NOTE_MANQUANTE
                        La note manque. Saisissez-la.""");
        assertThat(sheet.getCellComment(new CellAddress(2, 3)).getAuthor()).isEqualTo("Minutier");
        assertThat(sheet.getCellComment(new CellAddress(2, 3)).isVisible()).isFalse();
        assertThat(sheet.getCellComments()).hasSize(4);
    }

    @Test
    void the_workbook_keeps_its_values_formulas_layout_and_comments() throws Exception {
        HSSFSheet sheet = annotated(
                at(1, 2, BLOQUANTE, "NOTE_PAS", "Trop fine."), at(1, 3, BLOQUANTE, "NOTE_HORS_BORNES", "Hors bornes."));
        HSSFCell mark = sheet.getRow(1).getCell(2);
        assertThat(mark.getNumericCellValue()).isEqualTo(12.5);
        assertThat(mark.getCellStyle().getDataFormatString()).isEqualTo("0.00");
        HSSFCell computed = sheet.getRow(1).getCell(3);
        assertThat(computed.getCellFormula()).isEqualTo("C2+1");
        assertThat(computed.getNumericCellValue()).isEqualTo(99);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getColumnWidth(1)).isEqualTo(9000);
        assertThat(sheet.getRow(2).getZeroHeight()).isTrue();
        assertThat(sheet.getDataValidations()).hasSize(1);
        assertThat(sheet.getMergedRegions()).containsExactly(new CellRangeAddress(4, 5, 0, 0));
        HSSFComment note = sheet.getCellComment(new CellAddress(1, 2));
        assertThat(note.getString().getString())
                .isEqualTo("Vérifié avec l’école\n\n— Minutier —\nBLOQUANTE – NOTE_PAS\nTrop fine.");
        assertThat(note.getAuthor()).isEqualTo("Coordination");
        assertThat(sheet.getWorkbook()
                        .getFontAt(note.getString().getFontAtIndex(2))
                        .getColor())
                .isEqualTo(IndexedColors.WHITE.getIndex());
    }

    @Test
    void no_colour_of_the_workbook_changes() throws Exception {
        HSSFWorkbook before = new HSSFWorkbook(Files.newInputStream(source));
        HSSFSheet sheet = annotated(
                at(1, 3, AVERTISSEMENT, "JURY_PARITE", "Un avis."),
                at(1, 4, A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages."),
                at(2, 3, BLOQUANTE, "NOTE_MANQUANTE", "La note manque."));
        assertThat(fill(sheet, 0, 1)).isEqualTo(hex(before.getCustomPalette().getColor(TAKEN)));
        assertThat(IntStream.range(8, 64).filter(place -> !hex(sheet.getWorkbook()
                                .getCustomPalette()
                                .getColor(place))
                        .equals(hex(before.getCustomPalette().getColor(place)))))
                .hasSize(3)
                .allMatch(place -> place >= 24 && place < TAKEN);
    }

    @Test
    void a_comment_stands_beside_its_cell_and_is_large_enough() throws Exception {
        HSSFSheet sheet = annotated(at(6, 1, BLOQUANTE, "NOTE_PAS", "x".repeat(520)));
        var box = sheet.getCellComment(new CellAddress(6, 1)).getClientAnchor();
        assertThat((int) box.getCol1()).isEqualTo(2);
        assertThat(box.getRow1()).isEqualTo(6);
        // Twelve lines of seventeen pixels and a margin, over rows of seventeen pixels.
        assertThat(box.getRow2()).isEqualTo(18);
        assertThat((int) box.getCol2()).isBetween(7, 9);
    }

    @Test
    void a_row_shows_at_its_first_cell_and_a_merged_cell_where_it_is_seen() throws Exception {
        HSSFSheet sheet = annotated(
                at(2, -1, BLOQUANTE, "IDENTITE_INCOMPLETE", "Le nom manque."),
                at(5, 0, BLOQUANTE, "GROUPE_MANQUANT", "Le groupe manque."));
        assertThat(comment(sheet, 2, 0)).contains("IDENTITE_INCOMPLETE");
        assertThat(comment(sheet, 4, 0)).contains("GROUPE_MANQUANT");
        assertThat(sheet.getCellComment(new CellAddress(5, 0))).isNull();
    }

    @Test
    void text_on_a_coloured_cell_is_dark() throws Exception {
        HSSFSheet sheet = annotated(at(0, -1, BLOQUANTE, "COLONNE_MANQUANTE", "Une colonne manque."));
        HSSFFont font = sheet.getRow(0).getCell(0).getCellStyle().getFont(sheet.getWorkbook());
        assertThat(font.getColor()).isEqualTo(IndexedColors.BLACK.getIndex());
        assertThat(font.getBold()).isTrue();
    }

    @Test
    void a_correction_made_in_the_annotated_file_sheds_the_old_marks() throws Exception {
        Files.write(
                source,
                copy(
                                at(1, 2, BLOQUANTE, "NOTE_PAS", "Trop fine."),
                                at(2, 3, BLOQUANTE, "NOTE_MANQUANTE", "La note manque."))
                        .bytes());
        HSSFSheet sheet = annotated(at(1, 3, BLOQUANTE, "NOTE_HORS_BORNES", "Hors bornes."));
        assertThat(comment(sheet, 1, 2)).isEqualTo("Vérifié avec l’école");
        assertThat(sheet.getRow(1).getCell(2).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
        assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("0.00");
        assertThat(sheet.getCellComment(new CellAddress(2, 3))).isNull();
        assertThat(comment(sheet, 1, 3)).contains("NOTE_HORS_BORNES");
    }

    @Test
    void marks_do_not_pile_up() throws Exception {
        Anomaly anomaly = at(1, 2, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        Files.write(source, copy(anomaly).bytes());
        HSSFSheet once = new HSSFWorkbook(Files.newInputStream(source)).getSheet("Candidats");
        HSSFSheet twice = annotated(anomaly);
        assertThat(comment(twice, 1, 2)).isEqualTo(comment(once, 1, 2));
        assertThat(fill(twice, 1, 2)).isEqualTo("F4A9A3");
        assertThat(twice.getCellComments()).hasSize(1);
        assertThat(twice.getWorkbook().getNumberOfFonts())
                .isEqualTo(once.getWorkbook().getNumberOfFonts());
    }

    @Test
    void cells_that_looked_alike_share_their_new_style() throws Exception {
        Anomaly[] anomalies = IntStream.range(10, 1_510)
                .mapToObj(row -> at(row, 2, row % 2 == 0 ? BLOQUANTE : A_ARBITRER, "NOTE_MANQUANTE", "Manque."))
                .toArray(Anomaly[]::new);
        HSSFSheet sheet = annotated(anomalies);
        assertThat(sheet.getCellComments()).hasSize(1_501);
        assertThat(comment(sheet, 1_509, 2)).endsWith("Manque.");
        assertThat(sheet.getWorkbook().getNumCellStyles()).isLessThan(35);
    }

    @Test
    void the_same_bordereau_gives_the_same_bytes_later_and_stays_untouched() throws Exception {
        byte[] before = Files.readAllBytes(source);
        Anomaly anomaly = at(1, 2, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        byte[] first = copy(anomaly).bytes();
        Thread.sleep(1_100);
        assertThat(copy(anomaly).bytes()).isEqualTo(first);
        assertThat(Files.readAllBytes(source)).isEqualTo(before);
    }

    @Test
    void a_workbook_with_macros_or_one_that_cannot_be_rewritten_is_shown_as_texts() throws Exception {
        Anomaly anomaly = at(1, 2, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        try (POIFSFileSystem container = new POIFSFileSystem(Files.newInputStream(source))) {
            container.getRoot().createDirectory("_VBA_PROJECT_CUR");
            try (OutputStream out = Files.newOutputStream(source)) {
                container.writeFilesystem(out);
            }
        }
        assertThat(copy(anomaly).extension()).isEqualTo("xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(source)) {
            container.createDocument(new ByteArrayInputStream(new byte[] {9, 8, 16, 0}), "Workbook");
            container.writeFilesystem(out);
        }
        assertThat(copy(anomaly).extension()).isEqualTo("xlsx");
    }

    private void write(HSSFWorkbook workbook) throws IOException {
        try (OutputStream out = Files.newOutputStream(source)) {
            workbook.write(out);
        }
    }

    private HSSFSheet annotated(Anomaly... anomalies) throws IOException {
        AnnotatedBordereau.Copy copy = copy(anomalies);
        assertThat(copy.extension()).isEqualTo("xls");
        return new HSSFWorkbook(new ByteArrayInputStream(copy.bytes())).getSheet("Candidats");
    }

    private AnnotatedBordereau.Copy copy(Anomaly... anomalies) {
        Bordereau read = new Bordereau("jury.xls", List.of(new Sheet("Candidats", "jury.xls", false, List.of())));
        return AnnotatedBordereau.annotate(source, read, List.of(anomalies)).orElseThrow();
    }

    private static Anomaly at(int row, int column, Gravity gravity, String code, String message) {
        return new Anomaly(
                new Address("jury.xls", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                "1",
                code,
                gravity,
                message);
    }

    private static HSSFCellStyle filled(HSSFWorkbook workbook, short place) {
        HSSFCellStyle style = workbook.createCellStyle();
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(place);
        return style;
    }

    private static String fill(HSSFSheet sheet, int row, int column) {
        return hex(sheet.getRow(row).getCell(column).getCellStyle().getFillForegroundColorColor());
    }

    private static String hex(HSSFColor colour) {
        short[] rgb = colour.getTriplet();
        return "%02X%02X%02X".formatted(rgb[0], rgb[1], rgb[2]);
    }

    private static String comment(HSSFSheet sheet, int row, int column) {
        return sheet.getCellComment(new CellAddress(row, column)).getString().getString();
    }

    private static HSSFCell text(HSSFSheet sheet, int row, int column, String text) {
        HSSFCell cell = (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
        cell.setCellValue(text);
        return cell;
    }
}
