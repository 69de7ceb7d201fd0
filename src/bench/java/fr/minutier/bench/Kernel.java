package fr.minutier.bench;

import fr.minutier.act.Statements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A statement in memory, by one thread: every producer in turn, round after round, each in a fresh process. */
final class Kernel {
    private static final String RATE = "a second of processor";
    private static final String CLOCK = "a second";
    private static final String BYTES = "bytes";

    /** The last keeps a newer Java from telling, each time, of what JMH makes use of. */
    private static final List<String> FLAGS = Runtime.version().feature() < 24
            ? List.of("-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
            : List.of(
                    "-Xmx2g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--sun-misc-unsafe-memory-access=allow");

    private final int rounds;
    private final int warmUpSeconds;
    private final int seconds;
    private final Findings findings = new Findings("kernel");

    Kernel(int rounds, int warmUpSeconds, int seconds) {
        this.rounds = rounds;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    Findings run() throws Exception {
        Path content = ForeignContent.write(
                new Statements(Files.createTempDirectory("minutier-bench")),
                Path.of("target/bench/content").toAbsolutePath());
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("kernel, round %d of %d, statements a second of processor%n", round, rounds);
            for (Producer producer : Producer.values()) {
                add(producer.title(), measure(producer));
            }
            for (Foreign foreign : Foreign.values()) {
                Optional<Rate> rate = foreign.measure(content, warmUpSeconds, seconds);
                if (rate.isPresent()) {
                    add(foreign.title(), rate.get());
                } else if (round == 1) {
                    findings.note(foreign.title() + ": not installed");
                }
            }
        }
        compare();
        return findings;
    }

    private void add(String title, Rate rate) {
        System.out.printf("%-32s %.0f%n", title, rate.perProcessorSecond());
        findings.add(title, RATE, rate.perProcessorSecond());
        findings.add(title, CLOCK, rate.perSecond());
        findings.add(title, BYTES, rate.bytes());
    }

    private Rate measure(Producer producer) throws RunnerException {
        String all = System.getProperty("java.class.path");
        System.setProperty("java.class.path", producer.classPath(all)); // from which JMH starts its process
        try {
            RunResult result = new Runner(new OptionsBuilder()
                            .include("^" + Printing.class.getName() + "\\.print$")
                            .param("producer", producer.name())
                            .forks(1)
                            .warmupIterations(1)
                            .warmupTime(TimeValue.seconds(warmUpSeconds))
                            .measurementIterations(1)
                            .measurementTime(TimeValue.seconds(seconds))
                            .jvmArgs(FLAGS.toArray(new String[0]))
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .runSingle();
            double documents = sum(result, "documents");
            return new Rate(
                    documents / sum(result, "nanoseconds") * 1e9,
                    result.getPrimaryResult().getScore(),
                    sum(result, "bytes") / documents);
        } finally {
            System.setProperty("java.class.path", all);
        }
    }

    private static double sum(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore();
    }

    private void compare() {
        String ours = Producer.MINUTIER.title();
        String naive = Producer.NAIVE_OPENPDF.title();
        String fastest = Stream.of(Producer.JASPER, Producer.FOP, Producer.OPENHTMLTOPDF, Producer.FLYING_SAUCER)
                .map(Producer::title)
                .max(Comparator.comparingDouble(title -> findings.median(title, RATE)))
                .orElseThrow();
        findings.atLeast(
                "times the fastest template engine (" + fastest + ")", findings.ratio(ours, fastest, RATE), 50);
        findings.atLeast("times naive OpenPDF", findings.ratio(ours, naive, RATE), 18);
        if (findings.has(Foreign.TYPST.title())) {
            findings.atLeast("times Typst", findings.ratio(ours, Foreign.TYPST.title(), RATE), 25);
        }
        findings.atLeast("of the floor of ready bytes", findings.ratio(ours, Producer.FROZEN.title(), RATE), 0.35);
        findings.atMost("bytes of a statement", findings.median(ours, BYTES), 24_000);
        findings.atLeast(
                "sealed, times naive OpenPDF unsealed", findings.ratio(Producer.SEALED.title(), naive, RATE), 8);
    }
}
