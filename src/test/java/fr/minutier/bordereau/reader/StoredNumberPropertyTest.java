package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Content;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StoredNumberPropertyTest {

    @Property(tries = 300)
    void a_stored_binary_number_reads_as_the_decimal_that_was_typed(
            @ForAll @IntRange(min = 0, max = 2_000) int hundredths) throws XMLStreamException {
        // What a spreadsheet stores: the nearest binary number, spelled with all the digits that tell it apart.
        String stored =
                new BigDecimal(hundredths / 100.0).round(new MathContext(17)).toString();
        Content content =
                new XlsxValues(List.of(), XlsxStyles.none(), new Numbers(false), false).content(null, 0, false, stored);
        assertThat(content).isEqualTo(new Content.Number(BigDecimal.valueOf(hundredths, 2)));
    }
}
