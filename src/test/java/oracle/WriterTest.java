package oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what was written still says the same at the address that the writer names, whatever its clothes. */
class WriterTest {
    private static final List<String> FILES = List.of("session.csv", "jury.csv", "candidats.csv", "deliberation.csv");
    private static final List<String> SHEETS =
            List.of(RawSession.SESSION, RawSession.JURY, RawSession.CANDIDATES, RawSession.DELIBERATION);

    @Test
    void every_cell_means_what_the_session_says(@TempDir Path folder) throws IOException {
        RandomSessions sessions = new RandomSessions(11);
        Random form = new Random(11);
        int books = 0;
        for (int i = 0; i < 10; i++) {
            RawSession raw = sessions.next();
            Writer.Written written = Writer.written(raw, folder, form);
            if (Files.isDirectory(written.path())) {
                csv(raw, written);
            } else {
                books++;
                workbook(raw, written);
            }
        }
        assertThat(books).isBetween(2, 9);
    }

    private static void workbook(RawSession raw, Writer.Written written) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written.path()))) {
            for (int s = 0; s < raw.sheets().size(); s++) {
                RawSession.Sheet sheet = raw.sheets().get(s);
                int at = s + 1; // Session is written first
                compare(sheet, written, address -> {
                    CellReference ref = new CellReference(address);
                    Cell cell = workbook.getSheetAt(at).getRow(ref.getRow()).getCell(ref.getCol());
                    return cell == null ? "" : text(cell);
                });
            }
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (((XSSFCell) cell).getRawValue() == null) {
                return RawSession.FORMULA_WITHOUT_VALUE;
            }
            type = cell.getCachedFormulaResultType();
        }
        if (type == CellType.NUMERIC) {
            if (DateUtil.isCellDateFormatted(cell)) {
                return cell.getLocalDateTimeCellValue().toLocalDate().toString();
            }
            BigDecimal stored = new BigDecimal(Double.toString(cell.getNumericCellValue()));
            return stored.round(new MathContext(15)).stripTrailingZeros().toPlainString();
        }
        return cell.getStringCellValue();
    }

    private static void csv(RawSession raw, Writer.Written written) throws IOException {
        for (RawSession.Sheet sheet : raw.sheets()) {
            Path file = written.path().resolve(FILES.get(SHEETS.indexOf(sheet.name)));
            String text = decode(Files.readAllBytes(file));
            char delimiter = text.contains("\t") ? '\t' : mostInALine(text, ';') >= mostInALine(text, ',') ? ';' : ',';
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(false)
                    .get();
            try (CSVParser parser = CSVParser.parse(text, format)) {
                List<CSVRecord> records = parser.getRecords();
                compare(sheet, written, address -> {
                    CellReference ref = new CellReference(address);
                    CSVRecord line = records.get(ref.getRow());
                    return ref.getCol() < line.size() ? line.get(ref.getCol()) : "";
                });
            }
        }
    }

    private static long mostInALine(String text, char sign) {
        return text.lines()
                .mapToLong(line -> line.chars().filter(c -> c == sign).count())
                .max()
                .orElse(0);
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static void compare(RawSession.Sheet sheet, Writer.Written written, Function<String, String> at) {
        for (int row = 0; row < sheet.rows.size(); row++) {
            Map<String, String> addresses = written.cells().get(sheet.name).get(row);
            for (String header : sheet.headers) {
                String said = sheet.text(row, header);
                String found = at.apply(addresses.get(header));
                assertThat(meaning(header, found))
                        .as("%s %s %s", written.path(), addresses.get(header), header)
                        .isEqualTo(meaning(header, said));
            }
        }
    }

    private static String meaning(String header, String text) {
        String clean = Text.clean(text);
        if (Deis.MARK_HEADERS.contains(header) || header.equals(Deis.SETTLED)) {
            Mark mark = Mark.read(clean);
            return mark.is(Mark.State.UNREADABLE) ? clean : mark.state() + Text.french(mark.value());
        }
        if (header.equals(Deis.BIRTH)) {
            return Text.date(clean).map(Object::toString).orElse(clean);
        }
        return Text.length(clean)
                .filter(n -> header.endsWith(" Pages") || header.endsWith(" Signes"))
                .map(Object::toString)
                .orElse(clean);
    }
}
