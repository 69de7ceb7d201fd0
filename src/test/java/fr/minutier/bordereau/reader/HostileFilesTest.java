package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm, and damaged ones, in any format: a sentence for a person, soon, and nothing else. */
class HostileFilesTest {

    private static final String ONE =
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
                    + "</table:table-row>";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String LAUGHS =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

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

    // Bombs

    @Test
    void a_small_file_that_unpacks_to_a_huge_one() throws IOException {
        assertThat(refused(new RawOds().rows(" ".repeat(60_000_000)))).contains("bien plus grand");
        assertThat(refused(new RawWorkbook().sheet(" ".repeat(60_000_000)).write(input.resolve("jury.xlsx"))))
                .contains("bien plus grand");
    }

    @Test
    void a_few_words_that_stand_for_many_cells() throws IOException {
        String row = ONE.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1048576\">");
        assertThat(refused(new RawOds().rows(row))).contains("bien plus grand");
        String wide = ONE.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\"");
        assertThat(refused(new RawOds().rows(wide.repeat(200)))).contains("bien plus grand");
        String spaces = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>"
                + "<text:s text:c=\"999\"/>".repeat(900) + "</text:p></table:table-cell></table:table-row>";
        assertThat(refused(new RawOds().rows(spaces.repeat(300)))).contains("bien plus grand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "99999999999999999999", "-1", "0", "abc", ""})
    void a_count_that_no_sheet_has(String count) throws IOException {
        for (String attribute : List.of("table-row table:number-rows", "table-cell table:number-columns")) {
            String repeated = "<table:" + attribute + "-repeated=\"" + count + "\"";
            String element = attribute.substring(0, attribute.indexOf(' '));
            assertThat(refused(new RawOds().rows(ONE.replace("<table:" + element, repeated))))
                    .contains("abîmé");
        }
        if (!count.equals("0")) {
            assertThat(refused(new RawOds()
                            .rows("<table:table-row><table:table-cell><text:p><text:s text:c=\"" + count
                                    + "\"/></text:p></table:table-cell></table:table-row>")))
                    .contains("abîmé");
        }
    }

    @Test
    void a_cell_beyond_the_largest_sheet() throws IOException {
        assertThat(refused(new RawOds().rows("<table:table-row table:number-rows-repeated=\"1048576\"/>" + ONE)))
                .contains("abîmé");
        assertThat(refused(new RawOds()
                        .rows(ONE.replace(
                                "<table:table-cell",
                                "<table:table-cell table:number-columns-repeated=\"16384\"/><table:table-cell"))))
                .contains("abîmé");
    }

    @Test
    void elements_nested_without_end_and_texts_without_end() throws IOException {
        String groups = "<table:table-row-group>".repeat(100_000);
        Reading reading = Refused.read(new RawOds().rows(groups).write(input.resolve("jury.ods")), "jury.ods");
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        String spans = "<table:table-row><table:table-cell><text:p>" + "<text:span>".repeat(100_000);
        assertThat(refused(new RawOds().rows(spans))).contains("abîmé");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append(i * 7919 % 100_003).append(' ');
        }
        assertThat(refused(new RawOds()
                        .rows("<table:table-row><table:table-cell><text:p>" + text
                                + "</text:p></table:table-cell></table:table-row>")))
                .contains("abîmé");
    }

    @Test
    void thousands_of_merged_areas_over_a_tall_sheet_do_not_hold_up_the_night() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 20_000; row++) {
            rows.append("<row><c><v>").append(row * 7919 % 100_003).append("</v></c></row>");
        }
        StringBuilder areas = new StringBuilder();
        for (int area = 0; area < 19_999; area++) {
            areas.append("<mergeCell ref=\"B1:C").append(20_000 - area % 77).append("\"/>");
        }
        RawWorkbook workbook =
                new RawWorkbook().sheet("<sheetData>" + rows + "</sheetData><mergeCells>" + areas + "</mergeCells>");
        assertThat(refused(workbook.write(input.resolve("jury.xlsx")))).contains("bien plus grand");
    }

    // Words that call for something outside the file

    @Test
    void a_document_type_in_any_part_is_refused() throws IOException {
        String body = body("&c;");
        assertThat(refused(new RawOds().content(DECLARATION + LAUGHS + body))).contains("abîmé");
        Path secret = Files.writeString(input.resolve("secret.txt"), "secret");
        assertThat(refused(new RawOds()
                        .content(DECLARATION + "<!DOCTYPE x [<!ENTITY c SYSTEM \"" + secret.toUri() + "\">]>" + body)))
                .contains("abîmé");
        assertThat(refused(new RawOds().content(DECLARATION + body))).contains("abîmé");
        for (String part : List.of(
                "xl/workbook.xml",
                "xl/styles.xml",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
                "[Content_Types].xml")) {
            Path file = new RawWorkbook()
                    .part(part, DECLARATION + LAUGHS + "<x>&c;</x>")
                    .write(input.resolve("jury.xlsx"));
            assertThat(refused(file)).as(part).containsAnyOf("abîmé", "n’est pas un classeur .xlsx");
        }
    }

    /** The least that a {@code content.xml} may hold, with something in its only cell. */
    private static String body(String cell) {
        return "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:spreadsheet>"
                + "<t:table t:name=\"Candidats\"><t:table-row><t:table-cell><x:p>" + cell
                + "</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>";
    }

    @Test
    void a_sheet_that_lies_in_another_file_is_never_fetched() throws IOException {
        String external = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "worksheet\" Target=\"" + Refused.format(".").toUri()
                + "\" TargetMode=\"External\"/></Relationships>";
        Path file =
                new RawWorkbook().part("xl/_rels/workbook.xml.rels", external).write(input.resolve("jury.xlsx"));
        assertThat(refused(file)).contains("abîmé");
    }

    @Test
    void control_characters_in_names_and_texts_do_no_harm() throws IOException {
        String odd = "Can_x0000_di_x001B_dats&#9;";
        Path file = new RawWorkbook()
                .strings("<si><t>" + odd + "</t></si>")
                .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .write(input.resolve("jury.xlsx"));
        Sheet sheet = ((Reading.Read) Refused.read(file, "jury.xlsx"))
                .bordereau()
                .sheets()
                .getFirst();
        assertThat(sheet.lines().getFirst().cells().getFirst().text()).isEqualTo("Can di dats");
        RawXls old = new RawXls()
                .begin(RawXls.WORKBOOK)
                .tab("Can\u0000di\u001Bdats", 0, 0)
                .end()
                .begin(RawXls.WORKSHEET)
                .number(0, 0, 1)
                .end();
        assertThat(Refused.read(old.write(input.resolve("jury.xls")), "jury.xls"))
                .isInstanceOf(Reading.Read.class);
    }

    // Damage

    @Test
    void records_that_no_program_writes() throws IOException {
        assertThat(refused(RawXls.ofOneSheet().number(0, 300, 1).end())).contains("abîmé");
        assertThat(refused(RawXls.ofOneSheet().number(0, 0, 1))).contains("abîmé");
        assertThat(refused(new RawXls()
                        .begin(RawXls.WORKBOOK)
                        .tab("Candidats", 0, 0)
                        .end()))
                .contains("abîmé");
        assertThat(refused(RawXls.ofOneSheet()
                        .record(0x00FD, RawXls.shorts(0, 0, 0, 5, 0))
                        .end()))
                .contains("abîmé");
        assertThat(refused(
                        RawXls.ofOneSheet().record(0x0203, RawXls.shorts(0, 0)).end()))
                .contains("abîmé");
        assertThat(refused(new RawXls()
                        .begin(RawXls.WORKBOOK)
                        .end()
                        .begin(RawXls.WORKSHEET)
                        .end()))
                .contains("abîmé");
        // Two thousand million texts are announced and none follows.
        assertThat(refused(new RawXls()
                        .begin(RawXls.WORKBOOK)
                        .record(0x00FC, RawXls.shorts(-1, 0x7FFF, -1, 0x7FFF))
                        .end()))
                .contains("abîmé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session-mai.xlsx",
                "session-mai.ods",
                "session-mai.xls",
                "session-excel.xlsx",
                "session-excel.ods",
                "session-excel.xls"
            })
    void a_real_workbook_cut_or_spoiled_anywhere_is_read_or_refused(String format) throws IOException {
        byte[] whole = Refused.bytes(format);
        for (int tenths = 0; tenths < 10; tenths++) {
            refused(Arrays.copyOf(whole, whole.length * tenths / 10));
        }
        refused(Arrays.copyOf(whole, whole.length - 1_000));
        Random dice = new Random(format.hashCode());
        for (int i = 0; i < 60; i++) {
            byte[] spoiled = whole.clone();
            for (int hits = 0; hits < 1 + i % 8; hits++) {
                spoiled[dice.nextInt(i % 2 == 0 ? whole.length : 1_536)] = (byte) dice.nextInt(256);
            }
            Path file = Files.write(input.resolve("spoiled"), spoiled);
            assertThat(Refused.read(file, "spoiled")).isNotInstanceOf(Reading.Growing.class);
        }
    }

    @Test
    void random_bytes_after_the_start_of_a_format() throws IOException {
        Random dice = new Random(1997);
        for (byte[] start : List.of(
                new byte[] {'P', 'K', 3, 4}, Arrays.copyOf(Refused.bytes("session-mai.xls"), 8), new byte[] {0, 1, 2, 3
                })) {
            for (int i = 0; i < 10; i++) {
                byte[] bytes = new byte[5_000];
                dice.nextBytes(bytes);
                System.arraycopy(start, 0, bytes, 0, start.length);
                refused(bytes);
            }
        }
    }
}
