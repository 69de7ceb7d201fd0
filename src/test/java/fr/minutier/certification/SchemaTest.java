package fr.minutier.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema by which an editor completes a definition says what the program reads, no more and no less. */
class SchemaTest {
    private static final Path FOLDER = Path.of("templates/certifications");

    private static Schema schema() throws IOException {
        return new Schema(FOLDER.resolve("definition.schema.json"));
    }

    @Test
    void every_definition_that_ships_conforms_to_it() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> definitions =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(definitions).hasSizeGreaterThanOrEqualTo(6);
            for (Path file : definitions) {
                assertThat(schema().faults(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_misspelt_field_and_a_missing_one_do_not() throws IOException {
        String good = Files.readString(FOLDER.resolve("DEIS-RNCP39644.yaml"));
        assertThat(schema().faults(good.replace("niveau: 7", "nivau: 7"))).isNotEmpty();
        assertThat(schema().faults(good.replace("coefficient: 3", "coefficient: trois")))
                .isNotEmpty();
        assertThat(schema().faults(good.replace("sigle: DEIS\n", ""))).isNotEmpty();
        assertThat(schema().faults(good.replace("jours: 15", "jours: 0"))).isNotEmpty();
    }

    @Test
    void it_names_the_fields_that_the_reader_asks_for_and_no_other() throws IOException {
        String reader = Files.readString(Path.of("src/main/java/fr/minutier/certification/DefinitionReader.java"))
                + Files.readString(Path.of("src/main/java/fr/minutier/certification/BlockReader.java"))
                + Files.readString(Path.of("src/main/java/fr/minutier/certification/RuleReader.java"))
                + Files.readString(Path.of("src/main/java/fr/minutier/certification/PersonRuleReader.java"));
        List<String> asked = Pattern.compile(
                        "(?:(?:text|textOr|texts|optionalTexts|decimal|optionalDecimal|setting|date|mapping|mappings"
                                + "|optionalMapping|has)\\(|(?:yes|source|activities|positive)\\(\\w+, )\"([a-z-]+)\"")
                .matcher(reader)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .sorted()
                .toList();
        // « source » is the key that a rule cites its text by, unless it says another.
        assertThat(Stream.concat(asked.stream(), Stream.of("source")).distinct().sorted())
                .containsExactlyElementsOf(schema().fields());
    }
}
