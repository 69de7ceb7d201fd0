package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.cli.Desk;
import fr.minutier.delivery.ScriptedServer;
import fr.minutier.night.MarkedRun;
import fr.minutier.night.Tree;
import fr.minutier.report.Made;
import fr.minutier.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An output that lives through evenings, the mail server that it sends to, and what can be seen of both. */
final class LivingOffice implements AutoCloseable {
    private static final Set<String> REGISTER = Set.of(
            "registre.mv.db", "garde", "journal.log", "sante.json", "travail", "remplace", "cles", "cles/privee.pem");
    private static final String HOLDER = "tenu-par.txt";

    private final Path input;
    private final Path output;
    private final Desk desk;
    private final ScriptedServer server = new ScriptedServer(command -> Optional.empty());

    /** An office that reads that input. */
    LivingOffice(Path input, Path output) throws IOException {
        this.input = input;
        this.output = output;
        this.desk = new Desk(output.resolveSibling("bureau"));
    }

    Path input() {
        return input;
    }

    Path output() {
        return output;
    }

    /** The Message-IDs of what arrived, in order. */
    List<String> letters() {
        return server.taken();
    }

    private Map<String, String> environment(Evenings.Step step) {
        Map<String, String> environment = new HashMap<>(Map.of("SOURCE_DATE_EPOCH", Long.toString(step.clock())));
        if (!step.isNight()) {
            environment.putAll(Map.of(
                    "MINUTIER_COURRIEL_SERVEUR",
                    "127.0.0.1",
                    "MINUTIER_COURRIEL_PORT",
                    Integer.toString(server.port()),
                    "MINUTIER_COURRIEL_TLS",
                    "aucun",
                    "MINUTIER_COURRIEL_EXPEDITEUR",
                    "jury@exemple.invalid",
                    "MINUTIER_COURRIEL_PAR_MINUTE",
                    "60000"));
        }
        return environment;
    }

    private List<String> command(Evenings.Step step) {
        List<String> command = new ArrayList<>(step.command());
        command.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        command.addAll(List.of("--templates", Desk.HOME.resolve("templates").toString()));
        return command;
    }

    /** Runs the command of that step here and now, with nothing to disturb it. */
    Desk.Answer lives(Evenings.Step step) {
        desk.environment.clear();
        desk.environment.putAll(environment(step));
        return desk.says(command(step).toArray(String[]::new));
    }

    /** What the command line answers about this office. */
    Desk.Answer says(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--output", output.toString()));
        return desk.says(words.toArray(String[]::new));
    }

    /**
     * Starts the command of that step as a process of its own.
     *
     * @param before words of a command line that come before that of the process
     * @param point of a night right after which it halts or waits; {@code -} for none
     * @param times how often it comes there, below 0 to wait
     */
    ChildJvm starts(Evenings.Step step, List<String> before, String point, int times) throws IOException {
        Circumstances circumstances = Circumstances.ORDINARY
                .behind(before.toArray(String[]::new))
                .with("-Xmx256m", "-Dminutier.home=" + Desk.HOME)
                .in(environment(step));
        return MarkedRun.start(circumstances, point, times, command(step).toArray());
    }

    /** Every session's folder is whole by its own manifest, or not there; at any moment. */
    void assertWhole() throws IOException {
        for (Path session : sessions()) {
            Map<String, String> listed = Manifest.files(Files.readAllBytes(session.resolve(Manifest.PATH))).stream()
                    .collect(Collectors.toMap(Made::path, Made::sha256));
            Map<String, String> there = new HashMap<>(Tree.digests(session));
            there.remove(Manifest.PATH);
            assertThat(there).as(session.toString()).isEqualTo(listed);
        }
    }

    /** Nothing is there but what an office has that is at rest. */
    void assertAtRest() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(output)) {
            all.map(path -> path.getFileName().toString()).forEach(names::add);
        }
        sessions().forEach(session -> names.remove(session.getFileName().toString()));
        assertThat(names).isSubsetOf(".registre", "index.html", "anomalies.csv");
        Path register = output.resolve(".registre");
        try (Stream<Path> all = Files.walk(register)) {
            assertThat(all.filter(path -> !path.equals(register))
                            .map(path -> register.relativize(path).toString())
                            .filter(path -> !path.startsWith("garde/") && !path.matches("cles/publique-.*\\.pem"))
                            .filter(path -> !path.equals(HOLDER)))
                    .isSubsetOf(REGISTER);
        }
        // The note of who holds the register stays behind a killed process, and behind no other.
        Path note = register.resolve(HOLDER);
        if (Files.exists(note)) {
            long process = Long.parseLong(Files.readAllLines(note).getFirst());
            assertThat(ProcessHandle.of(process)).as("the register is held").isEmpty();
        }
    }

    /** Digests of all that it shows and all that it keeps, and the head of each session's chain. */
    SortedMap<String, String> state() throws IOException {
        SortedMap<String, String> state = new TreeMap<>(Tree.digests(output));
        Path kept = output.resolve(".registre/garde");
        if (Files.exists(kept)) {
            Tree.digests(kept).forEach((path, digest) -> state.put("garde/" + path, digest));
        }
        Desk.Answer verified = says("registre", "verifier");
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
        state.put("registre", verified.out());
        return state;
    }

    /** The folders of its sessions. */
    List<Path> sessions() throws IOException {
        try (Stream<Path> all = Files.list(output)) {
            return all.filter(Files::isDirectory)
                    .filter(path -> !path.endsWith(".registre"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
