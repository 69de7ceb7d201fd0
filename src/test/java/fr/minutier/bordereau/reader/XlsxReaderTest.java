package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {

    @TempDir
    Path input;

    private Sheet read(RawWorkbook workbook) throws IOException {
        Path file = workbook.write(input.resolve("jury.xlsx"));
        Reading reading = BordereauReader.read(file, "jury.xlsx");
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).bordereau().sheets().getFirst();
    }

    private Sheet rows(String xml) throws IOException {
        return read(new RawWorkbook().rows(xml));
    }

    /** The content of A1 when its XML is the one given. */
    private Content a1(String cell) throws IOException {
        return onlyCell(rows("<row r=\"1\">" + cell + "</row>")).content();
    }

    private static Cell onlyCell(Sheet sheet) {
        assertThat(sheet.lines()).hasSize(1);
        assertThat(sheet.lines().getFirst().cells()).hasSize(1);
        return sheet.lines().getFirst().cells().getFirst();
    }

    private static Content number(String value) {
        return new Content.Number(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource({
        "9.9600000000000009, 9.96",
        "0.30000000000000004, 0.3",
        "12.5, 12.5",
        "9.9600000000000009E0, 9.96",
        "1.2E1, 12",
        "42, 42",
        "1234567890123456, 1234567890123460",
        "0, 0",
        "-1, -1"
    })
    void a_number_is_the_shortest_decimal_of_what_is_stored(String stored, String value) throws IOException {
        assertThat(a1("<c r=\"A1\"><v>" + stored + "</v></c>")).isEqualTo(number(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "NaN", "1e-400", "0x10"})
    void what_no_spreadsheet_stores_as_a_number_stays_text(String stored) throws IOException {
        assertThat(a1("<c r=\"A1\"><v>" + stored + "</v></c>")).isEqualTo(new Content.Text(stored));
    }

    @Test
    void a_formula_gives_its_stored_value() throws IOException {
        assertThat(a1("<c r=\"A1\"><f>5+7</f><v>12</v></c>")).isEqualTo(number("12"));
        assertThat(a1("<c r=\"A1\" t=\"str\"><f>UPPER(\"abs\")</f><v>ABS</v></c>"))
                .isEqualTo(new Content.Text("ABS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\"><f>5+7</f></c>",
                "<c r=\"A1\"><f>5+7</f><v/></c>",
                "<c r=\"A1\"><f>5+7</f><v></v></c>",
                "<c r=\"A1\" t=\"n\"><f>5+7</f></c>",
                "<c r=\"A1\" t=\"str\"><f>5+7</f></c>"
            })
    void a_formula_without_value_is_never_zero(String cell) throws IOException {
        assertThat(a1(cell)).isEqualTo(new Content.FormulaWithoutValue());
    }

    @Test
    void a_formula_whose_result_is_an_empty_text_is_blank() throws IOException {
        assertThat(rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>IF(1,\"\",2)</f><v></v></c></row>")
                        .lines())
                .isEmpty();
    }

    @Test
    void a_zero_left_beside_a_formula_that_waits_to_be_computed_is_no_value() throws IOException {
        RawWorkbook waiting = new RawWorkbook().workbook("<calcPr fullCalcOnLoad=\"1\"/>");
        assertThat(onlyCell(read(waiting.rows("<row r=\"1\"><c r=\"A1\"><f>5+7</f><v>0</v></c></row>")))
                        .formulaWithoutValue())
                .isTrue();
        assertThat(onlyCell(read(waiting.rows("<row r=\"1\"><c r=\"A1\"><f>5+7</f><v>12</v></c></row>")))
                        .content())
                .isEqualTo(number("12"));
        assertThat(onlyCell(read(waiting.rows("<row r=\"1\"><c r=\"A1\"><v>0</v></c></row>")))
                        .content())
                .isEqualTo(number("0"));
    }

    @Test
    void errors_and_logical_values_keep_their_kind() throws IOException {
        assertThat(a1("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")).isEqualTo(new Content.Fault("#DIV/0!"));
        assertThat(a1("<c r=\"A1\" t=\"b\"><v>1</v></c>")).isEqualTo(new Content.Truth(true));
        assertThat(a1("<c r=\"A1\" t=\"b\"><v>0</v></c>")).isEqualTo(new Content.Truth(false));
    }

    @Test
    void shared_strings_join_their_runs_and_leave_phonetic_guides_out() throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .strings(
                        "<si><t>inutile</t></si><si><r><rPr><b/></rPr><t>Le</t></r><r><t xml:space=\"preserve\">fèvre </t>"
                                + "</r><rPh sb=\"0\" eb=\"1\"><t>furigana</t></rPh><phoneticPr fontId=\"1\"/></si>")
                .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>"));
        assertThat(onlyCell(sheet).content()).isEqualTo(new Content.Text("Lefèvre "));
    }

    @Test
    void inline_strings_and_escaped_characters_are_read() throws IOException {
        assertThat(a1("<c r=\"A1\" t=\"inlineStr\"><is><t>N_x00B0_ &amp; nom_x005F_x000D_</t></is></c>"))
                .isEqualTo(new Content.Text("N° & nom_x000D_"));
    }

    @Test
    void many_escaped_characters_in_one_text_are_no_bomb() throws IOException {
        StringBuilder escaped = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            escaped.append(i * 7919 % 100_003).append("&amp;&lt;&#233;");
            plain.append(i * 7919 % 100_003).append("&<é");
        }
        assertThat(a1("<c r=\"A1\" t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>"))
                .isEqualTo(new Content.Text(plain.toString()));
    }

    @ParameterizedTest
    @CsvSource({"14, true", "17, true", "22, true", "164, true", "0, false", "2, false", "20, false", "46, false"})
    void a_number_is_a_day_when_its_format_shows_one(int format, boolean day) throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .styles("<numFmt numFmtId=\"164\" formatCode=\"[$-40C]dddd\\ d\\ mmmm\\ yyyy;@\"/>", 0, format)
                .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>38046</v></c></row>"));
        assertThat(onlyCell(sheet).content())
                .isEqualTo(day ? new Content.Day(LocalDate.of(2004, 2, 29)) : number("38046"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy|true",
                "d/m/yy h:mm|true",
                "yyyy\\-mm\\-dd|true",
                "DD.MM.YYYY|true",
                "mmm-yy|true",
                "dd\"/\"mm\"/\"yyyy|true",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|true",
                "General|false",
                "Standard|false",
                "0.00|false",
                "0\" points d'année\"|false",
                "[Red]0.0|false",
                "[h]:mm:ss|false",
                "mm:ss|false",
                "@|false",
                "# ##0,00\\ \"jours\"|false",
                "0.0;[Red]\\-dd|false",
                "_-* #,##0.00\\ _d|false"
            })
    void a_format_shows_a_day_when_it_prints_one(String format, boolean day) {
        assertThat(Shown.by(format) == Shown.DAY).isEqualTo(day);
    }

    @Test
    void days_are_counted_from_1900_or_from_1904_and_lose_their_hour() throws IOException {
        RawWorkbook dated = new RawWorkbook().styles("", 0, 14);
        assertThat(onlyCell(read(dated.rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>")))
                        .date())
                .contains(LocalDate.of(1900, 1, 1));
        assertThat(onlyCell(read(dated.rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>61</v></c></row>")))
                        .date())
                .contains(LocalDate.of(1900, 3, 1));
        assertThat(onlyCell(read(dated.rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46185.75</v></c></row>")))
                        .date())
                .contains(LocalDate.of(2026, 6, 12));
        assertThat(onlyCell(read(dated.workbook("<workbookPr date1904=\"1\"/>")
                                .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44723</v></c></row>")))
                        .date())
                .contains(LocalDate.of(2026, 6, 12));
    }

    @ParameterizedTest
    @CsvSource({"0.375, 09:00", "0.60416666666666663, 14:30", "0, 00:00"})
    void an_hour_of_the_day_reads_as_it_shows(String stored, String hour) throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .styles("<numFmt numFmtId=\"164\" formatCode=\"hh:mm\"/>", 0, 164)
                .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + stored + "</v></c></row>"));
        assertThat(onlyCell(sheet).content()).isEqualTo(new Content.Text(hour));
    }

    @Test
    void a_duration_shown_as_hours_stays_a_number() throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .styles("<numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/>", 0, 164)
                .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1.5</v></c></row>"));
        assertThat(onlyCell(sheet).content()).isEqualTo(number("1.5"));
    }

    @Test
    void a_number_that_no_calendar_has_stays_a_number() throws IOException {
        for (String serial : List.of("60", "0.5", "-3", "99999999")) {
            Sheet sheet = read(new RawWorkbook()
                    .styles("", 0, 14)
                    .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + serial + "</v></c></row>"));
            assertThat(onlyCell(sheet).content()).isEqualTo(number(serial));
        }
    }

    @Test
    void days_stored_as_text_by_strict_workbooks_are_days() throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .strict()
                .rows("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-06-12T00:00:00</v></c></row>"));
        assertThat(onlyCell(sheet).content()).isEqualTo(new Content.Day(LocalDate.of(2026, 6, 12)));
    }

    @Test
    void rows_and_cells_without_reference_follow_one_another() throws IOException {
        Sheet sheet =
                rows("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c>"
                        + "</row><row><c><v>5</v></c></row>");
        assertThat(sheet.lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .map(cell -> cell.address().a1() + "=" + cell.text()))
                .containsExactly("A1=1", "B1=2", "C5=3", "D5=4", "A6=5");
    }

    @Test
    void hidden_rows_are_read_and_said_to_be_hidden() throws IOException {
        Sheet sheet = rows(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>"
                        + "<row r=\"3\" hidden=\"false\"><c r=\"A3\"><v>3</v></c></row>");
        assertThat(sheet.lines()).extracting(Line::hidden).containsExactly(false, true, false);
    }

    @Test
    void a_merged_area_holds_what_its_first_cell_holds() throws IOException {
        Sheet sheet = read(new RawWorkbook()
                .sheet(
                        "<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c><c r=\"D2\"><v>3</v></c></row>"
                                + "<row r=\"3\"><c r=\"B3\"><v>4</v></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>"));
        assertThat(sheet.lines()).hasSize(1);
        assertThat(sheet.lines().getFirst().cells())
                .extracting(cell -> cell.address().a1())
                .containsExactly("B2", "D2");
    }

    @Test
    void padded_rows_cost_nothing() throws IOException {
        StringBuilder padding = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (int row = 2; row <= 300_000; row++) {
            padding.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"1\"/></row>");
        }
        assertThat(rows(padding.toString()).lines()).hasSize(1);
    }
}
