package fr.minutier.bordereau.blank;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Certification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OdsFormTest {
    private final Certification deis = Blank.deis();
    private final byte[] ods = Blank.of(deis).ods();

    @Test
    void its_type_comes_first_and_is_not_compressed() throws Exception {
        assertThat(Blank.names(ods))
                .startsWith("mimetype", "content.xml")
                .contains("styles.xml", "settings.xml", "META-INF/manifest.xml");
        assertThat(new String(ods, 0, 90, StandardCharsets.ISO_8859_1))
                .contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    }

    @Test
    void it_says_cell_for_cell_what_the_xlsx_says() throws Exception {
        try (XSSFWorkbook workbook = Blank.workbook(Blank.of(deis).xlsx())) {
            DataFormatter formatter = new DataFormatter();
            for (Element table : Blank.elements(Blank.part(ods, "content.xml"), "table:table")) {
                XSSFSheet sheet = workbook.getSheet(table.getAttribute("table:name"));
                List<List<String>> rows = new ArrayList<>();
                sheet.forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
                    rows.add(cells);
                });
                assertThat(rows(table)).isEqualTo(rows);
            }
        }
    }

    @Test
    void entry_cells_are_open_and_everything_else_is_locked() throws Exception {
        Document content = Blank.part(ods, "content.xml");
        Map<String, String> protection = new HashMap<>();
        for (Element style : Blank.elements(content, "style:style")) {
            for (Element cell : Blank.elements(style, "style:table-cell-properties")) {
                protection.put(style.getAttribute("style:name"), cell.getAttribute("style:cell-protect"));
            }
        }
        for (Element table : Blank.elements(content, "table:table")) {
            assertThat(table.getAttribute("table:protected")).isEqualTo("true");
        }
        Element candidates = Blank.elements(content, "table:table").get(2);
        Element entry = Blank.elements(candidates, "table:table-row").get(4);
        assertThat(entry.getAttribute("table:number-rows-repeated")).isEqualTo("40");
        assertThat(Blank.elements(entry, "table:table-cell")).hasSize(35).allSatisfy(cell -> assertThat(
                        protection.get(cell.getAttribute("table:style-name")))
                .isEqualTo("none"));
        assertThat(Blank.elements(Blank.elements(candidates, "table:table-row").get(3), "table:table-cell"))
                .allSatisfy(cell -> assertThat(protection.get(cell.getAttribute("table:style-name")))
                        .isEqualTo("protected"));
    }

    @Test
    void marks_lists_and_lengths_are_validated_as_in_the_xlsx() throws Exception {
        Document content = Blank.part(ods, "content.xml");
        Map<String, Element> validations = new HashMap<>();
        Blank.elements(content, "table:content-validation")
                .forEach(validation -> validations.put(validation.getAttribute("table:base-cell-address"), validation));
        assertThat(validations.get("Candidats.P5").getAttribute("table:condition"))
                .startsWith("of:is-true-formula(IF(ISNUMBER([.$P5]);AND([.$P5]>=0;[.$P5]<=20;")
                .contains("[.$P5]/0.01", "\"ABS\"", "\"NP\"");
        assertThat(validations.get("Candidats.J5").getAttribute("table:condition"))
                .startsWith("of:cell-content-is-in-list([$Listes.");
        Element alert = Blank.elements(validations.get("Candidats.Q5"), "table:error-message")
                .getFirst();
        assertThat(alert.getAttribute("table:message-type")).isEqualTo("warning");
        assertThat(alert.getTextContent()).contains("90 à 120 pages hors annexes");
        Element candidates = Blank.elements(content, "table:table").get(2);
        Element entry = Blank.elements(candidates, "table:table-row").get(4);
        assertThat(Blank.elements(entry, "table:table-cell").get(15).getAttribute("table:content-validation-name"))
                .isEqualTo(validations.get("Candidats.P5").getAttribute("table:name"));
    }

    @Test
    void headers_are_explained_repeated_and_frozen() throws Exception {
        Document content = Blank.part(ods, "content.xml");
        Element candidates = Blank.elements(content, "table:table").get(2);
        Element header = Blank.elements(candidates, "table:table-header-rows").getFirst();
        assertThat(Blank.elements(header, "office:annotation"))
                .anySatisfy(note -> assertThat(note.getTextContent()).contains("arrêté du 2 août 2006, art. 12"));
        assertThat(Blank.elements(content, "calcext:conditional-format")).isNotEmpty();
        String settings = Blank.part(ods, "settings.xml").getDocumentElement().getTextContent();
        assertThat(settings).contains("view1");
    }

    @Test
    void every_style_that_is_used_is_there() throws Exception {
        Document content = Blank.part(ods, "content.xml");
        List<String> known = new ArrayList<>();
        Blank.elements(content, "style:style").forEach(style -> known.add(style.getAttribute("style:name")));
        Blank.elements(Blank.part(ods, "styles.xml"), "style:style")
                .forEach(style -> known.add(style.getAttribute("style:name")));
        for (String element : List.of("table:table", "table:table-column", "table:table-row", "table:table-cell")) {
            assertThat(Blank.elements(content, element))
                    .allSatisfy(used -> assertThat(known).contains(used.getAttribute("table:style-name")));
        }
        assertThat(Blank.elements(content, "calcext:condition"))
                .allSatisfy(used -> assertThat(known).contains(used.getAttribute("calcext:apply-style-name")));
    }

    @Test
    void the_same_bordereau_has_the_same_bytes() {
        assertThat(Blank.of(deis).ods()).isEqualTo(ods);
    }

    private static List<List<String>> rows(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : Blank.elements(table, "table:table-row")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : Blank.elements(row, "table:table-cell")) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < cell.getChildNodes().getLength(); i++) {
                    if (cell.getChildNodes().item(i).getNodeName().equals("text:p")) {
                        text.append(cell.getChildNodes().item(i).getTextContent());
                    }
                }
                cells.add(text.toString());
            }
            for (int i = 0; i < Integer.parseInt(row.getAttribute("table:number-rows-repeated")); i++) {
                rows.add(cells);
            }
        }
        return rows;
    }
}
