package fr.minutier.report.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxColoursTest {
    private static XmlElement indexed(int place) {
        return new XmlElement(new QName("color")).set(new QName("indexed"), String.valueOf(place));
    }

    @Test
    void the_palette_is_that_of_the_format() {
        XlsxColours colours = new XlsxColours(Optional.empty(), List.of());
        for (int place = 0; place < 64; place++) {
            // The first eight stand there twice.
            byte[] rgb = DefaultIndexedColorMap.getDefaultRGB(place < 8 ? place + 8 : place);
            assertThat(colours.digits(indexed(place))).contains(Colours.digits(rgb[0], rgb[1], rgb[2]));
        }
        assertThat(colours.digits(indexed(64))).isEmpty();
    }

    @Test
    void a_workbook_may_have_its_own_palette() {
        assertThat(new XlsxColours(Optional.empty(), List.of("00112233", "00445566")).digits(indexed(1)))
                .contains("445566");
    }

    /** As spreadsheet programs show the lighter and darker colours that they offer. */
    @ParameterizedTest
    @CsvSource({
        "FFFFFF, -0.25, BFBFBF",
        "FFFFFF, -0.05, F2F2F2",
        "000000, 0.35, 595959",
        "4472C4, -0.25, 2F5597",
        "FF0000, 0.5, FF8080",
        "FF0000, -0.5, 800000",
        "123456, 0, 123456"
    })
    void a_tint_makes_a_colour_lighter_or_darker(String rgb, double tint, String tinted) {
        assertThat(XlsxColours.tinted(rgb, tint)).isEqualTo(tinted);
    }
}
