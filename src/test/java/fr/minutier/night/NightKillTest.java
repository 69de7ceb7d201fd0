package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that is killed and started again, as often as one likes, ends in the bytes of one that was never killed. Here
 * a few kills; many, at every commit point, over many sessions: {@code -Dminutier.kills=30 -Dminutier.sessions=40}.
 */
class NightKillTest {
    private static final int KILLS = Integer.getInteger("minutier.kills", 0);
    private static final int SESSIONS = Integer.getInteger("minutier.sessions", 10);
    private static final int FEW = 4;
    private static final int TIMES_EACH = 2;
    private static final int KILLS_IN_A_NIGHT = 10;

    @TempDir
    static Path folder;

    private static TwoEvenings evenings;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<String> report = new ArrayList<>();
    private int nights;

    @BeforeAll
    static void liveThroughBothEvenings() throws Exception {
        evenings = new TwoEvenings(folder, SESSIONS);
    }

    @Test
    void a_night_killed_at_random_ends_in_the_bytes_of_one_that_was_not() throws Exception {
        int kills = KILLS == 0 ? FEW : KILLS;
        Map<String, Integer> phases = new TreeMap<>();
        int longestLife = millisecondsOfWork();
        Path output = evenings.evening("random");
        for (int kill = 1; kill <= kills; kill++) {
            String when = "seed " + seed + ", kill " + kill;
            boolean over;
            try (ChildJvm child = child(output, "-", 0)) {
                if (kill % 5 != 0) { // most of them while it works, some while it starts
                    child.await(MarkedRun.MARK + CommitPoint.REGISTER_OPENED);
                }
                Thread.sleep(random.nextInt(longestLife));
                child.kill();
                child.anyExitStatus();
                phases.merge(phase(child), 1, Integer::sum);
                over = phase(child).equals(CommitPoint.REGISTER_CLOSED.name());
            }
            evenings.assertCompleteOrAbsent(output, when);
            if (over || kill % KILLS_IN_A_NIGHT == 0 || kill == kills) {
                finish(output, when);
                Folder.delete(output);
                output = evenings.evening("random");
            }
        }
        System.out.println("kills at random by phase (seed " + seed + "): " + phases);
    }

    @Test
    void a_night_killed_right_after_any_commit_point_ends_in_the_bytes_of_one_that_was_not() throws Exception {
        List<CommitPoint> points = new ArrayList<>(EnumSet.allOf(CommitPoint.class));
        if (KILLS == 0) {
            Collections.shuffle(points, random);
            points = points.subList(0, FEW);
            Collections.sort(points);
        }
        Map<CommitPoint, Integer> killed = new EnumMap<>(CommitPoint.class);
        Path output = evenings.evening("points");
        for (CommitPoint point : points) {
            for (int times = 1; times <= (KILLS == 0 ? 1 : TIMES_EACH); times++) {
                String when = "seed " + seed + ", after " + report + ", now " + point + " " + times;
                if (!halts(output, point, times)) {
                    // All was done before that: once more, from the first evening.
                    evenings.assertFinished(output, when);
                    Folder.delete(output);
                    output = evenings.evening("points");
                    if (!halts(output, point, times)) {
                        // A night comes to some points once only.
                        assertThat(killed).as(when).containsKey(point);
                        continue;
                    }
                }
                killed.merge(point, 1, Integer::sum);
                report.add(point + " " + times);
                evenings.assertCompleteOrAbsent(output, when);
            }
        }
        finish(output, "seed " + seed + ", after " + report);
        assertThat(killed.keySet()).containsExactlyInAnyOrderElementsOf(points);
        System.out.println("kills by commit point (seed " + seed + ", " + nights + " runs): " + killed);
    }

    /** How long the second evening takes from its register to its end, when nothing disturbs it. */
    private int millisecondsOfWork() throws Exception {
        Path output = evenings.evening("timed");
        try (ChildJvm child = child(output, "-", 0)) {
            child.await(MarkedRun.MARK + CommitPoint.REGISTER_OPENED);
            long opened = System.nanoTime();
            assertThat(child.exitStatus()).as(child.said()).isEqualTo(3);
            return Math.toIntExact((System.nanoTime() - opened) / 1_000_000);
        } finally {
            Folder.delete(output);
        }
    }

    /** Runs the night until it comes to the point for so manieth time; false when it ended before. */
    private boolean halts(Path output, CommitPoint point, int times) throws Exception {
        try (ChildJvm child = child(output, point.name(), times)) {
            int status = child.exitStatus();
            assertThat(status).as(child.said()).isIn(3, ChildJvm.HALTED);
            return status == ChildJvm.HALTED;
        }
    }

    private void finish(Path output, String when) throws Exception {
        try (ChildJvm child = child(output, "-", 0)) {
            assertThat(child.exitStatus()).as(when + child.said()).isEqualTo(3);
        }
        evenings.assertFinished(output, when);
    }

    private ChildJvm child(Path output, String point, int times) throws Exception {
        nights++;
        return MarkedRun.start(TwoEvenings.onTheSecondDay(), point, times, evenings.command(output));
    }

    /** Where the child was when it died: just after the point named, or before any. */
    private static String phase(ChildJvm child) {
        return Arrays.stream(child.said().split("\n"))
                .filter(line -> line.startsWith(MarkedRun.MARK))
                .reduce((before, last) -> last)
                .map(line -> line.substring(MarkedRun.MARK.length()))
                .orElse("starting");
    }
}
