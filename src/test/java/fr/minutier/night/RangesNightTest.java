package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.PostgresOfTests;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import oracle.RandomSessions;
import oracle.RawSession;
import oracle.Writer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session of more than a thousand candidates beside a small one: as it closes, and as a correction leaves every other
 * candidate as he is. Several workers print it together, in three ranges, and one makes it of what they printed. To spare
 * time most results are withheld: such candidates have their places, and no acts.
 */
class RangesNightTest {
    private static final String RESERVED = "Résultat réservé";
    private static final int CANDIDATES = 1003;
    private static final int RANGES = 3;
    /** Every so manieth candidate has acts. */
    private static final int WITH_ACTS = 25;

    private static final LocalDate CLOSED_ON = LocalDate.of(2026, 7, 2);
    private static final LocalDate CORRECTED_ON = LocalDate.of(2026, 7, 9);
    private static final long WHAT_IT_WOULD_STILL_DO_MS = 2000;

    @TempDir
    static Path folder;

    private static final Map<String, String> CLOSED = PostgresOfTests.newDatabase();
    private static String large = "";
    private static WorkersNight.Whole closed;
    private static WorkersNight.Whole corrected;

    @BeforeAll
    static void closeAndCorrectInOneProcess() throws Exception {
        RawSession session = new RandomSessions(9).next(CANDIDATES);
        RawSession.Sheet candidates = session.candidates();
        if (!candidates.headers.contains(RESERVED)) {
            candidates.headers.add(RESERVED);
        }
        for (int row = 0; row < CANDIDATES; row++) {
            candidates.rows.get(row).put(RESERVED, row % WITH_ACTS == 0 ? "" : "pièce attendue");
        }
        large = session.field("Session");
        for (String evening : List.of("first", "second")) {
            CorrectedNovember.close(folder.resolve(evening));
        }
        Writer.writeWorkbook(session, folder.resolve("first"), new Random(9));
        session.field("Date de délibération", "19/06/2025");
        session.field("PV rectificatif", "1");
        session.field("Motif", "Lieux de naissance erronés");
        for (int row = 0; row < CANDIDATES; row += 2 * WITH_ACTS) {
            candidates.rows.get(row).put("Lieu de naissance", "Brèvecombe-" + row);
        }
        Writer.writeWorkbook(session, folder.resolve("second"), new Random(9));

        Path output = Files.createDirectories(folder.resolve("closed"));
        closed = inOneProcess("first", output, CLOSED, CLOSED_ON);
        Map<String, String> base = PostgresOfTests.copyOf(CLOSED);
        corrected = inOneProcess("second", copyOfClosed("undisturbed"), base, CORRECTED_ON);
        assertThat(corrected.entries().get(large)).hasSize(2);
    }

    private static WorkersNight.Whole inOneProcess(String input, Path output, Map<String, String> base, LocalDate day)
            throws Exception {
        Workplace place = new Workplace(
                folder.resolve(input), output, TemplateFolder.of(Path.of("templates")), day, Server.of(base));
        new Night(place, Set.of(), Office.silent()).run();
        return WorkersNight.Whole.of(output, base);
    }

    private static Path copyOfClosed(String name) throws IOException {
        Path copy = folder.resolve(name);
        Office.copy(folder.resolve("closed"), copy);
        return copy;
    }

    @Test
    void workers_print_a_large_session_together_and_its_folder_is_that_of_a_single_process() throws Exception {
        Path output = Files.createDirectories(folder.resolve("together"));
        try (WorkersNight night =
                new WorkersNight(folder.resolve("first"), output, PostgresOfTests.newDatabase(), CLOSED_ON, closed)) {
            ChildJvm one = night.workerThatWaitsAt(CommitPoint.TAKEN_UP);
            ChildJvm other = night.workerThatWaitsAt(CommitPoint.TAKEN_UP);
            ChildJvm run = night.run();
            for (ChildJvm worker : List.of(one, other)) {
                worker.await(MarkedRun.WAITING); // each has taken a range
                worker.drop();
            }
            assertThat(night.hasInHand(one)).isTrue();
            MarkedRun.goOn(one);
            MarkedRun.goOn(other);

            assertThat(run.anyExitStatus()).as(run.said()).isIn(0, 3);
            night.assertWhole("together");
            assertThat(night.printersOfRanges()).hasSize(RANGES);
            assertThat(Set.copyOf(night.printersOfRanges())).hasSize(2);
            Instant taken = night.taken(large);
            assertThat(actsAndVolumes(output.resolve(large))).isNotEmpty().allSatisfy(file -> assertThat(
                            Files.getLastModifiedTime(file).toInstant())
                    .as("printed before the session was taken")
                    .isBefore(taken));
            assertThat(Files.getLastModifiedTime(output.resolve(large).resolve("proces-verbal.pdf"))
                            .toInstant())
                    .isAfter(taken);
            assertThat(night.ranges()).isEmpty();
        }
    }

    private static List<Path> actsAndVolumes(Path session) throws IOException {
        List<String> volumes =
                List.of("releves-de-notes.pdf", "releves-de-notes-2.pdf", "releves-de-notes-3.pdf", "attestations.pdf");
        try (Stream<Path> acts = Files.walk(session.resolve("candidats"))) {
            return Stream.concat(
                            acts.filter(Files::isRegularFile), volumes.stream().map(session::resolve))
                    .toList();
        }
    }

    @Test
    void of_those_who_correct_a_large_session_together_one_is_killed_one_sleeps_and_one_is_killed_at_the_end()
            throws Exception {
        try (WorkersNight night = new WorkersNight(
                folder.resolve("second"),
                copyOfClosed("struck"),
                PostgresOfTests.copyOf(CLOSED),
                CORRECTED_ON,
                corrected)) {
            ChildJvm killed = night.workerThatWaitsAt(CommitPoint.TAKEN_UP);
            ChildJvm run = night.run();
            killed.await(MarkedRun.WAITING);
            killed.drop();
            MarkedRun.goOn(killed);
            while (night.ranges().size() < 20) {
                Thread.sleep(5);
            }
            killed.kill();
            assertThat(night.printersOfRanges())
                    .as("told of while it was printed")
                    .isEmpty();

            ChildJvm asleep = night.workerThatWaitsAt(CommitPoint.CANDIDATES_PRINTED);
            asleep.await(MarkedRun.WAITING);
            asleep.drop();
            WorkersNight.signal("STOP", asleep);
            ChildJvm killedAtTheEnd = night.workerThatWaitsAt(CommitPoint.MINUTES_PRINTED);
            night.letSilencePass(asleep);
            killedAtTheEnd.await(MarkedRun.WAITING);
            killedAtTheEnd.drop();
            assertThat(night.printersOfRanges())
                    .as("who printed all, while one slept that had printed one too")
                    .hasSize(RANGES)
                    .allMatch(worker ->
                            worker.endsWith("-" + killedAtTheEnd.process().pid()));
            killedAtTheEnd.kill();
            night.worker();
            assertThat(run.anyExitStatus()).as(run.said()).isIn(0, 3);
            night.assertWhole("while one sleeps");

            MarkedRun.goOn(asleep);
            WorkersNight.signal("CONT", asleep);
            night.awaitHeard(asleep);
            Thread.sleep(WHAT_IT_WOULD_STILL_DO_MS);
            night.assertWhole("once it is awake");
            assertThat(night.ranges())
                    .as("ranges that were told of, once their session is published")
                    .noneMatch(path -> path.toString()
                            .contains("-" + killedAtTheEnd.process().pid() + "/"));
        }
    }
}
