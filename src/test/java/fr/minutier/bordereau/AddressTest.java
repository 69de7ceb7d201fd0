package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressTest {

    private static String a1(int row, int column) {
        return new Address("jury.xlsx", "Candidats", row, column).a1();
    }

    @Test
    void a_cell_is_named_as_the_spreadsheet_program_shows_it() {
        assertThat(a1(13, 13)).isEqualTo("N14");
        assertThat(a1(0, 0)).isEqualTo("A1");
        assertThat(a1(0, 25)).isEqualTo("Z1");
        assertThat(a1(0, 26)).isEqualTo("AA1");
        assertThat(a1(0, 701)).isEqualTo("ZZ1");
        assertThat(a1(1_048_575, 16_383)).isEqualTo("XFD1048576");
    }

    @Test
    void a_whole_row_is_named_by_its_first_cell_and_a_whole_sheet_by_nothing() {
        assertThat(a1(13, -1)).isEqualTo("A14");
        assertThat(Address.ofSheet("jury.xlsx", "Candidats").a1()).isEmpty();
    }

    @Test
    void there_is_no_column_without_a_row() {
        assertThatThrownBy(() -> a1(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
