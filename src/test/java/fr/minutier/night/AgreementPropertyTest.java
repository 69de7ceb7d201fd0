package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.NightResult.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import oracle.Expected;
import oracle.Handed;
import oracle.RandomSessions;
import oracle.RawSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole night, from files to files, against a second computation that knows nothing of it: some ten thousand
 * candidates in random sessions, written down in all the ways in which coordinators do, well and badly, in one file or in
 * several.
 *
 * <p>Another seed: {@code -Dminutier.graine=7}; fewer or more: {@code -Dminutier.candidats=500}.
 */
class AgreementPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final long SEED = Long.getLong("minutier.graine", 20_260_701L);
    private static final int CANDIDATES = Integer.getInteger("minutier.candidats", 10_000);
    private static final int SESSIONS_IN_A_NIGHT = 40;
    private static final int DISAGREEMENTS_TOLD = 40;
    /** So many sessions in a hundred come in two or three files. */
    private static final int SPLIT = Integer.getInteger("minutier.partages", 30);

    @TempDir
    Path folder;

    private record Session(Expected expected, Handed handed, int candidates) {}

    @Test
    void the_night_and_the_independent_computation_agree_on_every_session() throws Exception {
        RandomSessions sessions = new RandomSessions(SEED);
        Random form = new Random(SEED);
        List<String> disagreements = new ArrayList<>();
        int candidates = 0;
        for (int night = 1; candidates < CANDIDATES; night++) {
            Path place = Files.createDirectory(folder.resolve("night" + night));
            List<Session> batch = new ArrayList<>();
            while (candidates < CANDIDATES && batch.size() < SESSIONS_IN_A_NIGHT) {
                Session session = write(sessions.next(), place.resolve("input"), form);
                batch.add(session);
                candidates += session.candidates();
            }
            disagreements.addAll(night(place, batch));
            Folder.delete(place);
        }
        assertThat(disagreements.stream().limit(DISAGREEMENTS_TOLD))
                .as(
                        "seed %d (-Dminutier.graine=%d), %d candidates, %d disagreements",
                        SEED, SEED, candidates, disagreements.size())
                .isEmpty();
    }

    private static Session write(RawSession raw, Path input, Random form) throws IOException {
        Handed handed = form.nextInt(100) < SPLIT ? Handed.split(raw, input, form) : Handed.whole(raw, input, form);
        return new Session(
                Expected.of(handed, TODAY),
                handed,
                raw.sheet(RawSession.CANDIDATES).map(sheet -> sheet.rows.size()).orElse(0));
    }

    private static List<String> night(Path place, List<Session> sessions) throws Exception {
        Path output = Files.createDirectory(place.resolve("output"));
        Workplace workplace = new Workplace(place.resolve("input"), output, Path.of("templates"), TODAY);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        NightResult result = new Night(workplace, Set.of(), new Progress(nowhere, false)).run();

        List<String> disagreements = new ArrayList<>();
        Set<String> folders = new TreeSet<>();
        for (Session session : sessions) {
            session.expected().folder().ifPresent(folders::add);
            for (String disagreement : Agreement.disagreements(output, session.expected(), session.handed())) {
                disagreements.add(session.handed().files() + ": " + disagreement);
            }
        }
        Set<String> made = new TreeSet<>(Tree.paths(output, Files::isDirectory));
        made.removeIf(path -> path.contains("/"));
        if (!made.equals(folders)) {
            disagreements.add("sessions expected " + folders + ", made " + made);
        }
        if (!result.sessions().stream().allMatch(session -> session.fate() == Fate.MADE)) {
            disagreements.add("a session was not made: " + result.sessions());
        }
        return disagreements;
    }
}
