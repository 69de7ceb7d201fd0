package fr.minutier.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import oracle.SizedInput;

/** Folders for a measure, on the disk of the project. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private int fresh;

    Scratch() throws IOException {
        Files.createDirectories(Path.of("target/bench"));
        folder = Files.createTempDirectory(Path.of("target/bench").toAbsolutePath(), "scratch");
    }

    /** Where the classes of the bench lie. */
    static Path classes() {
        try {
            return Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A path at which nothing is yet. */
    Path fresh() {
        return folder.resolve("" + fresh++);
    }

    /** Workbooks of that many candidates, spread evenly over that many sessions; always the same. */
    Path input(int sessions, int candidates) throws Exception {
        Path input = fresh();
        int larger = candidates % sessions;
        SizedInput.write(input, sessions - larger, candidates / sessions);
        if (larger > 0) {
            SizedInput.write(input, larger, candidates / sessions + 1);
        }
        return input;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
