package fr.minutier.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whole nights, from bordereaux to published files, each in a fresh folder by {@code ./minutier run}. */
final class Nights {
    private static final String NIGHT = "night";
    private static final String TENFOLD = "night of ten times as many";
    private static final String FLOOR = "floor: the same files";
    private static final String CLOCK = "s";
    private static final String PROCESSOR = "s of processor";
    private static final String BUSY = "of all processors";
    private static final double ENOUGH_BUSY = 0.9;
    /** Disk that a candidate takes, in bytes, generously. */
    private static final long ROOM = 300_000;

    private static final int TENTHS = 10;

    private final int rounds;
    private final int sessions;
    private final int candidates;

    Nights(int rounds, int sessions, int candidates) {
        this.rounds = rounds;
        this.sessions = sessions;
        this.candidates = candidates;
    }

    /** A night beside the floor of its files. */
    Findings besideTheDisk() throws Exception {
        Findings findings = new Findings("night");
        try (Scratch scratch = new Scratch()) {
            Path input = scratch.input(sessions, candidates);
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("night, round %d of %d%n", round, rounds);
                Path output = scratch.fresh();
                add(findings, NIGHT, Took.by(Launcher.night(input, output)));
                Path copy = scratch.fresh();
                Took floor = Took.by(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        Scratch.classes().toString(),
                        FileFloor.class.getName(),
                        output.toString(),
                        copy.toString()));
                findings.add(FLOOR, CLOCK, Double.parseDouble(floor.said().strip()));
                Scratch.delete(output);
                Scratch.delete(copy);
            }
        }
        double part = findings.ratio(FLOOR, NIGHT, CLOCK);
        double busy = findings.median(NIGHT, BUSY);
        findings.atLeast("of the floor of its files, or else", part, 0.5);
        findings.atLeast("of all processors busy", busy, ENOUGH_BUSY);
        findings.note("%d candidates in %d sessions; one of the two bounds is enough: %s"
                .formatted(candidates, sessions, part >= 0.5 || busy >= ENOUGH_BUSY ? "met" : "NOT MET"));
        return findings;
    }

    /** The time of processors that ten times as many candidates take. */
    Findings growth() throws Exception {
        Findings findings = new Findings("growth");
        try (Scratch scratch = new Scratch()) {
            require(TENTHS * candidates);
            Path small = scratch.input(sessions, candidates);
            Path large = scratch.input(10 * sessions, 10 * candidates);
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("growth, round %d of %d%n", round, rounds);
                night(findings, NIGHT, small, scratch);
                night(findings, TENFOLD, large, scratch);
            }
        }
        findings.atMost("times the time of processors of a tenth", findings.ratio(TENFOLD, NIGHT, PROCESSOR), 12);
        return findings;
    }

    /** One night of twenty times as many candidates, and how steadily it went on after its first tenth. */
    Findings endurance() throws Exception {
        Findings findings = new Findings("endurance");
        int many = 20 * candidates;
        try (Scratch scratch = new Scratch()) {
            require(many);
            Path input = scratch.input(20 * sessions, many);
            Path output = scratch.fresh();
            add(findings, NIGHT, Took.by(Launcher.night(input, output)));
            List<Long> published = published(output);
            List<Double> rates = new ArrayList<>();
            for (int tenth = 1; tenth < TENTHS; tenth++) {
                int from = published.size() * tenth / TENTHS;
                int to = published.size() * (tenth + 1) / TENTHS - 1;
                double seconds = (published.get(to) - published.get(from - 1)) / 1000.0;
                double rate = (double) many / published.size() * (to - from + 1) / seconds;
                findings.add("tenth " + (tenth + 1), "candidates a second", rate);
                rates.add(rate);
            }
            findings.note("%d candidates in %d sessions".formatted(many, published.size()));
            double usual = Findings.median(rates);
            findings.atMost(
                    "of the usual rate, the farthest tenth after the first",
                    rates.stream()
                            .mapToDouble(rate -> Math.abs(rate / usual - 1))
                            .max()
                            .orElseThrow(),
                    0.1);
        }
        return findings;
    }

    private static void night(Findings findings, String what, Path input, Scratch scratch) throws Exception {
        Path output = scratch.fresh();
        add(findings, what, Took.by(Launcher.night(input, output)));
        Scratch.delete(output);
    }

    private static void add(Findings findings, String what, Took took) {
        findings.add(what, CLOCK, took.seconds());
        findings.add(what, PROCESSOR, took.processorSeconds());
        findings.add(
                what,
                BUSY,
                took.processorSeconds() / took.seconds() / Runtime.getRuntime().availableProcessors());
    }

    private static void require(long candidates) throws IOException {
        long free = Files.getFileStore(Path.of("target/bench")).getUsableSpace();
        if (free < candidates * ROOM) {
            throw new IOException("%d candidates may take %d GB of disk; %d are free"
                    .formatted(candidates, candidates * ROOM >> 30, free >> 30));
        }
    }

    /** When each session's manifest, the last file of its folder, was written: milliseconds, in order. */
    private static List<Long> published(Path output) throws IOException {
        try (Stream<Path> folders = Files.list(output)) {
            return folders.map(folder -> folder.resolve("manifeste.json").toFile())
                    .filter(File::isFile)
                    .map(File::lastModified)
                    .sorted()
                    .toList();
        }
    }
}
