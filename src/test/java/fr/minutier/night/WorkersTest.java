package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

    private static CountryNight night;

    @BeforeAll
    static void makeItAlone() throws Exception {
        night = new CountryNight(folder, SESSIONS);
    }

    static Stream<Integer> crews() {
        return Arrays.stream(System.getProperty("minutier.ouvriers", "2,4").split(","))
                .map(Integer::valueOf);
    }

    @ParameterizedTest
    @MethodSource("crews")
    void workers_make_the_tree_of_a_single_process_byte_for_byte(int workers) throws Exception {
        try (CountryNight.Attempt attempt = night.begin()) {
            for (int worker = 1; worker <= workers; worker++) {
                attempt.worker();
            }
            long begun = System.nanoTime();
            attempt.finish(workers + " workers");
            System.out.printf("%d workers: %d s%n", workers, (System.nanoTime() - begun) / 1_000_000_000);
            try (ChildJvm again = attempt.run()) {
                assertThat(again.exitStatus()).isEqualTo(3);
            }
            attempt.assertWhole("again");
        }
    }
}
