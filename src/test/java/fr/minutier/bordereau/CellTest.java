package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    private static final Address HERE = new Address("jury.xlsx", "Candidats", 3, 2);

    private static Cell holding(Content content) {
        return new Cell(HERE, content);
    }

    private static Cell written(String text) {
        return holding(new Content.Text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u202F\t\n", "\uFEFF", "\u200B "})
    void white_space_of_any_kind_is_nothing(String text) {
        assertThat(written(text).blank()).isTrue();
        assertThat(written(text).text()).isEmpty();
    }

    @Test
    void a_formula_without_value_is_neither_blank_nor_zero() {
        Cell formula = holding(new Content.FormulaWithoutValue());
        assertThat(formula.blank()).isFalse();
        assertThat(formula.number()).isEmpty();
        assertThat(formula.text()).isEmpty();
        assertThat(formula.formulaWithoutValue()).isTrue();
    }

    @Test
    void an_error_is_not_blank_and_reads_as_it_shows() {
        Cell fault = holding(new Content.Fault("#DIV/0!"));
        assertThat(fault.blank()).isFalse();
        assertThat(fault.text()).isEqualTo("#DIV/0!");
        assertThat(fault.number()).isEmpty();
    }

    @Test
    void runs_of_white_space_and_line_breaks_read_as_one_space() {
        assertThat(written("\u00A0 Nom de\r\n naissance\u202F\t").text()).isEqualTo("Nom de naissance");
    }

    @Test
    void what_takes_no_place_on_screen_is_dropped() {
        assertThat(written("\uFEFFDu\u200Bpont\u200E").text()).isEqualTo("Dupont");
        assertThat(written("Le\u00ADfèvre").text()).isEqualTo("Lefèvre");
    }

    @Test
    void letters_with_a_separate_accent_are_composed() {
        assertThat(written("Lefe\u0300vre").text()).isEqualTo("Lefèvre");
    }

    @ParameterizedTest
    @CsvSource({"12.50, 12.5", "42, 42", "4.2E1, 42", "100, 100", "1E+2, 100", "0.00, 0", "-0.5, -0.5", "9.96, 9.96"})
    void a_number_reads_without_needless_zeros(String stored, String shown) {
        assertThat(holding(new Content.Number(new BigDecimal(stored))).text()).isEqualTo(shown);
    }

    @Test
    void a_day_and_a_logical_value_read_in_french() {
        assertThat(holding(new Content.Day(LocalDate.of(2004, 2, 29))).text()).isEqualTo("29/02/2004");
        assertThat(holding(new Content.Truth(true)).text()).isEqualTo("oui");
        assertThat(holding(new Content.Truth(false)).text()).isEqualTo("non");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5|12.5",
                "12.5|12.5",
                "12,50|12.5",
                "' 12,5\u00A0'|12.5",
                "-1|-1",
                "\u22121|-1",
                "+8|8",
                "0|0",
                "10\u202F000|10000",
                "10 000|10000",
                "1\u00A0234\u00A0567,5|1234567.5",
                "007|7",
                "12,5\u200E|12.5"
            })
    void a_number_may_be_written_as_people_write_it(String text, BigDecimal value) {
        assertThat(written(text).number()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "douze", "12;5", "1,234.5", "1.234,5", "12 5", "1 0000", "10 00", "12,", ",5", "12,5/20", "1e3", "--1",
                "12,5,", "٣", "", "12 ,5", "0x10"
            })
    void a_number_that_can_be_read_in_two_ways_or_in_none_is_no_number(String text) {
        assertThat(written(text).number()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01/02/2003, 2003-02-01",
        "1/2/2003, 2003-02-01",
        "01-02-2003, 2003-02-01",
        "01.02.2003, 2003-02-01",
        "2003-02-01, 2003-02-01",
        "29/02/2004, 2004-02-29",
        "' 01/02/2003\u00A0', 2003-02-01"
    })
    void a_date_may_be_written_as_people_write_it(String text, LocalDate day) {
        assertThat(written(text).date()).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29/02/2003",
                "31/04/2003",
                "00/01/2003",
                "13/13/2003",
                "01/02/03",
                "1er février 2003",
                "2003/02/01",
                "01/02-2003",
                "37653",
                "2003-2-1",
                ""
            })
    void a_day_that_no_calendar_has_or_that_is_written_in_two_ways_is_no_date(String text) {
        assertThat(written(text).date()).isEmpty();
    }

    @Test
    void a_bare_number_is_no_date_and_a_date_is_no_number() {
        assertThat(holding(new Content.Number(new BigDecimal(37653))).date()).isEmpty();
        assertThat(holding(new Content.Day(LocalDate.of(2003, 2, 1))).number()).isEmpty();
    }

    @Test
    void an_endless_text_is_no_number_and_costs_nothing() {
        assertThat(written("1".repeat(5_000_000)).number()).isEmpty();
    }
}
