package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import fr.minutier.ChildJvm;
import fr.minutier.cli.Minutier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import oracle.SizedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night of a given size needs. Here small sessions in a small heap, which would not hold them if the whole night
 * were kept; other sizes are measured by
 *
 * <pre>./mvnw test -Dtest=SizeTest -Dminutier.taille=1x400,1x5000,1000x30 -Dminutier.tas=512m</pre>
 */
class SizeTest {
    private static final String SIZES = System.getProperty("minutier.taille", "1x200,20x10");
    private static final String HEAP = System.getProperty("minutier.tas", "80m");

    @TempDir
    Path folder;

    /** A child process: the command line, and at its end what it took. */
    static final class Measured {
        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(Measured::tell));
            Minutier.main(arguments);
        }

        private static void tell() {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(
                    "took %d s of wall, %d s of processor, %d MB of heap at most, %s resident%n",
                    ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
                    system.getProcessCpuTime() / 1_000_000_000,
                    heap >> 20,
                    resident());
        }

        private static String resident() {
            try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
                return status.filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                        .orElse("?");
            } catch (IOException e) {
                return "?"; // only Linux tells
            }
        }
    }

    @Test
    void a_night_needs_no_more_memory_than_the_sessions_in_hand() throws Exception {
        for (String size : SIZES.split(",")) {
            int sessions = Integer.parseInt(size.substring(0, size.indexOf('x')));
            int candidates = Integer.parseInt(size.substring(size.indexOf('x') + 1));
            Path input = folder.resolve("input-" + size);
            Path output = folder.resolve("output-" + size);
            SizedInput.write(input, sessions, candidates);
            try (ChildJvm child = new ChildJvm(
                    ChildJvm.Circumstances.ORDINARY.with("-Xmx" + HEAP, "-XX:TieredStopAtLevel=4"),
                    Measured.class,
                    "run",
                    "--input",
                    input,
                    "--output",
                    output,
                    "--templates",
                    "templates")) {
                assertThat(child.anyExitStatus()).as(child.said()).isIn(0, 3);
                child.said()
                        .lines()
                        .filter(line -> line.startsWith("took "))
                        .forEach(
                                line -> System.out.println(size + " with " + HEAP + ": " + line + ", " + disk(output)));
            }
            assertThat(Tree.paths(output, path -> path.endsWith("proces-verbal.pdf")))
                    .hasSize(sessions);
            Folder.delete(input);
            Folder.delete(output);
        }
    }

    private static String disk(Path output) {
        try (Stream<Path> all = Files.walk(output)) {
            long bytes = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return (bytes >> 20) + " MB on disk, " + (Files.size(output.resolve(".registre/registre.mv.db")) >> 20)
                    + " of them the register";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
