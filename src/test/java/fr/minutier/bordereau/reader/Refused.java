package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;

/** Reads what should be refused, and holds the sentence to what every such sentence must be. */
final class Refused {

    private static final Path FORMATS = Path.of("src", "test", "resources", "formats");

    private Refused() {}

    /** What came of reading, which came soon and without an exception. */
    static Reading read(Path file, String name) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> BordereauReader.read(file, name), name);
    }

    /** The sentence that the person gets: it names the file, says what was found and what to do. */
    static String sentence(Path file) {
        Reading reading = read(file, "jury.ods");
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        String sentence = ((Reading.Unreadable) reading).sentence();
        assertThat(sentence)
                .contains("«\u00A0jury.ods\u00A0»")
                .contains("\u00A0: ")
                .endsWith(".")
                .doesNotContain("Exception")
                .doesNotContain("null");
        return sentence;
    }

    /** One of the files that a spreadsheet program made. */
    static Path format(String name) {
        return FORMATS.resolve(name);
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(format(name));
    }
}
