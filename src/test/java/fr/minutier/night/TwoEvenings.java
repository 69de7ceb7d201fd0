package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.PostgresOfTests;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.Register;
import fr.minutier.register.Server;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import oracle.RandomSessions;
import oracle.RawSession;
import oracle.Writer;

/**
 * An office with work of every kind for its second evening: sessions that are new, changed, unchanged, closed, closed and
 * changed, closed and corrected, withheld. The first evening is over; the second is known from a run that nothing disturbed.
 */
final class TwoEvenings {
    private static final LocalDate SECOND_DAY = LocalDate.of(2026, 7, 2);
    private static final int MOST_CANDIDATES = 12;

    private final Path folder;
    private final Map<String, String> base;
    private final SortedMap<String, String> first;
    private final SortedMap<String, String> second;
    private final WorkersNight.Whole whole;
    private int nights;

    /**
     * Lives through both evenings, the register in its file.
     *
     * @param sessions how many there are on the second
     */
    TwoEvenings(Path folder, int sessions) throws Exception {
        this(folder, sessions, Map.of());
    }

    /**
     * Lives through both evenings.
     *
     * @param sessions how many there are on the second
     * @param base of the first evening: an environment that names an empty database, or none
     */
    TwoEvenings(Path folder, int sessions, Map<String, String> base) throws Exception {
        this.folder = folder;
        this.base = base;
        RandomSessions supply = new RandomSessions(8);
        List<RawSession> raws = new ArrayList<>();
        while (raws.size() < sessions) {
            RawSession raw = supply.next();
            if (raw.candidates() != null && raw.candidates().rows.size() <= MOST_CANDIDATES) {
                raws.add(raw);
            }
        }
        int old = sessions * 3 / 5;
        for (int i = 0; i < old; i++) {
            Writer.write(raws.get(i), folder.resolve("first"), new Random(i));
        }
        CorrectedNovember.close(folder.resolve("first"));
        Files.createDirectories(office());
        night("first", office(), SECOND_DAY.minusDays(1), base);
        first = Tree.digests(office());

        int[] seen = new int[2];
        for (int i = 0; i < sessions; i++) {
            RawSession raw = raws.get(i);
            // Every other one of those that are closed, and of those that are not.
            if (i < old && seen[raw.field("Statut").equals("définitif") ? 0 : 1]++ % 2 == 0) {
                raw.field("Libellé", raw.field("Libellé") + ", seconde séance");
            }
            Writer.write(raw, input(), new Random(i));
        }
        CorrectedNovember.correct(input());
        Path undisturbed = evening("undisturbed");
        Map<String, String> undisturbedBase = baseOfEvening();
        NightResult result = night("input", undisturbed, SECOND_DAY, undisturbedBase);
        whole = WorkersNight.Whole.of(undisturbed, undisturbedBase);
        second = whole.tree();
        assertThat(result.sessions())
                .extracting(NightResult.SessionResult::fate)
                .contains(Fate.MADE, Fate.UNCHANGED, Fate.CLOSED_AND_CHANGED, Fate.CLOSED);
        assertThat(result.sessions()).anyMatch(session -> session.line().withheld());
        assertThat(result.sessions())
                .as("an edition is replaced")
                .anyMatch(session -> session.fate() == Fate.MADE
                        && first.keySet().stream()
                                .anyMatch(path -> path.startsWith(session.line().id() + "/")));
        Folder.delete(undisturbed);
    }

    /** The input of the second evening. */
    Path input() {
        return folder.resolve("input");
    }

