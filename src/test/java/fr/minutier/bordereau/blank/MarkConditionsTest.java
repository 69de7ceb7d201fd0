package fr.minutier.bordereau.blank;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.blank.Form.Highlight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of the sheet of candidates, computed as a spreadsheet program computes them. */
class MarkConditionsTest {
    private static final int ASIDE = 100;

    private Form.Sheet candidates = Blank.of(Blank.deis()).form().sheets().get(2);
    private final Map<String, Object> cells = new HashMap<>();
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Candidats");

    /** Writes into the first entry row ({@code 5}) or those below. */
    private MarkConditionsTest with(String cell, Object value) {
        cells.put(cell, value);
        return this;
    }

    private boolean holds(Formula formula) {
        cells.forEach((name, value) -> {
            CellReference place = new CellReference(name);
            XSSFRow row =
                    Objects.requireNonNullElseGet(sheet.getRow(place.getRow()), () -> sheet.createRow(place.getRow()));
            XSSFCell cell = row.createCell(place.getCol());
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(value.toString());
            }
        });
        CellRangeAddress aside = new CellRangeAddress(ASIDE, ASIDE, ASIDE, ASIDE);
        // As in the conditions of a spreadsheet program, functions go over whole ranges.
        XSSFCell result = sheet.setArrayFormula(formula.officeOpen(), aside).getTopLeftCell();
        boolean holds = workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluate(result)
                .getBooleanValue();
        sheet.removeArrayFormula(result);
        return holds;
    }

    /** The colour that the cell of the first entry row takes. */
    private String colour(String column) {
        int index = CellReference.convertColStringToIndex(column);
        return candidates.highlights().stream()
                .filter(highlight -> highlight.area().column() == index)
                .flatMap(highlight -> highlight.cases().stream())
                .filter(told -> holds(told.condition()))
                .map(Highlight.Case::tint)
                .map(Tint::name)
                .findFirst()
                .orElse("");
    }

    private String colours(String... columns) {
        return Arrays.stream(columns).map(this::colour).distinct().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "20, true",
        "12.5, true",
        "9.96, true",
        "0.29, true",
        "19.99, true",
        "-1, false",
        "20.01, false",
        "9.965, false",
        "45789, false",
        "ABS, true",
        "np, true",
        "absent, false",
        "'12,5', false",
    })
    void a_mark_cell_takes_marks_of_the_scale_and_the_two_words(String written, boolean taken) {
        boolean number = written.matches("-?[0-9.]+");
        with("P5", number ? (Object) Double.valueOf(written) : written);
        assertThat(holds(MarkConditions.mark("[.$P5]", Blank.deis().marks()))).isEqualTo(taken);
    }

    @Test
    void an_empty_row_has_no_colour() {
        String[] all = Stream.iterate(0, i -> i < candidates.width(), i -> i + 1)
                .map(Formula::letters)
                .toArray(String[]::new);
        assertThat(colours(all)).isEmpty();
    }

    @Test
    void what_a_row_with_a_number_lacks_is_to_fill() {
        with("A5", "C-1");
        assertThat(colours("C", "E", "F", "J")).isEqualTo("TO_FILL");
        assertThat(colours("D", "G", "K", "P", "Y")).isEmpty();
    }

    @Test
    void marks_are_to_fill_for_a_route_with_epreuves_and_decisions_for_vae() {
        with("A5", "C-1").with("J5", "apprentissage");
        assertThat(colours("P", "R", "S", "U", "V")).isEqualTo("TO_FILL");
        assertThat(colours("Y", "Z", "AA")).isEqualTo("NOT_ASKED");
        assertThat(colours("Q", "T", "W", "X")).isEmpty();
        with("J5", "VAE");
        assertThat(colours("P", "Q", "X")).isEqualTo("NOT_ASKED");
        assertThat(colours("Y", "Z", "AA")).isEqualTo("TO_FILL");
    }

    @Test
    void who_comes_for_another_certification_of_the_family_is_asked_for_no_mark_of_this_one() {
        candidates = new BlankBordereau(Blank.deis(), List.of("DEIS-2006"), null, 40, List.of())
                .form()
                .sheets()
                .get(2);
        with("A5", "C-1").with("J5", "apprentissage");
        assertThat(colours("Q", "S", "T", "V", "W")).isEqualTo("TO_FILL");
        with("L5", "deis-rncp39644");
        assertThat(colours("Q", "S", "T", "V", "W")).isEqualTo("TO_FILL");
        with("L5", "DEIS-2006");
        assertThat(colours("Q", "S", "T", "V", "W", "Z")).isEqualTo("NOT_ASKED");
        with("Q5", 12);
        assertThat(colour("Q")).isEqualTo("TO_MEND");
    }

    @Test
    void a_block_acquired_or_dispensed_asks_for_no_mark_and_a_mark_there_is_to_mend() {
        with("A5", "C-1")
                .with("J5", "apprentissage")
                .with("M5", "BC01 (12/06/2024); bc02")
                .with("L5", "CAFERUIS");
        assertThat(colours("P", "Q", "S", "V")).isEqualTo("NOT_ASKED");
        with("P5", 12);
        assertThat(colour("P")).isEqualTo("TO_MEND");
    }

    @Test
    void a_work_that_bears_a_mark_asks_for_its_length_its_group_and_its_competence() {
        with("A5", "C-1")
                .with("J5", "apprentissage")
                .with("P5", 12)
                .with("S5", 12)
                .with("V5", 12);
        assertThat(colours("Q", "T", "W", "X", "K")).isEqualTo("TO_FILL");
        with("P5", "ABS");
        assertThat(colour("Q")).isEmpty();
    }

    @Test
    void a_mark_under_the_share_of_the_threshold_is_low_and_one_at_it_is_not() {
        with("A5", "C-1").with("J5", "apprentissage").with("P5", 9.99);
        assertThat(colour("P")).isEqualTo("LOW");
        with("P5", 10);
        assertThat(colour("P")).isEmpty();
    }

    @Test
    void a_collective_mark_that_differs_within_its_group_is_to_mend() {
        with("A5", "C-1").with("J5", "apprentissage").with("K5", "A").with("S5", 12);
        with("A6", "C-2").with("J6", "apprentissage").with("K6", "B").with("S6", 13);
        with("K7", "A").with("S7", "ABS");
        assertThat(colour("S")).isEmpty();
        with("K6", "A");
        assertThat(colour("S")).isEqualTo("TO_MEND");
    }
}
