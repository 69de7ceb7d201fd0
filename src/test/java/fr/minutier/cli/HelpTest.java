package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "run --help",
                "check -h",
                "bordereau --help",
                "status --help",
                "certifications --help"
            })
    void help_is_french_with_examples_and_fits_the_page(String asked) throws Exception {
        Desk.Answer help = new Desk(folder).says(asked.split(" "));
        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage\u00a0: ./minutier")
                .contains("Exemples\u00a0:")
                .contains("Affiche cette aide.")
                .doesNotContainIgnoringCase("options:")
                .doesNotContainIgnoringCase("show")
                .doesNotContainIgnoringCase("commands");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void the_help_of_certifications_gives_a_code_of_the_library() throws Exception {
        assertThat(new Desk(folder).says("certifications", "--help").out())
                .endsWith(
                        "  ./minutier certifications\n  ./minutier certifications CAFERUIS-2004\n  ./minutier certifications --verifier essai.yaml\n");
    }

    @Test
    void help_is_given_even_when_the_library_cannot_be_read() throws Exception {
        Desk.Answer help = new Desk(folder).says("certifications", "--help", "--templates", "/absent");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .endsWith("  ./minutier certifications CODE\n  ./minutier certifications --verifier essai.yaml\n");
    }

    @Test
    void the_version_is_one_line() throws Exception {
        Desk.Answer version = new Desk(folder).says("--version");
        assertThat(version.status()).isZero();
        assertThat(version.out()).startsWith("minutier ").hasLineCount(1);
    }

    @Test
    void certifications_are_listed_and_explained_with_their_sources() throws Exception {
        Desk desk = new Desk(folder);
        assertThat(desk.says("certifications").out())
                .contains("DEIS-RNCP39644  Diplôme d’État d’ingénierie sociale, niveau 7\n");
        Desk.Answer one = desk.says("certifications", "DEIS-RNCP39644");
        assertThat(one.status()).isZero();
        assertThat(one.out())
                .contains("BC01")
                .contains("Validée à partir de 50 points sur 100 (arrêté du 2 août 2006, art. 12)")
                .contains("Sources\u00a0:");
    }
}
