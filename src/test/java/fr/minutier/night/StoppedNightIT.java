package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C, and the end of the machine's day: the night stops in order, and the next one goes on from there. */
@DisabledOnOs(OS.WINDOWS)
class StoppedNightIT {
    // A quiet machine needs less than two; what is held here is that it does not finish its work first.
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static TwoEvenings evenings;

    @BeforeAll
    static void liveThroughBothEvenings() throws Exception {
        evenings = new TwoEvenings(folder, 10);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, PUBLISHED", "INT, 130, TAKEN_UP", "HUP, 129, REGISTER_OPENED"})
    void a_signal_stops_the_night_in_order_and_the_next_one_ends_it(String signal, int status, String at)
            throws Exception {
        Path output = evenings.evening(signal);
        Circumstances listening = TwoEvenings.onTheSecondDay();
        // What a shell started by nohup or in its background is deaf to some, and so are all processes that it starts.
        if (isIgnored(status - 128)) {
            listening = listening.behind("env", "--default-signal=" + signal);
        }
        try (ChildJvm child = MarkedRun.start(listening, "-", 0, evenings.command(output))) {
            child.await(MarkedRun.MARK + at);
            Instant asked = Instant.now();
            new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(child.process().pid()))
                    .start();
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(status);
            Duration took = Duration.between(asked, Instant.now());
            System.out.println(signal + " stopped after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(SOON);
            assertThat(child.said().lines().filter(line -> line.startsWith("Arrêt demandé")))
                    .as(child.said())
                    .singleElement()
                    .asString()
                    .endsWith(" relancez la même commande.");
            assertThat(child.said())
                    .contains(MarkedRun.MARK + "REGISTER_CLOSED")
                    .doesNotContain("\tat ");
            if (at.equals("PUBLISHED")) {
                assertThat(child.said())
                        .containsPattern("Arrêt demandé\u00a0: [1-9]\u00a0sessions? terminées?, [1-9]\u00a0");
            }
        }
        evenings.assertCompleteOrAbsent(output, signal);
        try (ChildJvm child = MarkedRun.start(TwoEvenings.onTheSecondDay(), "-", 0, evenings.command(output))) {
            assertThat(child.exitStatus()).isEqualTo(3);
        }
        evenings.assertFinished(output, signal);
    }

    /** As Linux tells, the first signal being the lowest bit; elsewhere it is not known. */
    private static boolean isIgnored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored >> (signal - 1) & 1) != 0);
    }
}
