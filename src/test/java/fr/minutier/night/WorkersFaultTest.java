package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.CuttableLink;
import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, sleeps or is cut off in a night of several processes: one entry and one file to each act, with the bytes of
 * a single process. Here one fault of each kind or nearly; many: {@code -Dminutier.fautes=50 -Dminutier.sessions=60}.
 */
class WorkersFaultTest {
    private static final int FAULTS = Integer.getInteger("minutier.fautes", 4);
    private static final int SESSIONS = Integer.getInteger("minutier.sessions", 24);

    /** What goes wrong. */
    private enum Fault {
        WORKER_PAUSED,
        SERVER_CRASHED,
        RUN_KILLED,
        LINK_CUT,
        WORKER_KILLED
    }

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatever_fails_each_act_is_on_record_once_with_the_bytes_of_a_single_process() throws Exception {
        CountryNight night = new CountryNight(folder, SESSIONS);
        Map<Fault, Integer> met = new EnumMap<>(Fault.class);
        for (int fault = 0; fault < FAULTS; fault++) {
            Fault kind = Fault.values()[fault % Fault.values().length];
            int after = random.nextInt(SESSIONS * 2 / 3);
            String when = kind + " after " + after + " sessions, fault " + fault + " of seed " + seed;
            try (CountryNight.Attempt attempt = night.begin()) {
                if (happens(kind, after, attempt, when)) {
                    met.merge(kind, 1, Integer::sum);
                }
            }
        }
        System.out.println("faults that met a night under way (seed " + seed + "): " + met);
    }

    /** False when the night had ended before. */
    private static boolean happens(Fault kind, int after, CountryNight.Attempt attempt, String when) throws Exception {
        try (CuttableLink link = new CuttableLink(PostgresOfTests.port())) {
            Map<String, String> through = new HashMap<>(attempt.environment);
            through.replaceAll((name, url) -> url.replace(":" + PostgresOfTests.port() + "/", ":" + link.port() + "/"));
            ChildJvm struck = attempt.worker(through);
            attempt.worker();
            ChildJvm run = attempt.run();
            attempt.awaitPublished(after);
            boolean underWay = run.process().isAlive();
            switch (kind) {
                case WORKER_KILLED -> struck.kill();
                case RUN_KILLED -> run.kill();
                case SERVER_CRASHED -> PostgresOfTests.crash();
                case LINK_CUT -> link.cut();
                case WORKER_PAUSED -> signal("STOP", struck);
            }
            int status = run.anyExitStatus();
            if (kind != Fault.RUN_KILLED && kind != Fault.SERVER_CRASHED) {
                assertThat(status).as(when + "\n" + run.said()).isIn(0, 3);
            }
            if (kind == Fault.WORKER_PAUSED) {
                signal("CONT", struck);
            }
            link.mend();
            attempt.finish(when);
            Thread.sleep(1000); // what a worker that is back would still do
            attempt.assertWhole(when + ", and later");
            return underWay;
        }
    }

    private static void signal(String name, ChildJvm child) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill",
                                "-" + name,
                                Long.toString(child.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
