package fr.minutier.report.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.report.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotated copy that is corrected in place and handed in again. */
class ReturnedCopyTest {
    private static final Anomaly HEADER = at(0, 1, Gravity.BLOQUANTE, "COLONNE_MANQUANTE", "Une colonne manque.");
    private static final Anomaly MARK = at(1, 2, Gravity.BLOQUANTE, "NOTE_HORS_BORNES", "Une note va de 0 à 20.");
    private static final Anomaly LENGTH = at(2, 3, Gravity.A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages.");

    @TempDir
    Path input;

    private static Anomaly at(int row, int column, Gravity gravity, String code, String message) {
        return new Anomaly(
                new Address("jury", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                row == 0 ? "" : "00" + row,
                code,
                gravity,
                message);
    }

    private static Workbook filled(Workbook workbook) {
        CellStyle header = coloured(workbook, IndexedColors.DARK_BLUE);
        Font white = workbook.createFont();
        white.setColor(IndexedColors.WHITE.getIndex());
        header.setFont(white);
        CellStyle entry = coloured(workbook, IndexedColors.LIGHT_GREEN);
        Sheet sheet = workbook.createSheet("Candidats");
        workbook.createSheet("Jury d’été").createRow(0).createCell(0).setCellValue("Nom");
        for (int row = 0; row < 3; row++) {
            Row made = sheet.createRow(row);
            for (int column = 0; column < 4; column++) {
                made.createCell(column).setCellValue(row == 0 ? "colonne " + column : "0" + row);
                made.getCell(column).setCellStyle(row == 0 ? header : entry);
            }
        }
        return workbook;
    }

    private static CellStyle coloured(Workbook workbook, IndexedColors colour) {
        CellStyle style = workbook.createCellStyle();
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour.getIndex());
        return style;
    }

    private static Workbook open(String format, byte[] bytes) throws IOException {
        return format.equals("xls")
                ? new HSSFWorkbook(new ByteArrayInputStream(bytes))
                : new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private Path source(String format) throws IOException {
        Path source = input.resolve("jury." + format);
        try (Workbook workbook = filled(format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook());
                OutputStream out = Files.newOutputStream(source)) {
            workbook.write(out);
        }
        return source;
    }

    private static Bordereau read(Path file) {
        return ((Reading.Read) BordereauReader.read(file, "jury")).bordereau();
    }

    private static byte[] annotated(Path file, Anomaly... anomalies) {
        return AnnotatedBordereau.annotate(file, read(file), List.of(anomalies))
                .orElseThrow()
                .bytes();
    }

    private static String fill(Sheet sheet, int row, int column) {
        CellStyle style = sheet.getRow(row).getCell(column).getCellStyle();
        if (style instanceof HSSFCellStyle old) {
            short[] rgb = old.getFillForegroundColorColor().getTriplet();
            return Colours.digits(rgb[0], rgb[1], rgb[2]);
        }
        byte[] rgb = ((org.apache.poi.xssf.usermodel.XSSFCellStyle) style)
                .getFillForegroundColorColor()
                .getRGB();
        return Colours.digits(rgb[0], rgb[1], rgb[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_first_sheet_lists_what_is_to_be_corrected_with_a_link_to_each_cell(String format) throws Exception {
        Path source = source(format);
        Anomaly file = Sample.ofSession(Gravity.AVERTISSEMENT, "JURY_VIDE", "jury", "Le jury est vide.");
        try (Workbook workbook = open(format, annotated(source, LENGTH, file, MARK))) {
            Sheet list = workbook.getSheetAt(0);
            assertThat(list.getSheetName()).isEqualTo("À corriger");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(list.getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("À corriger\u00a0: 1\u00a0bloquante, 1\u00a0à arbitrer, 1\u00a0avertissement");
            Row first = list.getRow(3);
            assertThat(List.of(0, 1, 2, 3, 4))
                    .extracting(column -> first.getCell(column).getStringCellValue())
                    .containsExactly("Candidats!C2", "bloquante", "001", "NOTE_HORS_BORNES", "Une note va de 0 à 20.");
            assertThat(first.getCell(0).getHyperlink().getAddress()).isEqualTo("'Candidats'!C2");
            assertThat(list.getRow(5).getCell(0).getHyperlink()).isNull();
            assertThat(list.getRow(6)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void a_sheet_that_a_person_named_like_the_list_is_hers_and_stays(String format) throws Exception {
        Path source = source(format);
        try (Workbook workbook = open(format, Files.readAllBytes(source))) {
            workbook.createSheet("À corriger").createRow(0).createCell(0).setCellValue("Appeler le rectorat");
            try (OutputStream out = Files.newOutputStream(source)) {
                workbook.write(out);
            }
        }
        for (int evening = 1; evening <= 2; evening++) {
            Files.write(source, annotated(source, MARK));
            assertThat(read(source).sheets())
                    .extracting(fr.minutier.bordereau.Sheet::name)
                    .containsExactly("Candidats", "Jury d’été", "À corriger");
            try (Workbook workbook = open(format, Files.readAllBytes(source))) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
                assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("À corriger (2)");
                assertThat(workbook.getSheet("À corriger").getRow(0).getCell(0).getStringCellValue())
                        .isEqualTo("Appeler le rectorat");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void it_reads_like_the_one_handed_in(String format) throws Exception {
        Path source = source(format);
        Bordereau clean = read(source);
        Files.write(source, annotated(source, HEADER, MARK, LENGTH));
        assertThat(read(source).sheets()).isEqualTo(clean.sheets());
        assertThat(read(source).digest()).isEqualTo(clean.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void corrected_cells_wear_their_own_colours_again_and_the_others_keep_one_mark(String format) throws Exception {
        Path source = source(format);
        String header;
        String entry;
        try (Workbook clean = open(format, Files.readAllBytes(source))) {
            header = fill(clean.getSheet("Candidats"), 0, 1);
            entry = fill(clean.getSheet("Candidats"), 1, 2);
        }
        Files.write(source, annotated(source, HEADER, MARK, LENGTH));
        Files.write(source, annotated(source, HEADER, MARK, LENGTH));
        try (Workbook twice = open(format, Files.readAllBytes(source))) {
            assertThat(twice.getNumberOfSheets()).isEqualTo(3);
            assertThat(fill(twice.getSheet("Candidats"), 1, 2)).isEqualTo("F4A9A3");
            assertThat(twice.getSheet("Candidats").getCellComments()).hasSize(3);
            assertThat(twice.getSheet("Candidats")
                            .getCellComment(new CellAddress(1, 2))
                            .getString()
                            .getString())
                    .containsOnlyOnce("NOTE_HORS_BORNES");
        }
        try (Workbook corrected = open(format, annotated(source, LENGTH))) {
            Sheet sheet = corrected.getSheet("Candidats");
            assertThat(fill(sheet, 0, 1)).isEqualTo(header);
            assertThat(fill(sheet, 1, 2)).isEqualTo(entry);
            assertThat(fill(sheet, 2, 3)).isEqualTo("FFC07A");
            assertThat(sheet.getCellComments()).hasSize(1);
            Font font = corrected.getFontAt(
                    sheet.getRow(0).getCell(1).getCellStyle().getFontIndex());
            byte[] white = font instanceof org.apache.poi.xssf.usermodel.XSSFFont
                    ? ((org.apache.poi.xssf.usermodel.XSSFFont) font)
                            .getXSSFColor()
                            .getRGB()
                    : null;
            if (white == null) {
                assertThat(font.getColor()).isEqualTo(IndexedColors.WHITE.getIndex());
            } else {
                assertThat(Colours.digits(white[0], white[1], white[2])).isEqualTo("FFFFFF");
            }
        }
    }

    @Test
    void an_ods_comes_back_as_it_was() throws Exception {
        Path source = input.resolve("jury.ods");
        Files.write(
                source,
                OdsFile.of(
                                "<style:style style:name=\"ce1\" style:family=\"table-cell\"><style:table-cell-properties"
                                        + " fo:background-color=\"#1f3864\"/><style:text-properties"
                                        + " fo:color=\"#ffffff\"/></style:style>",
                                "",
                                "<table:table table:name=\"Candidats\"><table:table-column/>" + row() + row()
                                        + "</table:table><table:table table:name=\"Jury\">" + row() + "</table:table>")
                        .with(
                                "settings.xml",
                                "<config:config-item config:name=\"ActiveTable\""
                                        + " config:type=\"string\">Jury</config:config-item>")
                        .bytes());
        Bordereau clean = read(source);
        byte[] once = annotated(source, HEADER, MARK);
        OdsFile first = OdsFile.open(once);
        assertThat(first.content())
                .contains("table:name=\"À corriger\"", "xlink:href=\"#'Candidats'.C2\"")
                .contains("fond 1F3864, texte FFFFFF");
        assertThat(new String(first.entries().get("settings.xml"), java.nio.charset.StandardCharsets.UTF_8))
                .contains(">À corriger<");
        Files.write(source, once);
        assertThat(read(source).sheets()).isEqualTo(clean.sheets());
        byte[] twice = annotated(source, HEADER, MARK);
        Files.write(source, twice);
        assertThat(OdsFile.open(twice).content().split("À corriger<|\"À corriger\"", -1))
                .hasSize(2);
        String corrected = OdsFile.open(annotated(source, MARK)).content();
        String restored = corrected.replaceAll("(?s).*<table:table table:name=\"Candidats\">", "");
        assertThat(corrected).contains("fo:background-color=\"#1f3864\"");
        assertThat(restored.split("office:annotation ", -1)).hasSize(2);
    }

    private static String row() {
        return "<table:table-row><table:table-cell table:style-name=\"ce1\" office:value-type=\"string\""
                + " table:number-columns-repeated=\"4\"><text:p>01</text:p></table:table-cell></table:table-row>";
    }
}
