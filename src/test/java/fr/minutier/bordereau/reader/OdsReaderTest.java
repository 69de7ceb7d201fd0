package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

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

class OdsReaderTest {

    private static final String ONE = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";

    @TempDir
    Path input;

    private List<Sheet> sheets(RawOds workbook) throws IOException {
        Reading reading = BordereauReader.read(workbook.write(input.resolve("jury.ods")), "jury.ods");
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).bordereau().sheets();
    }

    private Sheet rows(String xml) throws IOException {
        return sheets(new RawOds().rows(xml)).getFirst();
    }

    /** The content of A1 when its cell is the one given; blank when the sheet has nothing in it. */
    private Content a1(String cell) throws IOException {
        List<Line> lines =
                rows("<table:table-row>" + cell + "</table:table-row>").lines();
        if (lines.isEmpty()) {
            return new Content.Blank();
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().cells()).hasSize(1);
        return lines.getFirst().cells().getFirst().content();
    }

    private Content a1(String attributes, String inside) throws IOException {
        return a1("<table:table-cell " + attributes + ">" + inside + "</table:table-cell>");
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

    private static Content text(String written) {
        return new Content.Text(written);
    }

    @ParameterizedTest
    @CsvSource({
        "9.9600000000000009, 9.96",
        "9.959999999999999, 9.96",
        "0.30000000000000004, 0.3",
        "12.100000000000001, 12.1",
        "1.2E1, 12",
        "-1, -1",
        "0, 0"
    })
    void a_number_is_the_shortest_decimal_of_what_is_stored_and_never_what_is_shown(String stored, String value)
            throws IOException {
        assertThat(a1("office:value-type=\"float\" office:value=\"" + stored + "\"", "<text:p>10,0</text:p>"))
                .isEqualTo(number(value));
    }

    @Test
    void percentages_and_amounts_are_numbers() throws IOException {
        assertThat(a1("office:value-type=\"percentage\" office:value=\"0.5\"", "<text:p>50 %</text:p>"))
                .isEqualTo(number("0.5"));
        assertThat(a1("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"12.5\"", ""))
                .isEqualTo(number("12.5"));
    }

    @Test
    void days_lose_their_hour() throws IOException {
        assertThat(a1("office:value-type=\"date\" office:date-value=\"2004-02-29\"", "<text:p>29 févr.</text:p>"))
                .isEqualTo(new Content.Day(LocalDate.of(2004, 2, 29)));
        assertThat(a1("office:value-type=\"date\" office:date-value=\"2026-06-12T14:30:00\"", ""))
                .isEqualTo(new Content.Day(LocalDate.of(2026, 6, 12)));
        assertThat(a1("office:value-type=\"date\" office:date-value=\"2026-02-30\"", ""))
                .isEqualTo(text("2026-02-30"));
    }

    @Test
    void an_hour_of_the_day_reads_as_it_shows_and_a_longer_time_is_a_number_of_days() throws IOException {
        assertThat(a1("office:value-type=\"time\" office:time-value=\"PT09H30M00S\"", "<text:p>09:30:00</text:p>"))
                .isEqualTo(text("09:30"));
        assertThat(a1("office:value-type=\"time\" office:time-value=\"PT36H00M00S\"", ""))
                .isEqualTo(number("1.5"));
        assertThat(a1("office:value-type=\"time\" office:time-value=\"midi\"", ""))
                .isEqualTo(text("midi"));
    }

    @Test
    void logical_values_keep_their_kind() throws IOException {
        assertThat(a1("office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>VRAI</text:p>"))
                .isEqualTo(new Content.Truth(true));
        assertThat(a1("office:value-type=\"boolean\" office:boolean-value=\"false\"", ""))
                .isEqualTo(new Content.Truth(false));
    }

    @Test
    void a_text_is_its_paragraphs_with_their_spaces_and_without_the_comment() throws IOException {
        assertThat(a1(
                        "office:value-type=\"string\"",
                        "<office:annotation><text:p>à revoir : 8</text:p></office:annotation><text:p>Le<text:span>fè"
                                + "<text:a xlink:href=\"http://localhost:1/\">vr</text:a></text:span>e</text:p>"
                                + "<text:p>\n  dit<text:s text:c=\"2\"/>le<text:tab/>jeune<text:line-break/>!</text:p>"
                                + "<draw:frame><text:p>image</text:p></draw:frame>"))
                .isEqualTo(text("Lefèvre\ndit  le\tjeune\n!"));
        assertThat(a1("office:value-type=\"string\"", "<text:p>12,5/20</text:p>"))
                .isEqualTo(text("12,5/20"));
        assertThat(a1("office:value-type=\"string\" office:string-value=\"ABS\"", ""))
                .isEqualTo(text("ABS"));
    }

    @Test
    void a_ruby_guide_and_a_footnote_are_no_text() throws IOException {
        assertThat(a1(
                        "office:value-type=\"string\"",
                        "<text:p><text:ruby><text:ruby-base>N</text:ruby-base><text:ruby-text>furigana</text:ruby-text>"
                                + "</text:ruby>P<text:note><text:p>note</text:p></text:note></text:p>"))
                .isEqualTo(text("NP"));
    }

    @Test
    void a_formula_gives_its_stored_value() throws IOException {
        assertThat(a1(
                        "table:formula=\"of:=3.32*3\" office:value-type=\"float\" office:value=\"9.959999999999999\"",
                        ""))
                .isEqualTo(number("9.96"));
        assertThat(a1("table:formula=\"of:=0\" office:value-type=\"float\" office:value=\"0\"", "<text:p>0</text:p>"))
                .isEqualTo(number("0"));
        assertThat(a1("table:formula=\"of:=A1\" office:value-type=\"string\" office:string-value=\"ABS\"", ""))
                .isEqualTo(text("ABS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office:value-type=\"float\"",
                "office:value-type=\"string\"",
                "office:value-type=\"date\" calcext:value-type=\"date\""
            })
    void a_formula_without_value_is_never_zero(String attributes) throws IOException {
        assertThat(a1("table:formula=\"of:=5+7\" " + attributes, "")).isEqualTo(new Content.FormulaWithoutValue());
    }

    @Test
    void a_formula_whose_result_is_an_empty_text_is_blank() throws IOException {
        assertThat(a1("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"", ""))
                .isEqualTo(new Content.Blank());
    }

    @Test
    void error_values_are_faults_and_never_zero() throws IOException {
        assertThat(a1(
                        "table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\""
                                + " calcext:value-type=\"error\"",
                        "<text:p>#DIV/0!</text:p>"))
                .isEqualTo(new Content.Fault("#DIV/0!"));
        assertThat(a1(
                        "table:formula=\"of:=SUM(\" office:value-type=\"string\" calcext:value-type=\"error\"",
                        "<text:p>Err:502</text:p>"))
                .isEqualTo(new Content.Fault("Err:502"));
        assertThat(a1(
                        "table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"",
                        "<text:p>#DIV/0!</text:p>"))
                .isEqualTo(new Content.Fault("#DIV/0!"));
        assertThat(a1(
                        "table:formula=\"of:=nom\" office:value-type=\"float\" office:value=\"0\"",
                        "<text:p>#NOM\u00A0?</text:p>"))
                .isEqualTo(new Content.Fault("#NOM ?"));
        assertThat(a1("office:value-type=\"string\"", "<text:p>#REF!</text:p>")).isEqualTo(text("#REF!"));
    }

    @Test
    void repeated_cells_and_rows_are_read_as_often_as_they_stand() throws IOException {
        assertThat(places(rows("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell"
                        + " table:number-columns-repeated=\"2\"/><table:table-cell table:number-columns-repeated=\"2\""
                        + " office:value-type=\"float\" office:value=\"7\"/><table:table-cell"
                        + " table:number-columns-repeated=\"16380\"/></table:table-row><table:table-row"
                        + " table:number-rows-repeated=\"3\"/><table:table-row>" + ONE + "</table:table-row>")))
                .containsExactly("C1=7", "D1=7", "C2=7", "D2=7", "A6=1");
    }

    @Test
    void padding_to_the_largest_sheet_and_beyond_costs_nothing() throws IOException {
        String padding = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell"
                + " table:style-name=\"ce1\" table:number-columns-repeated=\"16384\"><text:p/></table:table-cell>"
                + "</table:table-row>";
        assertThat(places(rows("<table:table-row>" + ONE + "</table:table-row>" + padding.repeat(3))))
                .containsExactly("A1=1");
    }

    @Test
    void hidden_rows_are_read_and_said_to_be_hidden() throws IOException {
        String rest = ">" + ONE + "</table:table-row>";
        assertThat(rows("<table:table-header-rows><table:table-row" + rest + "</table:table-header-rows>"
                                + "<table:table-row table:visibility=\"collapse\"" + rest
                                + "<table:table-row table:visibility=\"filter\"" + rest
                                + "<table:table-row table:visibility=\"visible\"" + rest
                                + "<table:table-row-group table:display=\"false\"><table:table-row-group><table:table-row"
                                + rest
                                + "</table:table-row-group></table:table-row-group><table:table-row-group><table:table-rows>"
                                + "<table:table-row" + rest + "</table:table-rows></table:table-row-group>")
                        .lines())
                .extracting(Line::hidden)
                .containsExactly(false, true, true, false, true, false);
    }

    @Test
    void a_merged_area_holds_what_its_first_cell_holds() throws IOException {
        assertThat(places(rows("<table:table-row><table:table-cell table:number-columns-spanned=\"2\""
                        + " office:value-type=\"string\"><text:p>titre</text:p></table:table-cell><table:covered-table-cell"
                        + " office:value-type=\"float\" office:value=\"8\"><text:p>8</text:p></table:covered-table-cell>"
                        + ONE
                        + "</table:table-row>")))
                .containsExactly("A1=titre", "C1=1");
    }

    @Test
    void a_sheet_is_hidden_when_its_style_says_so() throws IOException {
        String table = "\"><table:table-row>" + ONE + "</table:table-row></table:table>";
        RawOds workbook = new RawOds()
                .styles("<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties"
                        + " table:display=\"true\"/></style:style><style:style style:name=\"ta2\" style:family=\"table\">"
                        + "<style:table-properties table:display=\"false\"/></style:style>")
                .sheets("<table:table table:name=\"Jury\" table:style-name=\"ta1" + table
                        + "<table:table table:name=\"Listes\" table:style-name=\"ta2" + table
                        + "<table:table table:name=\"Candidats" + table);
        assertThat(sheets(workbook)).extracting(Sheet::name).containsExactly("Jury", "Listes", "Candidats");
        assertThat(sheets(workbook)).extracting(Sheet::hidden).containsExactly(false, true, false);
    }

    @Test
    void what_is_no_cell_of_the_sheet_is_not_read_as_one() throws IOException {
        String other =
                "<table:table table:name=\"autre\"><table:table-row><table:table-cell office:value-type=\"float\""
                        + " office:value=\"99\"/></table:table-row></table:table>";
        RawOds workbook = new RawOds()
                .sheets(
                        "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell"
                                + " office:value-type=\"float\" office:value=\"99\"/></table:previous></table:cell-content-change>"
                                + "<table:deletion>" + other + "</table:deletion></table:tracked-changes>"
                                + "<table:table table:name=\"Candidats\"><table:table-source xlink:href=\"http://localhost:1/a.ods\"/>"
                                + "<table:shapes><draw:frame>" + other + "</draw:frame></table:shapes>"
                                + "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\">"
                                + "<table:cell-range-source xlink:href=\"http://localhost:1/b.ods\" table:name=\"x\"/>"
                                + other
                                + "</table:table-cell></table:table-row></table:table>"
                                + other.replace("\"autre\"", "\"'file:///notes.ods'#Feuille1\"")
                                + "<table:named-expressions><table:named-range table:name=\"n\""
                                + " table:cell-range-address=\"$Candidats.$A$1\"/></table:named-expressions>"
                                + "<table:dde-links><table:dde-link>" + other + "</table:dde-link></table:dde-links>");
        List<Sheet> sheets = sheets(workbook);
        assertThat(sheets).hasSize(1);
        assertThat(places(sheets.getFirst())).containsExactly("A1=1");
    }

    @Test
    void a_template_and_an_archive_that_does_not_tell_its_type_are_read() throws IOException {
        String row = "<table:table-row>" + ONE + "</table:table-row>";
        assertThat(sheets(new RawOds()
                        .rows(row)
                        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet-template")))
                .hasSize(1);
        assertThat(sheets(new RawOds().rows(row).without("mimetype"))).hasSize(1);
    }
}
