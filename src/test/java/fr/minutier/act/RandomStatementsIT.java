package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.Night;
import fr.minutier.night.Progress;
import fr.minutier.night.Workplace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import oracle.Handed;
import oracle.RandomSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand statements of random candidates, from bordereau to paper: whoever adds up by hand what the paper says finds
 * what it decides.
 *
 * <p>Another seed: {@code -Dminutier.graine=7}.
 */
class RandomStatementsIT {
    private static final long SEED = Long.getLong("minutier.graine", 20_260_704L);
    private static final int STATEMENTS = 1_000;

    @TempDir
    Path folder;

    @Test
    void a_thousand_statements_follow_from_what_they_print() throws Exception {
        RandomSessions sessions = new RandomSessions(SEED);
        Random form = new Random(SEED);
        int read = 0;
        for (int night = 1; read < STATEMENTS; night++) {
            Path place = Files.createDirectory(folder.resolve("night" + night));
            for (int i = 0; i < 20; i++) {
                // Sessions of any kind, and final ones whose only faults are those of candidates.
                Handed.whole(i % 2 == 0 ? sessions.next() : sessions.next(40), place.resolve("input"), form);
            }
            Path output = Files.createDirectory(place.resolve("output"));
            Workplace workplace =
                    new Workplace(place.resolve("input"), output, Path.of("templates"), LocalDate.of(2026, 7, 1));
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            new Night(workplace, Set.of(), new Progress(nowhere, false)).run();
            List<Path> statements = statements(output);
            assertThat(statements).hasSizeGreaterThan(100);
            statements.parallelStream().forEach(RandomStatementsIT::assertFollows);
            read += statements.size();
        }
    }

    private static List<Path> statements(Path output) throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            return all.filter(file -> file.endsWith("releve-de-notes.pdf"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertFollows(Path file) {
        try {
            ReadStatement statement = ReadStatement.of(Files.readAllBytes(file));
            assertThat(statement.number())
                    .isEqualTo(file.getParent().getFileName().toString());
            assertThat(statement.blocks()).hasSize(3);
            statement.assertFollows();
        } catch (AssertionError e) {
            throw new AssertionError(file + " (seed " + SEED + ")\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
