package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsReaderTest {

    @TempDir
    Path input;

    private Path file() {
        return input.resolve("jury.xls");
    }

    private List<Sheet> read(Path file) {
        Reading reading = BordereauReader.read(file, "jury.xls");
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).bordereau().sheets();
    }

    private Path write(HSSFWorkbook workbook) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file())) {
            workbook.write(out);
        }
        return file();
    }

    /** The only sheet of a workbook once it was filled. */
    private Sheet sheet(Consumer<HSSFSheet> filled) throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        filled.accept(workbook.createSheet("Candidats"));
        return read(write(workbook)).getFirst();
    }

    private static List<Content> contents(Sheet sheet) {
        return sheet.lines().stream()
                .flatMap(line -> line.cells().stream())
                .map(Cell::content)
                .toList();
    }

    private static List<String> places(Sheet sheet) {
        return sheet.lines().stream()
                .flatMap(line -> line.cells().stream())
                .map(cell -> cell.address().a1() + "=" + cell.text())
                .toList();
    }

    private static Content number(String value) {
        return new Content.Number(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource({"9.96, 9.96", "9.959999999999999, 9.96", "12.100000000000001, 12.1", "0.1, 0.1", "0, 0", "-1, -1"})
    void a_number_is_the_shortest_decimal_of_what_is_stored(double stored, String value) throws IOException {
        assertThat(contents(sheet(s -> s.createRow(0).createCell(0).setCellValue(stored))))
                .containsExactly(number(value));
    }

    @Test
    void texts_logical_values_and_errors_keep_their_kind() throws IOException {
        Sheet sheet = sheet(s -> {
            Row row = s.createRow(0);
            row.createCell(0).setCellValue("12,5/20");
            row.createCell(1).setCellValue("Nguyễn\u00A0Thị\nHà");
            row.createCell(2).setCellValue(true);
            row.createCell(3).setCellErrorValue(FormulaError.DIV0.getCode());
            row.createCell(4);
            row.createCell(5).setCellValue(" ");
        });
        assertThat(contents(sheet))
                .containsExactly(
                        new Content.Text("12,5/20"),
                        new Content.Text("Nguyễn\u00A0Thị\nHà"),
                        new Content.Truth(true),
                        new Content.Fault("#DIV/0!"));
    }

    @Test
    void a_formula_gives_its_stored_value_of_any_kind() throws IOException {
        Sheet sheet = sheet(s -> {
            Row row = s.createRow(0);
            row.createCell(0).setCellFormula("3.32*3");
            row.createCell(1).setCellFormula("\"AB\"&\"S\"");
            row.createCell(2).setCellFormula("1=1");
            row.createCell(3).setCellFormula("1/0");
            row.createCell(4).setCellFormula("IF(1=1,\"\",2)");
            s.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(contents(sheet))
                .containsExactly(
                        number("9.96"), new Content.Text("ABS"), new Content.Truth(true), new Content.Fault("#DIV/0!"));
    }

    @Test
    void a_formula_that_stores_zero_may_never_have_been_computed_and_is_no_value() throws IOException {
        Sheet sheet = sheet(s -> {
            Row row = s.createRow(0);
            row.createCell(0).setCellFormula("5+7");
            row.createCell(1).setCellValue(0);
        });
        assertThat(contents(sheet)).containsExactly(new Content.FormulaWithoutValue(), number("0"));
    }

    @Test
    void a_formula_whose_text_is_missing_has_no_value() throws IOException {
        long followedByText = 0xFFFF_0000_0000_0000L;
        Path file = RawXls.ofOneSheet()
                .formula(0, 0, followedByText)
                .text("ABS")
                .formula(0, 1, followedByText)
                .number(0, 2, 12)
                .end()
                .write(file());
        assertThat(contents(read(file).getFirst()))
                .containsExactly(new Content.Text("ABS"), new Content.FormulaWithoutValue(), number("12"));
    }

    @Test
    void a_number_is_a_day_or_an_hour_when_its_format_shows_one() throws IOException {
        Sheet sheet = sheet(s -> {
            CellStyle builtIn = s.getWorkbook().createCellStyle();
            builtIn.setDataFormat((short) 14);
            CellStyle custom = s.getWorkbook().createCellStyle();
            custom.setDataFormat(s.getWorkbook().createDataFormat().getFormat("[$-40C]dddd\\ d\\ mmmm\\ yyyy;@"));
            CellStyle hour = s.getWorkbook().createCellStyle();
            hour.setDataFormat((short) 20);
            CellStyle oneDecimal = s.getWorkbook().createCellStyle();
            oneDecimal.setDataFormat(s.getWorkbook().createDataFormat().getFormat("0.0"));
            Row row = s.createRow(0);
            row.createCell(0).setCellValue(LocalDate.of(2004, 2, 29));
            row.getCell(0).setCellStyle(builtIn);
            row.createCell(1).setCellValue(46185.75);
            row.getCell(1).setCellStyle(custom);
            row.createCell(2).setCellValue(0.375);
            row.getCell(2).setCellStyle(hour);
            row.createCell(3).setCellValue(9.96);
            row.getCell(3).setCellStyle(oneDecimal);
        });
        assertThat(contents(sheet))
                .containsExactly(
                        new Content.Day(LocalDate.of(2004, 2, 29)),
                        new Content.Day(LocalDate.of(2026, 6, 12)),
                        new Content.Text("09:00"),
                        number("9.96"));
    }

    @Test
    void days_may_be_counted_from_1904() throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat((short) 14);
        workbook.createSheet("Candidats").createRow(0).createCell(0).setCellValue(44723);
        workbook.getSheetAt(0).getRow(0).getCell(0).setCellStyle(day);
        byte[] bytes = Files.readAllBytes(write(workbook));
        // The record that tells it: its kind, 34, the length of its data, and 0 for 1900.
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"\0\2\0\0\0");
        bytes[at + 4] = 1;
        assertThat(contents(read(Files.write(file(), bytes)).getFirst()))
                .containsExactly(new Content.Day(LocalDate.of(2026, 6, 12)));
    }

    @Test
    void hidden_rows_and_sheets_are_told() throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        for (String name : List.of("Session", "Listes", "Aide")) {
            workbook.createSheet(name).createRow(3).createCell(1).setCellValue("C1");
        }
        workbook.getSheetAt(0).createRow(4).createCell(0).setCellValue("C2");
        workbook.getSheetAt(0).getRow(4).setZeroHeight(true);
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
        workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
        List<Sheet> sheets = read(write(workbook));
        assertThat(sheets).extracting(Sheet::name).containsExactly("Session", "Listes", "Aide");
        assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true, true);
        assertThat(sheets.getFirst().lines()).extracting(Line::hidden).containsExactly(false, true);
        assertThat(places(sheets.getFirst())).containsExactly("B4=C1", "A5=C2");
    }

    @Test
    void a_merged_area_holds_what_its_first_cell_holds() throws IOException {
        Sheet sheet = sheet(s -> {
            Row row = s.createRow(1);
            for (int column = 1; column < 4; column++) {
                row.createCell(column).setCellValue(column);
            }
            s.createRow(2).createCell(1).setCellValue(4);
            s.addMergedRegion(new CellRangeAddress(1, 2, 1, 2));
        });
        assertThat(places(sheet)).containsExactly("B2=1", "D2=3");
    }

    @Test
    void cells_in_any_order_are_put_in_place_and_the_last_of_two_counts() throws IOException {
        Path file = RawXls.ofOneSheet()
                .number(2, 1, 5)
                .number(0, 3, 1)
                .number(0, 0, 2)
                .number(2, 1, 6)
                .end()
                .write(file());
        assertThat(places(read(file).getFirst())).containsExactly("A1=2", "D1=1", "B3=6");
    }

    @Test
    void a_chart_inside_a_sheet_or_on_a_tab_of_its_own_holds_no_cells() throws IOException {
        Path file = new RawXls()
                .begin(RawXls.WORKBOOK)
                .tab("Graphique", 100, 0)
                .tab("Candidats", 200, 0)
                .end()
                .begin(RawXls.CHART)
                .number(0, 0, 99)
                .end()
                .begin(RawXls.WORKSHEET)
                .number(0, 0, 1)
                .begin(RawXls.CHART)
                .number(0, 1, 99)
                .end()
                .number(0, 2, 3)
                .end()
                .write(file());
        List<Sheet> sheets = read(file);
        assertThat(sheets).extracting(Sheet::name).containsExactly("Candidats");
        assertThat(places(sheets.getFirst())).containsExactly("A1=1", "C1=3");
    }

    @Test
    void sheets_that_lie_in_another_order_than_their_tabs_keep_their_names() throws IOException {
        Path file = new RawXls()
                .begin(RawXls.WORKBOOK)
                .tab("Session", 300, 0)
                .tab("Jury", 100, 0)
                .end()
                .begin(RawXls.WORKSHEET)
                .number(0, 0, 1)
                .end()
                .begin(RawXls.WORKSHEET)
                .number(0, 0, 2)
                .end()
                .write(file());
        List<Sheet> sheets = read(file);
        assertThat(sheets).extracting(Sheet::name).containsExactly("Session", "Jury");
        assertThat(places(sheets.getFirst())).containsExactly("A1=2");
    }
}
