package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CellPropertyTest {

    private static Cell written(String text) {
        return new Cell(new Address("jury.xlsx", "Candidats", 0, 0), new Content.Text(text));
    }

    /** Hundredths, so that the expected value is exact whatever the spelling. */
    @Property(tries = 300)
    void every_spelling_of_a_mark_reads_as_the_same_number(
            @ForAll @IntRange(min = -999_99, max = 999_99) int hundredths) {
        BigDecimal mark = Written.plain(BigDecimal.valueOf(hundredths, 2));
        String sign = hundredths < 0 ? "-" : "";
        int size = Math.abs(hundredths);
        String point = sign + size / 100 + "." + (size % 100 < 10 ? "0" : "") + size % 100;

        assertThat(written(point).number()).contains(mark);
        assertThat(written(point.replace('.', ',')).number()).contains(mark);
        assertThat(written("\u00A0" + point + "\u202F").number()).contains(mark);
        assertThat(written(mark.toPlainString()).number()).contains(mark);
        assertThat(new Cell(written("").address(), new Content.Number(new BigDecimal(point))).number())
                .contains(mark);
    }

    @Property(tries = 300)
    void thousands_parted_by_spaces_read_as_the_same_number(@ForAll @IntRange(min = 1_000, max = 999_999) int signs) {
        String parted =
                signs / 1_000 + "\u202F" + String.valueOf(1_000 + signs % 1_000).substring(1);
        assertThat(written(parted).number()).contains(Written.plain(BigDecimal.valueOf(signs)));
    }

    @Property(tries = 500)
    void reading_text_twice_changes_nothing_more(@ForAll String text) {
        String once = written(text).text();
        assertThat(written(once).text()).isEqualTo(once);
        assertThat(written(text).blank()).isEqualTo(once.isEmpty());
    }
}
