package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several processes make of a night what one does. Here few sessions; many: {@code
 * -Dminutier.sessions=300 -Dminutier.ouvriers=1,2,4}, which tells how long each crew took.
 */
class WorkersTest {
    private static final int SESSIONS = Integer.getInteger("minutier.sessions", 24);

    @TempDir
    static Path folder;

    static Stream<Integer> crews() {
        return Arrays.stream(System.getProperty("minutier.ouvriers", "2,4").split(","))
                .map(Integer::valueOf);
    }

    /** Made when it is first asked for. */
    private static final class Alone {
        static final CountryNight NIGHT = made();

        private static CountryNight made() {
            try {
                return new CountryNight(folder.resolve("country"), SESSIONS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crews")
    void workers_make_the_tree_of_a_single_process_byte_for_byte(int workers) throws Exception {
        try (WorkersNight night = Alone.NIGHT.begin()) {
            assertThatTheyMakeTheSame(night, workers);
        }
    }

    @Test
    void workers_correct_and_replace_what_an_evening_before_left_as_a_single_process_does() throws Exception {
        TwoEvenings evenings = new TwoEvenings(folder.resolve("evenings"), SESSIONS, PostgresOfTests.newDatabase());
        try (WorkersNight night = evenings.begin()) {
            assertThatTheyMakeTheSame(night, 2);
        }
    }

    private static void assertThatTheyMakeTheSame(WorkersNight night, int workers) throws Exception {
        for (int worker = 1; worker <= workers; worker++) {
            night.worker();
        }
        long begun = System.nanoTime();
        night.finish(workers + " workers");
        System.out.printf("%d workers: %d s%n", workers, (System.nanoTime() - begun) / 1_000_000_000);
        try (ChildJvm again = night.run()) {
            assertThat(again.exitStatus()).isEqualTo(3);
        }
        night.assertWhole("again");
    }
}
