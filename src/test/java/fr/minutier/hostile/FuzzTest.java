package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is handed in is read or refused in a sentence: within ten seconds of the processor and 512 MB, with no exception, no address
 * followed and nothing written beside. At full length: {@code -Dminutier.entrees=20000}, files of each kind; others with
 * {@code -Dminutier.graine=}.
 */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("minutier.entrees", 250);
    private static final long FIRST = Long.getLong("minutier.graine", 0) * 10_000_000;
    private static final int LIFE = 5_000;

    @ParameterizedTest
    @EnumSource
    void whatever_is_handed_in_is_read_or_refused_in_a_sentence(FuzzTarget target, @TempDir Path folder)
            throws Exception {
        for (int done = 0; done < INPUTS; done += LIFE) {
            Path work = Files.createDirectories(folder.resolve("travail"));
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            ChildJvm.Circumstances small = ChildJvm.Circumstances.ORDINARY.with(
                    "-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + temporary);
            long first = FIRST + done;
            try (ChildJvm child =
                    new ChildJvm(small, Fuzzing.class, target, first, first + Math.min(LIFE, INPUTS - done), work)) {
                int status = child.anyExitStatus();
                System.out.print(child.said());
                assertThat(status).as(child.said()).isZero();
            }
        }
    }
}
