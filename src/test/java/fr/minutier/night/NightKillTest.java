package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import oracle.RandomSessions;
import oracle.Writer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that is killed and started again, as often as one likes, ends in the bytes of one that was never killed. More
 * kills: {@code -Dminutier.kills=300}.
 */
class NightKillTest {
    private static final int KILLS = Integer.getInteger("minutier.kills", 6);
    private static final int KILLS_IN_A_NIGHT = 3;
    private static final int SESSIONS = 8;
    private static final int LONGEST_LIFE_MS = 3_000;

    @TempDir
    static Path folder;

    private static SortedMap<String, String> undisturbed;

    /** A child process: one night. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            Night night = new Night(workplace(Path.of(arguments[0]), Path.of(arguments[1])), Set.of(), Office.silent());
            System.out.println("night");
            night.run();
            Runtime.getRuntime().halt(ChildJvm.HALTED);
        }
    }

    @BeforeAll
    static void runUndisturbed() throws Exception {
        RandomSessions sessions = new RandomSessions(8);
        Random form = new Random(8);
        for (int i = 0; i < SESSIONS; i++) {
            Writer.write(sessions.next(), input(), form);
        }
        Path output = Files.createDirectory(folder.resolve("undisturbed"));
        new Night(workplace(input(), output), Set.of(), Office.silent()).run();
        undisturbed = Tree.digests(output);
        assertThat(undisturbed).hasSizeGreaterThan(100);
    }

    @Test
    void a_night_killed_at_random_ends_in_the_bytes_of_one_that_was_not() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kills = 0; kills < KILLS; kills += KILLS_IN_A_NIGHT) {
            Path output = Files.createDirectory(folder.resolve("killed"));
            for (int kill = 0; kill < KILLS_IN_A_NIGHT; kill++) {
                try (ChildJvm child = new ChildJvm(Child.class, input(), output)) {
                    child.await("night");
                    Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
                    child.kill();
                }
                assertCompleteOrAbsent(output, "seed " + seed + ", after kill " + (kills + kill + 1));
            }
            try (ChildJvm child = new ChildJvm(Child.class, input(), output)) {
                assertThat(child.exitStatus()).isEqualTo(ChildJvm.HALTED);
            }
            String when = "seed " + seed + ", after " + (kills + KILLS_IN_A_NIGHT) + " kills";
            assertThat(Tree.digests(output)).as(when).isEqualTo(undisturbed);
            assertThat(output.resolve(".registre/travail")).as(when).isEmptyDirectory();
            assertThat(output.resolve(".registre/remplace")).as(when).isEmptyDirectory();
            Folder.delete(output);
        }
    }

    /** At any moment what lies in output is what will lie there. */
    private static void assertCompleteOrAbsent(Path output, String when) throws Exception {
        Set<String> sessions = Tree.paths(output, Files::isDirectory);
        sessions.removeIf(path -> path.contains("/"));
        for (String session : sessions) {
            assertThat(Tree.digests(output.resolve(session)))
                    .as(when + ", " + session)
                    .isEqualTo(below(session));
        }
    }

    private static SortedMap<String, String> below(String session) {
        SortedMap<String, String> files = new TreeMap<>();
        undisturbed.forEach((path, sha256) -> {
            if (path.startsWith(session + "/")) {
                files.put(path.substring(session.length() + 1), sha256);
            }
        });
        return files;
    }

    private static Path input() {
        return folder.resolve("input");
    }

    private static Workplace workplace(Path input, Path output) {
        return new Workplace(input, output, Path.of("templates"), LocalDate.of(2026, 7, 1));
    }
}
