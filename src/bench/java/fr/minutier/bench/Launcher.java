package fr.minutier.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./minutier}, and other programs started as it starts Java. */
final class Launcher {
    private static final String OWN_CACHE = "target/bench/start.cache";
    private static final String AOT = "-XX:AOTCache=";
    private static final String CDS = "-XX:SharedArchiveFile=";

    private Launcher() {}

    /** The command of a night. */
    static List<String> night(Path input, Path output) {
        return List.of(
                Path.of("minutier").toAbsolutePath().toString(),
                "run",
                "--input",
                input.toString(),
                "--output",
                output.toString());
    }

    /** Java and its flags, as the launcher gave them to a night that it was caught running. */
    static List<String> java(Path input, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(night(input, output))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> command = List.of();
        while (!process.waitFor(1, TimeUnit.MILLISECONDS) || command.isEmpty()) {
            ProcessHandle.Info info = process.info();
            String program = info.command().orElse("");
            if (program.endsWith("/java")) {
                List<String> words = new ArrayList<>(List.of(program));
                words.addAll(Arrays.asList(info.arguments().orElse(new String[0])));
                command = words;
            } else if (!process.isAlive()) {
                throw new IOException("the launcher's Java was not seen");
            }
        }
        return command.subList(0, command.indexOf("-jar"));
    }

    /**
     * The command that starts a main class of the bench with the libraries of the product and these flags. Where they
     * name a cache of classes, it gets one of its own, made here by a first run.
     */
    static List<String> withItsOwnCache(List<String> java, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String kind = java.stream().anyMatch(flag -> flag.startsWith(AOT)) ? AOT : CDS;
        List<String> bare = java.stream()
                .filter(flag -> !flag.startsWith(AOT) && !flag.startsWith(CDS))
                .toList();
        List<String> end = new ArrayList<>(List.of("-cp", libraries(), main.getName()));
        end.addAll(List.of(arguments));
        if (bare.size() == java.size()) {
            return joined(java, end);
        }
        String making = (kind.equals(AOT) ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + OWN_CACHE;
        Took.by(joined(joined(bare, List.of(making)), end));
        return joined(joined(bare, List.of(kind + OWN_CACHE)), end);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The product's libraries, and the classes of the bench in a jar, since no cache holds those of a folder. */
    private static String libraries() throws IOException, InterruptedException {
        Path jar = Path.of("target/bench/bench.jar").toAbsolutePath();
        String tool = Path.of(System.getProperty("java.home"), "bin/jar").toString();
        String classes = Scratch.classes().toString();
        // With the tests' settings of logging, without which every step of the library is told.
        Took.by(List.of(
                tool,
                "--create",
                "--file",
                jar.toString(),
                "-C",
                classes,
                "fr/minutier/bench",
                "-C",
                classes,
                "logback-test.xml"));
        try (Stream<Path> lib = Files.list(Path.of("target/lib"))) {
            return Stream.concat(Stream.of(jar), lib.sorted())
                    .map(path -> path.toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
