package oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One workbook with the sheets of section 3, in any order; sheet names are matched like headers. */
final class WorkbookWriter {
    private WorkbookWriter() {}

    static Writer.Written write(RawSession raw, List<Layout> layouts, Path input, Dice dice) throws IOException {
        Files.createDirectories(input);
        Path file = input.resolve(raw.stem + ".xlsx");
        Map<String, Map<Integer, Map<String, String>>> cells = new HashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(
                    workbook.createDataFormat().getFormat(dice.one("dd/mm/yyyy", "yyyy-mm-dd", "d mmm yyyy")));
            for (Layout layout : layouts) {
                fill(workbook.createSheet(sheetName(layout.official(), dice)), layout, day, dice);
                cells.put(layout.official(), layout.cells());
            }
            save(workbook, file);
        }
        return new Writer.Written(file, cells);
    }

    /** A workbook forbids a colon in the name of a sheet. */
    private static String sheetName(String official, Dice dice) {
        return Shown.header(official, dice).replace(":", "").strip();
    }

    private static void fill(Sheet sheet, Layout layout, CellStyle day, Dice dice) {
        for (int line = 0; line < layout.lines().size(); line++) {
            List<Shown> shown = layout.lines().get(line);
            if (shown.isEmpty()) {
                continue;
            }
            Row row = sheet.createRow(line);
            for (int column = 0; column < shown.size(); column++) {
                cell(row, column, shown.get(column), day, dice);
            }
            if (line < layout.header() && dice.percent(50)) {
                // A title merged across the table is the title in its first cell.
                sheet.addMergedRegion(new CellRangeAddress(
                        line, line, 0, layout.lines().get(layout.header()).size() - 1));
            }
            row.setZeroHeight(layout.hidden().contains(line));
        }
    }

    private static void cell(Row row, int column, Shown shown, CellStyle day, Dice dice) {
        if (shown.text().isEmpty()) {
            if (dice.percent(10)) {
                row.createCell(column); // formatted and empty, as a template leaves it
            }
            return;
        }
        Cell cell = row.createCell(column);
        if (shown.text().equals(RawSession.FORMULA_WITHOUT_VALUE)) {
            cell.setCellFormula("A1&\"\""); // never computed: nothing is stored beside it
        } else if (shown.date().isPresent()) {
            cell.setCellValue(shown.date().get());
            cell.setCellStyle(day);
        } else if (shown.number().isPresent()) {
            if (shown.formula()) {
                cell.setCellFormula("SUM(" + shown.number().get() + ",0)");
            }
            cell.setCellValue(shown.number().get());
        } else {
            if (shown.formula()) {
                cell.setCellFormula("\"" + shown.text().replace("\"", "\"\"") + "\"");
            }
            cell.setCellValue(shown.text());
        }
    }

    /** The same bytes for the same session: no time of day in the properties nor in the archive. */
    static void save(XSSFWorkbook workbook, Path file) throws IOException {
        workbook.getProperties().getCoreProperties().setCreator("Secrétariat du jury");
        workbook.getProperties()
                .getCoreProperties()
                .setCreated(Optional.of(Date.from(Instant.parse("2026-01-01T00:00:00Z"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                out.putNextEntry(same);
                in.transferTo(out);
            }
        }
    }
}