    /** A fresh output as the first evening left it, register included. */
    Path evening(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(office(), FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(office().relativize(path).toString()));
            }
        }
        return copy;
    }

    /** A fresh base as the first evening left it; none when the register is in its file. */
    private Map<String, String> baseOfEvening() {
        return base.isEmpty() ? base : PostgresOfTests.copyOf(base);
    }

    /** The second evening, as several processes live it; the register is on a server. */
    WorkersNight begin() throws Exception {
        return new WorkersNight(
                input(), evening("workers-" + ++nights), PostgresOfTests.copyOf(base), SECOND_DAY, whole);
    }

    /** The command line of the second evening. */
    Object[] command(Path output) {
        return new Object[] {"run", "--input", input(), "--output", output, "--templates", Path.of("templates")};
    }

    /** The second evening, whatever day it is. */
    static Circumstances onTheSecondDay() {
        long noon = SECOND_DAY.atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
        return Circumstances.ORDINARY.in(Map.of("SOURCE_DATE_EPOCH", Long.toString(noon)));
    }

    /** At any moment each session's folder is that of the first evening or that of the second, or not there yet. */
    void assertCompleteOrAbsent(Path output, String when) throws IOException {
        Set<String> sessions = Tree.paths(output, Files::isDirectory);
        sessions.removeIf(path -> path.contains("/"));
        for (String session : sessions) {
            assertThat(Tree.digests(output.resolve(session)))
                    .as(when + ", " + session)
                    .isIn(below(first, session), below(second, session));
        }
    }

    /** Output is that of a second evening that nothing disturbed, nothing temporary is left, and the register agrees. */
    void assertFinished(Path output, String when) throws Exception {
        SortedMap<String, String> tree = Tree.digests(output);
        assertThat(tree).as(when).isEqualTo(second);
        assertNothingIsLeft(output, when);
        assertThatTheRegisterAgrees(output, tree, when);
    }

    private static void assertNothingIsLeft(Path output, String when) throws Exception {
        try (Stream<Path> all = Files.walk(output.resolve(".registre"))) {
            assertThat(all.map(path -> output.relativize(path).toString().replace('\\', '/'))
                            .filter(path -> !path.startsWith(".registre/garde/")))
                    .as(when)
                    .containsExactlyInAnyOrder(
                            ".registre",
                            ".registre/registre.mv.db",
                            ".registre/garde",
                            ".registre/journal.log",
                            ".registre/sante.json",
                            ".registre/travail",
                            ".registre/remplace");
        }
    }

    private static void assertThatTheRegisterAgrees(Path output, SortedMap<String, String> tree, String when)
            throws Exception {
        try (Register register =
                Register.openIfPresent(output.resolve(".registre")).orElseThrow()) {
            assertThatTheRegisterAgrees(register, output, tree, when);
        }
    }

    /** Every file is on record as it lies there, and what was handed in is kept; nothing is under way. */
    static void assertThatTheRegisterAgrees(Register register, Path output, SortedMap<String, String> tree, String when)
            throws Exception {
        assertThat(register.unfinished()).as(when).isEmpty();
        Set<String> folders = Tree.paths(output, Files::isDirectory);
        folders.removeIf(path -> path.contains("/"));
        assertThat(register.sessions()).as(when).containsExactlyInAnyOrderElementsOf(folders);
        SortedMap<String, String> onRecord = new TreeMap<>();
        SortedMap<String, String> kept = new TreeMap<>();
        for (String session : register.sessions()) {
            assertThat(register.firstBreak(session)).as(when).isEmpty();
            for (Edition edition : register.editions(session)) {
                register.files(edition).stream()
                        .filter(file -> file.place() == IssuedFile.Place.GARDE)
                        .forEach(file -> kept.put(file.path(), file.sha256()));
            }
            Edition current = register.current(session).orElseThrow();
            assertThat(current.folderDigest()).as(when).isEqualTo(Folder.digest(output.resolve(session)));
            register.files(current).stream()
                    .filter(file -> file.place() == IssuedFile.Place.DOSSIER)
                    .forEach(file -> onRecord.put(session + "/" + file.path(), file.sha256()));
            for (IssuedAct act : register.acts(current)) {
                onRecord.put(session + "/" + act.path(), act.sha256());
            }
        }
        SortedMap<String, String> files = new TreeMap<>(tree);
        files.keySet().removeIf(path -> !path.contains("/"));
        assertThat(onRecord).as(when).isEqualTo(files);
        assertThat(Tree.digests(output.resolve(".registre/garde"))).as(when).isEqualTo(kept);
    }

    private static SortedMap<String, String> below(SortedMap<String, String> tree, String session) {
        SortedMap<String, String> files = new TreeMap<>();
        tree.forEach((path, sha256) -> {
            if (path.startsWith(session + "/")) {
                files.put(path.substring(session.length() + 1), sha256);
            }
        });
        return files;
    }

    private Path office() {
        return folder.resolve("office");
    }

    private NightResult night(String input, Path output, LocalDate day, Map<String, String> environment)
            throws Exception {
        return new Night(
                        new Workplace(
                                folder.resolve(input),
                                output,
                                TemplateFolder.of(Path.of("templates")),
                                day,
                                Server.of(environment)),
                        Set.of(),
                        Office.silent())
                .run();
    }
}
