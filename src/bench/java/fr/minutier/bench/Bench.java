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

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Part part : parts) {
            Findings findings =
                    switch (part) {
                        case kernel -> new Kernel(rounds, warmUp, slice).run();
                        case night, start -> throw new UnsupportedOperationException();
                    };
            findings.tell(System.out);
        }
        return 0;
    }
}
