package fr.minutier.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchDecimalTest {
    @ParameterizedTest
    @CsvSource({"50.50, '50,5'", "49.98, '49,98'", "10.00, 10", "0.00, 0", "1E+2, 100", "10000, 10000"})
    void a_decimal_is_exact_with_a_comma_and_no_needless_zero(BigDecimal value, String written) {
        assertThat(FrenchDecimal.of(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "9850, 9_850", "10000, 10_000", "1234567, 1_234_567", "1234.5678, '1_234,5678'"})
    void a_count_parts_its_thousands(BigDecimal value, String written) {
        assertThat(FrenchDecimal.grouped(value)).isEqualTo(written.replace('_', '\u202f'));
    }
}
