package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks written by the library that many school information systems write with. */
class PoiFilesTest {

    @TempDir
    Path input;

    private List<Cell> firstRow(XSSFWorkbook workbook) throws IOException {
        Path file = input.resolve("jury.xlsx");
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        Bordereau bordereau = ((Reading.Read) BordereauReader.read(file, "jury.xlsx")).bordereau();
        return bordereau.sheets().getFirst().lines().getFirst().cells();
    }

    @Test
    void dates_numbers_and_logical_values_are_read() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Row row = workbook.createSheet("Candidats").createRow(4);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        row.createCell(0).setCellValue(LocalDate.of(2004, 2, 29));
        row.getCell(0).setCellStyle(style);
        row.createCell(1).setCellValue(0.1 + 0.2);
        row.createCell(2).setCellValue(true);
        row.createCell(3).setCellValue("12,5");
        row.createCell(4);
        assertThat(firstRow(workbook))
                .extracting(Cell::content)
                .containsExactly(
                        new Content.Day(LocalDate.of(2004, 2, 29)),
                        new Content.Number(new BigDecimal("0.3")),
                        new Content.Truth(true),
                        new Content.Text("12,5"));
    }

    @Test
    void a_formula_that_was_never_computed_has_no_value() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Row row = workbook.createSheet("Candidats").createRow(0);
        row.createCell(0).setCellFormula("5+7");
        row.createCell(1).setCellFormula("5+7");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
        assertThat(firstRow(workbook))
                .extracting(Cell::content)
                .containsExactly(new Content.FormulaWithoutValue(), new Content.Number(new BigDecimal(12)));
    }

    @Test
    void hidden_rows_and_sheets_are_told() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Candidats");
        Row row = sheet.createRow(0);
        row.createCell(0).setCellValue("C1");
        row.setZeroHeight(true);
        workbook.createSheet("Jury").createRow(0).createCell(0).setCellValue("Nom");
        workbook.setSheetHidden(0, true);
        workbook.setActiveSheet(1);
        firstRow(workbook);
        Bordereau bordereau =
                ((Reading.Read) BordereauReader.read(input.resolve("jury.xlsx"), "jury.xlsx")).bordereau();
        assertThat(bordereau.sheets()).extracting(Sheet::hidden).containsExactly(true, false);
        assertThat(bordereau.sheets().getFirst().lines().getFirst().hidden()).isTrue();
    }
}
