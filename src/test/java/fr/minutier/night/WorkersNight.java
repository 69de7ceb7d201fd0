package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.cli.Minutier;
import fr.minutier.register.Base;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import fr.minutier.register.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One night, made by several processes over one PostgreSQL database, and what it must end in. */
final class WorkersNight implements AutoCloseable {
    final Path output;
    final Map<String, String> environment;
    private final Path input;
    private final LocalDate day;
    private final Whole expected;
    private final JdbcTemplate base;
    private final SharedNight shared;
    private final int before;
    private final List<ChildJvm> children = new ArrayList<>();

    /**
     * All that a night leaves.
     *
     * @param tree digests of the files
     * @param entries those of the register, session by session, in which persons are told under a key of its own
     */
    record Whole(SortedMap<String, String> tree, SortedMap<String, List<String>> entries) {
        /** What an output holds, the register in this environment. */
        static Whole of(Path output, Map<String, String> environment) throws Exception {
            SortedMap<String, List<String>> entries = new TreeMap<>();
            try (Register register = register(output, environment)) {
                for (String session : register.sessions()) {
                    entries.put(
                            session,
                            IntStream.rangeClosed(1, register.head(session).rank())
                                    .mapToObj(rank ->
                                            register.entry(session, rank).text().replaceAll("person=\\w+", "person=…"))
                                    .toList());
                }
            }
            return new Whole(Tree.digests(output), entries);
        }
    }

    /**
     * A night that nobody has begun yet.
     *
     * @param environment in which the register is found
     */
    WorkersNight(Path input, Path output, Map<String, String> environment, LocalDate day, Whole expected) {
        this.input = input;
        this.output = output;
        this.environment = environment;
        this.day = day;
        this.expected = expected;
        DriverManagerDataSource connections = new DriverManagerDataSource(environment.get(Server.VARIABLE));
        this.base = new JdbcTemplate(connections);
        this.shared = new SharedNight(connections);
        this.before = editions();
    }

    ChildJvm worker() throws Exception {
        return worker(environment);
    }

    /** A worker that is told another address of the database. */
    ChildJvm worker(Map<String, String> other) throws Exception {
        ChildJvm worker = started(new ChildJvm(at(other), Minutier.class, command("ouvrier")));
        worker.drop();
        return worker;
    }

    /** A worker that waits right after it came to a point for the first time. */
    ChildJvm workerThatWaitsAt(CommitPoint point) throws Exception {
        return started(MarkedRun.start(at(environment), point.name(), -1, command("ouvrier")));
    }

    ChildJvm run() throws Exception {
        return started(new ChildJvm(at(environment), Minutier.class, command("run", "--ouvriers")));
    }

    private ChildJvm started(ChildJvm child) {
        children.add(child);
        return child;
    }

