package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A code on paper: read back from a picture of the page, archival and accessible, and gone when it has no text. */
class QrCodeTest {
    private static final String CODE = "MINUTIER1|JUIN-2026-RN-C-1|Relevé de notes|Mme Ève Nerval|02/03/1990|admis|"
            + "01/07/2026|Le préfet de la région Val-d’Azur ; La rectrice de l’académie|fc708d2a|"
            + "gCmD_nQ5-qxsDrIQyYzRloEa1rSw4OpyOPn1wL0jUhQkaJGc75pAt4pMOn74VZ-Aa7wQt7-gFyWqw4Q5LiqNdg";

    private static final String TEMPLATE = """
            # Relevé

            > [!qr]
            > Code à lire avec un téléphone
            >
            > {{code}}
            >
            > Ce code est signé.
            """;

    record Coded(
            @Champ(value = "code", aide = "le code") @Nullable
            String code) {}

    private static final Typesetter TYPESETTER = new Typesetter(Style.load(Path.of("templates/style.yaml")));

    static byte[] printed(@Nullable String code) {
        return TYPESETTER.print(
                Template.load("essai.md", TEMPLATE, Coded.class, Acts.ALONE).fill(new Coded(code)),
                new Imprint("Essai", "Relevé", Instant.parse("2026-06-30T12:00:00Z"), null));
    }

    /** What a reader of codes finds on a page seen at so many dots to the inch. */
    static String read(byte[] pdf, int page, float dpi) throws Exception {
        BufferedImage seen;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            seen = new PDFRenderer(document).renderImageWithDPI(page, dpi);
        }
        // A reader of codes looks again, from nearer, until it sees.
        for (int zoom = 1; zoom <= 3; zoom++) {
            LuminanceSource light = light(seen, zoom);
            for (Binarizer eye : List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
                try {
                    return new QRCodeReader()
                            .decode(new BinaryBitmap(eye), Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText();
                } catch (ReaderException e) {
                    // looks again
                }
            }
        }
        throw new AssertionError("no code can be read at " + dpi + " dots to the inch");
    }

    private static LuminanceSource light(BufferedImage seen, int zoom) {
        BufferedImage near =
                new BufferedImage(seen.getWidth() * zoom, seen.getHeight() * zoom, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = near.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(seen, 0, 0, near.getWidth(), near.getHeight(), null);
        graphics.dispose();
        int[] pixels = near.getRGB(0, 0, near.getWidth(), near.getHeight(), null, 0, near.getWidth());
        return new RGBLuminanceSource(near.getWidth(), near.getHeight(), pixels);
    }

    @Test
    void a_code_is_read_back_from_a_picture_of_the_page() throws Exception {
        byte[] pdf = printed(CODE);
        assertThat(read(pdf, 0, 100)).isEqualTo(CODE);
        assertThat(read(pdf, 0, 200)).isEqualTo(CODE);
    }

    @Test
    void it_is_at_least_22_mm_wide_and_costs_few_bytes() {
        assertThat(new QrCode(CODE).side() / 72 * 25.4).isBetween(22.0, 40.0);
        assertThat(printed(CODE).length - printed(null).length).isLessThan(5000);
    }

    @Test
    void a_page_with_a_code_is_archival_and_accessible_and_the_same_each_time() {
        Conformance.assertArchivalAndAccessible(printed(CODE));
        assertThat(printed(CODE)).isEqualTo(printed(CODE));
    }

    @Test
    void the_text_of_the_code_is_kept_in_clear_in_the_metadata() {
        assertThat(new String(printed("a < b & c"), StandardCharsets.UTF_8))
                .contains("<dc:identifier>a &lt; b &amp; c</dc:identifier>");
    }

    @Test
    void without_text_what_stands_beside_stands_alone() {
        byte[] pdf = printed(null);
        assertThat(String.join(" ", TaggedText.of(pdf))).contains("Ce code est signé.");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("dc:identifier");
    }

    @Test
    void a_volume_shows_the_code_of_each_document_and_has_none_of_its_own() throws Exception {
        Template template = Template.load("essai.md", TEMPLATE, Coded.class, Acts.ALONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Volume volume = TYPESETTER.volume(bytes, Acts.IMPRINT)) {
            volume.add(TYPESETTER.compose(template.fill(new Coded(CODE)), Acts.IMPRINT));
            volume.add(TYPESETTER.compose(template.fill(new Coded("un autre acte")), Acts.IMPRINT));
        }
        byte[] pdf = bytes.toByteArray();
        assertThat(read(pdf, 0, 200)).isEqualTo(CODE);
        assertThat(read(pdf, 1, 200)).isEqualTo("un autre acte");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("dc:identifier");
        Conformance.assertArchivalAndAccessible(pdf);
    }

    @Test
    void a_block_without_its_text_is_refused_with_its_line() {
        assertThatThrownBy(() -> Template.load("essai.md", "# T\n\n> [!qr]\n", Coded.class, Acts.ALONE))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("ligne 3")
                .hasMessageContaining("[!qr] contient une phrase pour qui ne voit pas le code");
    }
}
