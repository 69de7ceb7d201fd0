package fr.minutier.certification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where definitions and templates lie: the folder given, and behind it the program's own, which has every file that the
 * first one leaves out.
 *
 * @param given looked into first
 * @param own that of the program; the same when no other is given
 */
public record TemplateFolder(Path given, Path own) {

    /** A folder that must hold everything. */
    public static TemplateFolder of(Path folder) {
        return new TemplateFolder(folder, folder);
    }

    /**
     * The file of that path below the folder, for instance {@code acts/releve-de-notes.md}. It is that of the program when
     * neither folder has it.
     */
    public Path file(String path) {
        Path first = given.resolve(path);
        return Files.exists(first) ? first : own.resolve(path);
    }

    /**
     * The paths of all files below one part of the folder, sorted, as {@link #file} takes them; those of the part
     * {@code ""} are all.
     *
     * @throws NoSuchFileException when neither folder has that part
     * @throws IOException when a folder cannot be read
     */
    public List<String> files(String part) throws IOException {
        Set<String> paths = new TreeSet<>();
        boolean found = false;
        for (Path folder : List.of(given, own)) {
            Path start = folder.resolve(part);
            if (Files.isDirectory(start)) {
                found = true;
                try (Stream<Path> all = Files.walk(start)) {
                    all.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .forEach(paths::add);
                }
            }
        }
        if (!found) {
            throw new NoSuchFileException(own.resolve(part).toString());
        }
        return List.copyOf(paths);
    }
}
