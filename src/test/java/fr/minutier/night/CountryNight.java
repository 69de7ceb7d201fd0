package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.PostgresOfTests;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.cli.Minutier;
import fr.minutier.register.Base;
import fr.minutier.register.Register;
import fr.minutier.register.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import oracle.RandomSessions;
import oracle.RawSession;
import oracle.Writer;

/** Many small sessions of every kind, what one process makes of them, and outputs in which several make them. */
final class CountryNight {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private static final int MOST_CANDIDATES = 12;

    private final Path folder;
    private final SortedMap<String, String> expected;
    private int outputs;

    CountryNight(Path folder, int sessions) throws Exception {
        this.folder = folder;
        RandomSessions supply = new RandomSessions(8);
        for (int made = 0; made < sessions; ) {
            RawSession raw = supply.next();
            if (raw.candidates() != null && raw.candidates().rows.size() <= MOST_CANDIDATES) {
                Writer.write(raw, input(), new Random(made));
                made++;
            }
        }
        Path alone = Files.createDirectories(folder.resolve("alone"));
        long begun = System.nanoTime();
        NightResult result =
                new Night(new Workplace(input(), alone, Path.of("templates"), DAY), Set.of(), Office.silent()).run();
        System.out.printf(
                "alone, in this process: %d s, %d candidates%n",
                (System.nanoTime() - begun) / 1_000_000_000,
                result.sessions().stream()
                        .mapToInt(session -> session.line().candidates())
                        .sum());
        expected = Tree.digests(alone);
        assertThat(Inbox.list(input())).hasSizeGreaterThanOrEqualTo(sessions);
    }

    private Path input() {
        return folder.resolve("input");
    }

    /** An output in which nothing lies yet, its register on a server. */
    Attempt begin() throws Exception {
        return new Attempt(
                Files.createDirectories(folder.resolve("output-" + ++outputs)), PostgresOfTests.newDatabase());
    }

    /** One night, made by several processes. */
    final class Attempt implements AutoCloseable {
        final Path output;
        final Map<String, String> environment;
        private final List<ChildJvm> children = new ArrayList<>();

        private Attempt(Path output, Map<String, String> environment) {
            this.output = output;
            this.environment = environment;
        }

        ChildJvm worker() throws Exception {
            return worker(environment);
        }

        /** A worker that is told another address of the database. */
        ChildJvm worker(Map<String, String> other) throws Exception {
            ChildJvm worker = start(other, "ouvrier");
            children.add(worker);
            return worker;
        }

        ChildJvm run() throws Exception {
            ChildJvm run = start(environment, "run", "--ouvriers");
            children.add(run);
            return run;
        }

        private ChildJvm start(Map<String, String> base, String... command) throws Exception {
            Map<String, String> variables = new HashMap<>(base);
            variables.put("SOURCE_DATE_EPOCH", Long.toString(DAY.atTime(12, 0).toEpochSecond(ZoneOffset.UTC)));
            List<Object> words = new ArrayList<>(List.of(command));
            words.addAll(List.of("--input", input(), "--output", output, "--templates", Path.of("templates")));
            return new ChildJvm(Circumstances.ORDINARY.in(variables), Minutier.class, words.toArray());
        }

        /** The same command again, until it has done all. */
        void finish(String when) throws Exception {
            for (int again = 0; again < 5; again++) {
                try (ChildJvm run = run()) {
                    int status = run.anyExitStatus();
                    if (status == 0 || status == 3) {
                        assertWhole(when);
                        return;
                    }
                    assertThat(status).as(when + "\n" + run.said()).isIn(1, 2);
                    Thread.sleep(1000);
                }
            }
            throw new AssertionError(when + ": never done");
        }

        /** The tree of one process; one file and one entry to each act; nothing that is under way. */
        void assertWhole(String when) throws Exception {
            SortedMap<String, String> tree = Tree.digests(output);
            assertThat(tree).as(when).isEqualTo(expected);
            try (Register register = register()) {
                TwoEvenings.assertThatTheRegisterAgrees(register, output, tree, when);
                for (String session : register.sessions()) {
                    assertThat(register.editions(session))
                            .as(when + ", " + session)
                            .hasSize(1);
                    assertThat(register.head(session).rank())
                            .as(when + ", " + session)
                            .isOne();
                }
            }
        }

        Register register() throws Exception {
            return Register.openIfPresent(new Base(output.resolve(".registre"), Server.of(environment)))
                    .orElseThrow();
        }

        /** How many sessions are on record so far. */
        int published() throws Exception {
            try (Register register = register()) {
                return register.sessions().size();
            } catch (java.util.NoSuchElementException e) {
                return 0; // no table yet
            }
        }

        /** Waits until so many sessions are on record. */
        void awaitPublished(int sessions) throws Exception {
            for (int look = 0; look < 1200 && published() < sessions; look++) {
                Thread.sleep(100);
            }
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
}
