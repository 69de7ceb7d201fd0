package fr.minutier.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder given replaces the program's own file by file. */
class TemplateFolderTest {
    @TempDir
    Path place;

    private Path given;
    private Path own;
    private TemplateFolder folder;

    @BeforeEach
    void two_folders() throws IOException {
        given = place.resolve("given");
        own = place.resolve("own");
        write(own, "style.yaml");
        write(own, "acts/a.md");
        write(own, "acts/b.md");
        write(given, "acts/b.md");
        write(given, "acts/c.md");
        folder = new TemplateFolder(given, own);
    }

    private static void write(Path folder, String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), file);
    }

    @Test
    void a_file_that_is_given_replaces_the_program_s() {
        assertThat(folder.file("acts/b.md")).isEqualTo(given.resolve("acts/b.md"));
    }

    @Test
    void a_file_that_is_not_given_is_the_program_s() {
        assertThat(folder.file("acts/a.md")).isEqualTo(own.resolve("acts/a.md"));
        assertThat(folder.file("style.yaml")).isEqualTo(own.resolve("style.yaml"));
        assertThat(folder.file("nowhere.md")).isEqualTo(own.resolve("nowhere.md"));
    }

    @Test
    void all_files_are_listed_once() throws IOException {
        assertThat(folder.files("")).containsExactly("acts/a.md", "acts/b.md", "acts/c.md", "style.yaml");
        assertThat(folder.files("acts")).containsExactly("acts/a.md", "acts/b.md", "acts/c.md");
    }

    @Test
    void a_part_that_neither_has_is_told() {
        assertThatThrownBy(() -> folder.files("certifications")).isInstanceOf(NoSuchFileException.class);
    }
}
