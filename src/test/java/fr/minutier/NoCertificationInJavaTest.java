package fr.minutier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must be passed is data: no Java names a certification, one of its blocks, of its columns or of its texts. */
class NoCertificationInJavaTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    /** Whatever the library names, as a word of its own. */
    private static Set<String> names() throws Exception {
        CertificationLibrary library = new CertificationLibrary(Path.of("templates"));
        Set<String> names = new TreeSet<>();
        for (Certification certification : library.all()) {
            names.addAll(List.of(certification.code(), certification.acronym(), certification.title()));
            if (certification.rncp() != null) {
                names.add(certification.rncp());
            }
            certification.blocks().forEach(block -> {
                names.addAll(List.of(block.code(), block.title(), block.vaeColumn()));
            });
            certification.components().forEach(component -> {
                names.add(component.column());
                names.addAll(component.aliases());
            });
            certification.epreuves().forEach(epreuve -> epreuve.lengths()
                    .forEach(length -> names.add(length.column())));
            certification.exemptions().forEach(exemption -> names.add(exemption.title()));
            certification.sources().values().forEach(source -> names.add(source.text()));
        }
        library.named().forEach(title -> names.addAll(List.of(title.code(), title.acronym(), title.title())));
        // A setting is a setting wherever it stands.
        names.remove("réglage");
        return names;
    }

    @Test
    void no_java_names_a_certification_a_block_a_component_or_a_text() throws Exception {
        List<String> found = new ArrayList<>();
        Set<String> names = names();
        for (Path file : sources()) {
            String code = Files.readString(file);
            for (String name : names) {
                // A comment may cite the code of laws that a rule of every certification comes from.
                String read = name.startsWith("code ") ? COMMENT.matcher(code).replaceAll("") : code;
                if (Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(read)
                        .find()) {
                    found.add(MAIN.relativize(file) + " names « " + name + " »");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_java_bears_a_coefficient_or_a_threshold_beside_the_word() throws Exception {
        Pattern number = Pattern.compile(
                "(?i)(coefficient|seuil|threshold|passMark)\\w*\\W{0,4}((?<![<>=!])=(?!=)|of\\()\\s*\"?\\d");
        for (Path file : sources()) {
            assertThat(number.matcher(Files.readString(file)).find())
                    .as(file.toString())
                    .isFalse();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
