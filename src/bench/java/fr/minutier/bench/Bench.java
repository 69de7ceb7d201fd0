package fr.minutier.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code src/bench/run}: measures the product beside others, and tells which bounds are met. */
@Command(
        name = "src/bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures Minutier beside others and beside floors; see src/docs/bench.md.")
final class Bench implements Callable<Integer> {
    private enum Part {
        kernel,
        night,
        growth,
        endurance,
        start
    }

    @Parameters(arity = "1..*", description = "What to measure: ${COMPLETION-CANDIDATES}.")
    List<Part> parts = List.of();

    @Option(names = "--rounds", description = "How often each is measured, in turn (${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--warm-up", description = "kernel: seconds before each measure (${DEFAULT-VALUE}).")
    int warmUp = 20;

    @Option(names = "--slice", description = "kernel: seconds of each measure (${DEFAULT-VALUE}).")
    int slice = 6;

    @Option(
            names = "--candidates",
            description = "night: how many; growth: and ten times; endurance: twenty times (${DEFAULT-VALUE}).")
    int candidates = 10_000;

    @Option(names = "--sessions", description = "The sessions that they are in (${DEFAULT-VALUE}).")
    int sessions = 300;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Part part : parts) {
            Findings findings =
                    switch (part) {
                        case kernel -> new Kernel(rounds, warmUp, slice).run();
                        case night -> new Nights(rounds, sessions, candidates).besideTheDisk();
                        case growth -> new Nights(rounds, sessions, candidates).growth();
                        case endurance -> new Nights(rounds, sessions, candidates).endurance();
                        case start -> new Start(rounds).run();
                    };
            findings.tell(System.out);
        }
        return 0;
    }
}
