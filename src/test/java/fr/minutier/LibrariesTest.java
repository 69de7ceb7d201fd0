package fr.minutier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the program is made of beside its own classes is what a page lists: a new library, or another version, is seen by
 * whoever reads a change.
 */
class LibrariesTest {
    private static final Path PAGE = Path.of("src/docs/bibliotheques.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|$");

    /** As the build resolved them: {@code …/org/group/artifact/version/artifact-version.jar}. */
    private static List<Path> jars = List.of();

    @BeforeAll
    static void asTheBuildResolvedThem() throws IOException {
        String path = Files.readString(Path.of("target/bibliotheques.txt")).strip();
        jars = Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    @Test
    void every_library_and_its_version_is_on_the_page() throws IOException {
        Map<String, String> used = new TreeMap<>();
        for (Path jar : jars) {
            Path version = jar.getParent();
            used.put(
                    version.getParent().getFileName().toString(),
                    version.getFileName().toString());
        }
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            listed.put(row.group(1), row.group(2));
        }
        assertThat(listed).as(PAGE.toString()).isEqualTo(used);
    }

    @Test
    void no_class_comes_from_two_libraries() throws IOException {
        Map<String, TreeSet<String>> homes = new TreeMap<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                        .filter(name -> !name.endsWith("-info.class"))
                        .forEach(name -> homes.computeIfAbsent(name, any -> new TreeSet<>())
                                .add(jar.getFileName().toString()));
            }
        }
        homes.values().removeIf(places -> places.size() == 1);
        assertThat(homes).isEmpty();
    }
}
