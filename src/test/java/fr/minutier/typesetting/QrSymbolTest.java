package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Module by module, the code that an independent encoder makes with the same settings. */
class QrSymbolTest {
    /** Small letters, so that the other encoder takes bytes too. */
    private static final String LETTERS = "é relevé de notes | œuvre n° 12 ; fin ";

    @Test
    void codes_of_every_size_are_those_of_an_independent_encoder() throws Exception {
        for (int length = 1; length <= 2000; length += 41) {
            String text = LETTERS.repeat(60).substring(0, length);
            ByteMatrix expected = Encoder.encode(
                            text,
                            ErrorCorrectionLevel.L,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.QR_MASK_PATTERN, 3))
                    .getMatrix();
            QrSymbol symbol = new QrSymbol(text);
            assertThat(symbol.size()).as("%s letters", length).isEqualTo(expected.getWidth());
            for (int y = 0; y < symbol.size(); y++) {
                for (int x = 0; x < symbol.size(); x++) {
                    assertThat(symbol.isDark(x, y))
                            .as("module %s, %s of %s letters", x, y, length)
                            .isEqualTo(expected.get(x, y) == 1);
                }
            }
        }
    }

    @Test
    void a_text_that_no_code_holds_is_refused() {
        assertThatThrownBy(() -> new QrSymbol("é".repeat(1480)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long for a QR code: 1480 characters");
    }
}
