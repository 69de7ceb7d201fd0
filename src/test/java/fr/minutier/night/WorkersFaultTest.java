package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.CuttableLink;
import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, sleeps or is cut off in a night of several processes: one entry and one file to each act, with the bytes of
 * a single process. Half of the nights make everything anew, the others correct what an evening before left. Here one fault
 * of each kind; many: {@code -Dminutier.fautes=50 -Dminutier.sessions=60}.
 */
class WorkersFaultTest {
    private static final int FAULTS = Integer.getInteger("minutier.fautes", Fault.values().length);
    private static final int SESSIONS = Integer.getInteger("minutier.sessions", 24);
    /** From so many on, each kind must have met a night under way. */
    private static final int MANY = 2 * Fault.values().length;

    /** What goes wrong. */
    private enum Fault {
        WORKER_PAUSED,
        SERVER_CRASHED,
        RUN_KILLED,
        LINK_CUT,
        WORKER_KILLED;

        /** Whether the run itself goes on, and ends well. */
        boolean sparesTheRun() {
            return this != RUN_KILLED && this != SERVER_CRASHED;
        }
    }

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatever_fails_each_act_is_on_record_once_with_the_bytes_of_a_single_process() throws Exception {
        CountryNight first = new CountryNight(folder.resolve("country"), SESSIONS);
        TwoEvenings second = new TwoEvenings(folder.resolve("evenings"), SESSIONS, PostgresOfTests.newDatabase());
        Map<Fault, Integer> met = new EnumMap<>(Fault.class);
        Arrays.stream(Fault.values()).forEach(kind -> met.put(kind, 0));
        for (int fault = 0; fault < FAULTS; fault++) {
            Fault kind = Fault.values()[fault % Fault.values().length];
            boolean correcting = fault % 2 == 1;
            // Of the second evening, about half of the sessions stay as they are.
            int after = random.nextInt(SESSIONS * (correcting ? 1 : 2) / 3);
            String when = kind + (correcting ? " while correcting" : "") + " after " + after + " editions, fault "
                    + (fault + 1) + " of " + FAULTS + ", seed " + seed;
            try (WorkersNight night = correcting ? second.begin() : first.begin()) {
                long begun = System.nanoTime();
                boolean underWay = happens(kind, after, night, when);
                met.merge(kind, underWay ? 1 : 0, Integer::sum);
                System.out.printf(
                        "%s: %s, %d s%n",
                        when, underWay ? "met" : "came too late", (System.nanoTime() - begun) / 1_000_000_000);
            }
        }
        System.out.printf(
                "faults that met a night under way: %d of %d %s (seed %d)%n",
                met.values().stream().mapToInt(Integer::intValue).sum(), FAULTS, met, seed);
        if (FAULTS >= MANY) {
            assertThat(met).allSatisfy((kind, times) -> assertThat(times)
                    .as("how often " + kind + " met a night under way, seed " + seed)
                    .isPositive());
        }
    }

    /** False when whom it was to strike had nothing in hand any more. */
    private static boolean happens(Fault kind, int after, WorkersNight night, String when) throws Exception {
        try (CuttableLink link = new CuttableLink(PostgresOfTests.port())) {
            Map<String, String> through = new HashMap<>(night.environment);
            through.replaceAll((name, url) -> url.replace(":" + PostgresOfTests.port() + "/", ":" + link.port() + "/"));
            ChildJvm struck = night.worker(through);
            night.worker();
            ChildJvm run = night.run();
            boolean underWay = night.awaitInHand(struck, after, run);
            switch (kind) {
                case WORKER_KILLED -> struck.kill();
                case RUN_KILLED -> run.kill();
                case SERVER_CRASHED -> PostgresOfTests.crash();
                case LINK_CUT -> link.cut();
                case WORKER_PAUSED -> WorkersNight.signal("STOP", struck);
            }
            boolean isBack = underWay && kind != Fault.WORKER_KILLED;
            if (underWay && (kind == Fault.LINK_CUT || kind == Fault.WORKER_PAUSED)) {
                underWay = night.hasInHand(struck);
                night.letSilencePass(struck);
            }
            int status = run.anyExitStatus();
            if (kind.sparesTheRun()) {
                assertThat(status).as(when + "\n" + run.said()).isIn(0, 3);
                night.assertWhole(when + ", before it is back");
            }
            if (kind == Fault.WORKER_PAUSED) {
                WorkersNight.signal("CONT", struck);
            }
            link.mend();
            if (isBack) {
                night.awaitHeard(struck);
            }
            night.finish(when);
            Thread.sleep(1000); // what a worker that is back would still do
            night.assertWhole(when + ", and later");
            return underWay;
        }
    }
}
