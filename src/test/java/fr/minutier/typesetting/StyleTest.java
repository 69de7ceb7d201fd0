package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StyleTest {
    private static final Path SHEET = Path.of("templates/style.yaml");

    private static InvalidTemplate refused(String from, String to) throws IOException {
        String sheet = Files.readString(SHEET);
        assertThat(sheet).contains(from);
        return catchThrowableOfType(InvalidTemplate.class, () -> Style.parse("style.yaml", sheet.replace(from, to)));
    }

    @Test
    void the_sheet_that_is_delivered_is_read() {
        Style style = Style.load(SHEET);
        assertThat(style.family()).isEqualTo("Sans");
        assertThat(style.sizes().text()).isEqualTo(10);
        assertThat(style.signatureRoom()).isEqualTo(24 * 72 / 25.4, within(0.001));
    }

    @Test
    void the_serif_family_prints_too() throws IOException {
        Style serif = Style.parse("style.yaml", Files.readString(SHEET).replace("police: sans", "police: serif"));
        Conformance.assertArchivalAndAccessible(new Typesetter(serif).print(Acts.certificate(), Acts.IMPRINT));
    }

    @Test
    void an_unknown_a_missing_and_a_wrong_setting_are_refused_with_line_and_remedy() throws IOException {
        assertThat(refused("police: sans", "polise: sans").faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault.toString()).contains("ligne 4", "polise", "police"))
                .anySatisfy(fault -> assertThat(fault.message()).contains("il manque", "police"));
        assertThat(refused("police: sans", "police: comic").faults().getFirst().message())
                .contains("sans ou serif");
        assertThat(refused("texte: 10 ", "texte: dix ").faults().getFirst().line())
                .isEqualTo(8);
        assertThat(refused("\"#14213d\"", "bleu").faults()).hasSize(2);
        assertThat(refused("haut: 16", "haut: 3").faults().getFirst().message()).contains("10");
    }
}
