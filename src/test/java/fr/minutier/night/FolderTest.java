package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void three_files() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "un");
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b").resolve("c.txt"), "deux");
        Files.writeString(folder.resolve("b.txt"), "trois");
    }

    @Test
    void the_digest_is_what_sha256sum_says() throws IOException {
        // find . -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum
        assertThat(Folder.digest(folder)).isEqualTo("641dbcee7c7cc1810766014bb762ad8b88d1ac31c23242dc178ea7db23621a70");
    }

    @Test
    void times_and_rights_do_not_count_but_names_and_bytes_do() throws IOException {
        String before = Folder.digest(folder);
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.fromMillis(0));
        assertThat(Folder.digest(folder)).isEqualTo(before);

        Files.move(folder.resolve("a.txt"), folder.resolve("z.txt"));
        String renamed = Folder.digest(folder);
        assertThat(renamed).isNotEqualTo(before);

        Files.writeString(folder.resolve("b.txt"), "quatre");
        assertThat(Folder.digest(folder)).isNotEqualTo(renamed);
    }

    @Test
    void the_group_may_read_and_the_others_may_not() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Folder.open(folder, null);
        assertThat(rights(folder.resolve("b"))).isEqualTo("rwxr-x---");
        assertThat(rights(folder.resolve("b").resolve("c.txt"))).isEqualTo("rw-r-----");
    }

    @Test
    void a_link_is_deleted_and_what_it_names_stays() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("file"), "stays");
        Files.createSymbolicLink(folder.resolve("b").resolve("link"), kept);

        Folder.delete(folder.resolve("b"));

        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(kept.resolve("file")).hasContent("stays");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
