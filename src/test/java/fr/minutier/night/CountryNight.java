package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.PostgresOfTests;
import fr.minutier.bordereau.reader.Inbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import oracle.RandomSessions;
import oracle.RawSession;
import oracle.Writer;

/** Many small sessions of every kind, what one process makes of them, and outputs in which several make them. */
final class CountryNight {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private static final int MOST_CANDIDATES = 12;

    private final Path folder;
    private final WorkersNight.Whole expected;
    private int outputs;

    CountryNight(Path folder, int sessions) throws Exception {
        this.folder = folder;
        RandomSessions supply = new RandomSessions(8);
        for (int made = 0; made < sessions; ) {
            RawSession raw = supply.next();
            if (raw.candidates() != null && raw.candidates().rows.size() <= MOST_CANDIDATES) {
                Writer.write(raw, input(), new Random(made));
                made++;
            }
        }
        Path alone = Files.createDirectories(folder.resolve("alone"));
        long begun = System.nanoTime();
        NightResult result =
                new Night(new Workplace(input(), alone, Path.of("templates"), DAY), Set.of(), Office.silent()).run();
        System.out.printf(
                "alone, in this process: %d s, %d candidates%n",
                (System.nanoTime() - begun) / 1_000_000_000,
                result.sessions().stream()
                        .mapToInt(session -> session.line().candidates())
                        .sum());
        expected = WorkersNight.Whole.of(alone, Map.of());
        assertThat(expected.entries().values()).allMatch(entries -> entries.size() == 1);
        assertThat(Inbox.list(input())).hasSizeGreaterThanOrEqualTo(sessions);
    }

    private Path input() {
        return folder.resolve("input");
    }

    /** An output in which nothing lies yet, its register on a server. */
    WorkersNight begin() throws Exception {
        return new WorkersNight(
                input(),
                Files.createDirectories(folder.resolve("output-" + ++outputs)),
                PostgresOfTests.newDatabase(),
                DAY,
                expected);
    }
}
