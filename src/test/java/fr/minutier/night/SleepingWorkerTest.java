package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.PostgresOfTests;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker that falls asleep while it publishes, at one place after another, for longer than it may. Another one publishes
 * the session from what it finds; the one that wakes up moves nothing that is on record by then.
 */
class SleepingWorkerTest {
    private static final LocalDate CLOSED_ON = LocalDate.of(2025, 11, 21);
    private static final LocalDate CORRECTED_ON = LocalDate.of(2025, 12, 5);
    private static final long WHAT_IT_WOULD_STILL_DO_MS = 3000;

    @TempDir
    static Path folder;

    private static final Map<String, String> CLOSED = PostgresOfTests.newDatabase();
    private static WorkersNight.Whole closed;
    private static WorkersNight.Whole corrected;

    @BeforeAll
    static void closeAndCorrectInOneProcess() throws Exception {
        CorrectedNovember.close(folder.resolve("first"));
        CorrectedNovember.correct(folder.resolve("second"));
        Path output = Files.createDirectories(folder.resolve("closed"));
        night("first", output, CLOSED, CLOSED_ON);
        closed = WorkersNight.Whole.of(output, CLOSED);
        Map<String, String> base = PostgresOfTests.copyOf(CLOSED);
        Path undisturbed = copyOfClosed("undisturbed");
        night("second", undisturbed, base, CORRECTED_ON);
        corrected = WorkersNight.Whole.of(undisturbed, base);
        assertThat(corrected.tree()).isNotEqualTo(closed.tree());
    }

    private static void night(String input, Path output, Map<String, String> base, LocalDate day) throws Exception {
        Workplace place = new Workplace(
                folder.resolve(input), output, TemplateFolder.of(Path.of("templates")), day, Server.of(base));
        new Night(place, Set.of(), Office.silent()).run();
    }

    private static Path copyOfClosed(String name) throws IOException {
        Path copy = folder.resolve(name);
        Office.copy(folder.resolve("closed"), copy);
        return copy;
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitPoint.class,
            names = {"PREPARED", "KEPT", "MOVED_ASIDE", "MOVED_IN"})
    void a_worker_asleep_while_a_folder_is_replaced_leaves_the_one_that_another_published(CommitPoint point)
            throws Exception {
        try (WorkersNight night = new WorkersNight(
                folder.resolve("second"),
                copyOfClosed("replaced-" + point),
                PostgresOfTests.copyOf(CLOSED),
                CORRECTED_ON,
                corrected)) {
            // Once for as long as it takes to be thought dead.
            assertThatOneAsleepChangesNothing(night, point, point == CommitPoint.MOVED_ASIDE);
        }
    }

    @Test
    void a_worker_asleep_before_it_moves_a_first_edition_leaves_the_one_that_another_published() throws Exception {
        Path output = Files.createDirectories(folder.resolve("new"));
        try (WorkersNight night =
                new WorkersNight(folder.resolve("first"), output, PostgresOfTests.newDatabase(), CLOSED_ON, closed)) {
            assertThatOneAsleepChangesNothing(night, CommitPoint.KEPT, false);
        }
    }

    private static void assertThatOneAsleepChangesNothing(WorkersNight night, CommitPoint point, boolean inFull)
            throws Exception {
        ChildJvm asleep = night.workerThatWaitsAt(point);
        ChildJvm run = night.run();
        asleep.await(MarkedRun.WAITING);
        asleep.drop();
        WorkersNight.signal("STOP", asleep);
        int before = night.published();
        night.worker();
        if (!inFull) {
            night.letSilencePass(asleep);
        }
        assertThat(run.anyExitStatus()).as(run.said()).isIn(0, 3);
        assertThat(before).isZero();
        assertThat(night.published()).isOne();
        night.assertWhole(point + ", asleep");

        MarkedRun.goOn(asleep);
        WorkersNight.signal("CONT", asleep);
        night.awaitHeard(asleep);
        Thread.sleep(WHAT_IT_WOULD_STILL_DO_MS);
        night.assertWhole(point + ", awake");
        night.finish(point + ", another night");
    }
}
