package fr.minutier.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A cold run of one small session, beside a Java machine that does nothing and a job that does nothing. */
final class Start {
    private static final int CANDIDATES = 30;
    private static final String OURS = "./minutier run, 30 candidates";
    private static final String EMPTY = "empty Spring Batch job on H2";
    private static final String BARE = "bare Java machine";
    private static final String CLOCK = "s";
    private static final String PROCESSOR = "s of processor";

    private final int rounds;
    private final Findings findings = new Findings("start");

    Start(int rounds) {
        this.rounds = rounds;
    }

    Findings run() throws Exception {
        try (Scratch scratch = new Scratch()) {
            Path input = scratch.input(1, CANDIDATES);
            Took.by(Launcher.night(input, scratch.fresh())); // built, if it was not
            List<String> java = Launcher.java(input, scratch.fresh());
            Path databases = Files.createDirectories(scratch.fresh());
            List<String> empty = Launcher.withItsOwnCache(java, EmptyJob.class, databases.toString());
            List<String> bare = List.of(
                    java.getFirst(), "-XX:+UseSerialGC", "-cp", "target/bench/bench.jar", Nothing.class.getName());
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("start, round %d of %d%n", round, rounds);
                add(OURS, Took.by(Launcher.night(input, scratch.fresh())));
                add(EMPTY, Took.by(empty));
                add(BARE, Took.by(bare));
            }
            findings.note("flags: " + String.join(" ", java.subList(1, java.size())));
        }
        findings.atMost("times an empty Spring Batch job", findings.ratio(OURS, EMPTY, CLOCK), 2.5);
        findings.atMost("times a bare Java machine", findings.ratio(OURS, BARE, CLOCK), 25);
        return findings;
    }

    private void add(String what, Took took) {
        findings.add(what, CLOCK, took.seconds());
        findings.add(what, PROCESSOR, took.processorSeconds());
    }
}
