package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A logo that is small on disk and huge in memory, or that is none. */
class HugePictureTest {
    @TempDir
    Path folder;

    record Act() {}

    /** What a PNG file says of its size; no pixel follows. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(head)) {
            out.writeBytes("IHDR");
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {8, 2, 0, 0, 0});
        }
        CRC32 sum = new CRC32();
        sum.update(head.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            out.writeInt(13);
            head.writeTo(out);
            out.writeInt((int) sum.getValue());
        }
        return file.toByteArray();
    }

    private String refused(byte[] picture) throws IOException {
        Files.write(folder.resolve("logo.png"), picture);
        InvalidTemplate refused = catchThrowableOfType(
                InvalidTemplate.class,
                () -> Template.load(
                        "acte.md",
                        "![Logo](logo.png)",
                        Act.class,
                        new Template.Surroundings(Lexicon.EMPTY, folder::resolve, Set.of())));
        return refused.faults().getFirst().message();
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "4000,2501", "2147483647,2147483647"})
    void it_is_refused_by_what_it_says_of_its_size(int width, int height) throws IOException {
        assertThat(refused(png(width, height)))
                .isEqualTo("«\u00a0logo.png\u00a0» mesure " + width + " × " + height
                        + " points\u00a0: réduisez l'image à 10 millions de points au plus");
    }

    @Test
    void what_is_no_picture_is_refused_as_such() throws IOException {
        assertThat(refused(png(40, 20))).contains("n'est pas une image PNG ou JPEG lisible");
        assertThat(refused("<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)))
                .contains("n'est pas une image PNG ou JPEG lisible");
    }
}