    private Circumstances at(Map<String, String> other) {
        Map<String, String> variables = new HashMap<>(other);
        variables.put("SOURCE_DATE_EPOCH", Long.toString(day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC)));
        return Circumstances.ORDINARY.in(variables);
    }

    private Object[] command(String... words) {
        return Stream.concat(
                        Arrays.stream(words),
                        Stream.of("--input", input, "--output", output, "--templates", Path.of("templates")))
                .toArray();
    }

    /** The same command again, until it has done all. */
    void finish(String when) throws Exception {
        String said = "";
        for (int again = 0; again < 5; again++) {
            try (ChildJvm run = run()) {
                int status = run.anyExitStatus();
                if (status == 0 || status == 3) {
                    assertWhole(when);
                    return;
                }
                said = run.said();
                assertThat(status).as(when + "\n" + said).isIn(1, 2);
                Thread.sleep(1000);
            }
        }
        throw new AssertionError(
                when + ": never done\n" + said + Files.readString(output.resolve(".registre/journal.log")));
    }

    /** The tree of one process; one file and one entry to each act; nothing that is under way. */
    void assertWhole(String when) throws Exception {
        Whole found = Whole.of(output, environment);
        assertThat(found.tree()).as(when).isEqualTo(expected.tree());
        assertThat(found.entries()).as(when).isEqualTo(expected.entries());
        try (Register register = register(output, environment)) {
            TwoEvenings.assertThatTheRegisterAgrees(register, output, found.tree(), when);
            for (String session : register.sessions()) {
                assertThat(register.editions(session))
                        .as(when + ", " + session)
                        .extracting(Edition::number)
                        .containsExactlyElementsOf(IntStream.rangeClosed(
                                        1, found.entries().get(session).size())
                                .boxed()
                                .toList());
            }
        }
    }

    private static Register register(Path output, Map<String, String> environment) throws Exception {
        return Register.openIfPresent(new Base(output.resolve(".registre"), Server.of(environment)))
                .orElseThrow();
    }

    /** How many editions this night has published so far. */
    int published() {
        return editions() - before;
    }

    private int editions() {
        Boolean none = base.queryForObject("SELECT to_regclass('edition') IS NULL", Boolean.class);
        Integer published = Boolean.TRUE.equals(none)
                ? Integer.valueOf(0)
                : base.queryForObject("SELECT count(*) FROM edition WHERE state = 'PUBLISHED'", Integer.class);
        return published == null ? 0 : published;
    }

    /** Waits until so many editions are published and a worker has a session in hand; false when the run ends before. */
    boolean awaitInHand(ChildJvm worker, int editions, ChildJvm run) throws Exception {
        while (run.process().isAlive()) {
            if (published() >= editions && hasInHand(worker)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    /** Whether a worker has a session, or a range of one, in hand. */
    boolean hasInHand(ChildJvm worker) {
        return seen(worker).anyMatch(seen -> !seen.inHand().isEmpty());
    }

    /** Of the ranges that were printed before their session was made, who printed them. */
    List<String> printersOfRanges() {
        return base.queryForList("SELECT worker FROM night_range WHERE ended IS NOT NULL", String.class);
    }

    /** When the making of a session was begun, ranges of it apart. */
    Instant taken(String session) {
        return base.queryForObject(
                "SELECT taken FROM night_work WHERE session_id = ?",
                (row, at) -> row.getTimestamp(1).toInstant(),
                session);
    }

    /** What lies of ranges where sessions are made, files included. */
    List<Path> ranges() throws IOException {
        try (Stream<Path> all = Files.walk(output.resolve(".registre/travail"))) {
            return all.filter(path -> path.toString().contains(".plage-")).toList();
        }
    }

    /** Waits until a worker was heard of just now. */
    void awaitHeard(ChildJvm worker) throws Exception {
        for (int look = 0; seen(worker).noneMatch(seen -> seen.silentSeconds() == 0); look++) {
            assertThat(look < 600 && worker.process().isAlive())
                    .as("a worker that is back")
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private String journal(ChildJvm worker) {
        try (Stream<Path> all = Files.list(output.resolve(".registre"))) {
            return Files.readString(all.filter(path ->
                            path.toString().endsWith("-" + worker.process().pid() + ".log"))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<WorkerSeen> seen(ChildJvm worker) {
        return shared.workers().stream()
                .filter(seen -> seen.name().endsWith("-" + worker.process().pid()));
    }

    /** Has a worker that says nothing any more be silent for too long already, so that nobody waits for that. */
    void letSilencePass(ChildJvm worker) {
        assertThat(base.update(
                        "UPDATE night_worker SET seen = seen - make_interval(secs => ?) WHERE name LIKE ?",
                        WorkerSeen.SILENCE_SECONDS,
                        "%-" + worker.process().pid()))
                .isOne();
    }

    /** Sends a signal to a child. */
    static void signal(String name, ChildJvm child) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill",
                                "-" + name,
                                Long.toString(child.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Override
    public void close() throws IOException {
        for (ChildJvm child : children) {
            child.process().toHandle().destroyForcibly();
            child.process().onExit().join();
        }
        Folder.delete(output);
    }
}
