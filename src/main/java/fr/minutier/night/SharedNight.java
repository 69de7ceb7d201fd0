package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.Order.PrintedRange;
import fr.minutier.register.Closing;
import fr.minutier.register.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables that a night shares with its workers, in the PostgreSQL database of the register. No name is in them. */
final class SharedNight {
    private static final String BETWEEN_FILES = "/";

    /** How many candidates of a session are printed in ranges. */
    private static final String IN_RANGES = "SELECT COALESCE(SUM(r.to_candidate - r.from_candidate), 0)"
            + " FROM night_range r WHERE r.turn = n.turn AND r.position = n.position AND r.ended IS NOT NULL";
    /** What workers have in hand or did, sessions and ranges alike; candidates of whom others printed the acts are theirs. */
    private static final String WORKS =
            "SELECT worker, session_id, position, taken, ended, fate IS NOT NULL AS session_done,"
                    + " ended IS NULL AS in_hand, 0 AS from_candidate, 0 AS to_candidate,"
                    + " candidates - (" + IN_RANGES + ") AS candidates FROM night_work n"
                    + " UNION ALL SELECT r.worker, n.session_id, r.position, r.taken, r.ended, false, r.ended IS NULL,"
                    + " r.from_candidate, r.to_candidate, r.to_candidate - r.from_candidate"
                    + " FROM night_range r JOIN night_work n ON n.turn = r.turn AND n.position = r.position";

    private final JdbcTemplate jdbc;

    SharedNight(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A night that is going on.
     *
     * @param turn of the run that holds the register
     * @param program that makes it
     * @param studio digest of all that it is made with
     * @param day on which it was begun
     */
    record Run(long turn, String program, String studio, LocalDate day) {}

    /** A session to make, and the last edition of it before that. */
    record Job(int position, Order order, int lastEdition) {}

    /** Makes the tables, and begins a night in them: what an earlier one left is forgotten. */
    void begin(Run run) {
        DataSource dataSource = Objects.requireNonNull(jdbc.getDataSource());
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("night-postgres.sql", SharedNight.class)),
                dataSource);
        jdbc.update("DELETE FROM night_run");
        jdbc.update("DELETE FROM night_work");
        jdbc.update("DELETE FROM night_range");
        jdbc.update("DELETE FROM night_closed");
        jdbc.update("DELETE FROM night_known");
        jdbc.update("DELETE FROM night_worker WHERE seen < now() - INTERVAL '1 day'");
        emptyQueue();
        jdbc.update(
                "INSERT INTO night_run (turn, program, studio, day) VALUES (?, ?, ?, ?)",
                run.turn(),
                run.program(),
                run.studio(),
                run.day());
    }

    /** Forgets requests. One that somebody still holds comes back, if it does, to a night that finds nothing to do in it. */
    void emptyQueue() {
        jdbc.update("DELETE FROM int_channel_message WHERE ctid IN"
                + " (SELECT ctid FROM int_channel_message FOR UPDATE SKIP LOCKED)");
    }

    /** Tells what the night knows of earlier sessions. */
    void tell(long turn, Map<String, Integer> closed, Map<String, List<KnownBlock>> known) {
        jdbc.batchUpdate(
                "INSERT INTO night_closed VALUES (?, ?, ?)",
                closed.entrySet().stream()
                        .map(entry -> new Object[] {turn, entry.getKey(), entry.getValue()})
                        .toList());
        List<Object[]> rows = new ArrayList<>();
        known.forEach((person, blocks) -> blocks.forEach(block -> rows.add(new Object[] {
            turn,
            rows.size(),
            person,
            block.session(),
            block.candidate(),
            block.certification(),
            block.deliberatedOn(),
            block.block(),
            block.held()
        })));
        jdbc.batchUpdate("INSERT INTO night_known VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /** Lists what is to be made, in this order. */
    void order(long turn, List<Plan> plans, Map<String, Integer> lastEditions) {
        List<Object[]> rows = new ArrayList<>();
        for (Plan plan : plans) {
            Order order = plan.order();
            rows.add(new Object[] {
                turn,
                rows.size(),
                order.id(),
                order.entries().stream().map(Inbox.Entry::name).collect(Collectors.joining(BETWEEN_FILES)),
                order.digest(),
                order.contentDigest(),
                order.closing().name(),
                order.day(),
                lastEditions.getOrDefault(order.id(), 0),
                plan.surveyed().line().candidates()
            });
        }
        jdbc.batchUpdate(
                "INSERT INTO night_work (turn, position, session_id, files, digest, content_digest, closing, day,"
                        + " last_edition, candidates) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void end(long turn) {
        jdbc.update("UPDATE night_run SET ended = now() WHERE turn = ?", turn);
    }

    /** The night that was begun last and is not ended; empty, too, when there never was one. */
    Optional<Run> run() {
        if (isMissing("night_run")) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "SELECT n.turn, program, studio, day FROM night_run n JOIN runner r ON r.turn = n.turn"
                                + " WHERE ended IS NULL",
                        (row, at) -> new Run(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getDate(4).toLocalDate()))
                .stream()
                .findFirst();
    }

    private boolean isMissing(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT to_regclass(?) IS NULL", Boolean.class, table));
    }

    /** What the night told of earlier sessions. */
    EarlierSessions earlier(long turn, Register register) {
        Map<String, Integer> closed = new HashMap<>();
        jdbc.query(
                "SELECT session_id, number FROM night_closed WHERE turn = ?",
                row -> {
                    closed.put(row.getString(1), row.getInt(2));
                },
                turn);
        Function<Person, List<KnownBlock>> tonight = person -> register.person(person.written())
                .map(digest -> known(turn, digest))
                .orElse(List.of());
        return new EarlierSessions(register, closed, tonight);
    }

    private List<KnownBlock> known(long turn, String person) {
        return jdbc.query(
                "SELECT session_id, candidate, certification, deliberated_on, block, held FROM night_known"
                        + " WHERE turn = ? AND person = ? ORDER BY position",
                (row, at) -> new KnownBlock(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDate(4).toLocalDate(),
                        row.getString(5),
                        row.getBoolean(6)),
                turn,
                person);
    }

    /**
     * The sessions from a position to before another one that are still to be made.
     *
     * @param input what lies in the input folder, by name
     */
    List<Job> jobs(long turn, int from, int to, Map<String, Inbox.Entry> input) {
        Map<Integer, List<PrintedRange>> printed =
                new SharedRanges(Objects.requireNonNull(jdbc.getDataSource())).printed(turn, from, to);
        return jdbc.query(
                "SELECT position, session_id, files, digest, content_digest, closing, day, last_edition FROM night_work"
                        + " WHERE turn = ? AND position >= ? AND position < ? AND fate IS NULL ORDER BY position",
                (row, at) -> new Job(
                        row.getInt(1),
                        new Order(
                                row.getString(2),
                                Arrays.stream(row.getString(3).split(BETWEEN_FILES))
                                        .map(input::get)
                                        .flatMap(entry -> Optional.ofNullable(entry).stream())
                                        .toList(),
                                row.getString(4),
                                row.getString(5),
                                Closing.valueOf(row.getString(6)),
                                row.getDate(7).toLocalDate(),
                                printed.getOrDefault(row.getInt(1), List.of())),
                        row.getInt(8)),
                turn,
                from,
                to);
    }

    void taken(long turn, int position, String worker) {
        jdbc.update(
                "UPDATE night_work SET worker = ?, taken = now() WHERE turn = ? AND position = ?",
                worker,
                turn,
                position);
    }

    void done(long turn, int position, Fate fate) {
        jdbc.update(
                "UPDATE night_work SET fate = ?, ended = now() WHERE turn = ? AND position = ? AND fate IS NULL",
                fate.name(),
                turn,
                position);
    }

    /** How sessions fared; those of which nobody told are missing. */
    Map<String, Fate> fates(long turn) {
        Map<String, Fate> fates = new TreeMap<>();
        jdbc.query(
                "SELECT session_id, fate FROM night_work WHERE turn = ? AND fate IS NOT NULL",
                row -> {
                    fates.put(row.getString(1), Fate.valueOf(row.getString(2)));
                },
                turn);
        return fates;
    }

    /** How many candidates are done: their sessions, or the ranges in which these are printed. */
    int candidatesDone(long turn) {
        Integer done = jdbc.queryForObject(
                "SELECT COALESCE(SUM(CASE WHEN fate IS NOT NULL THEN candidates ELSE (" + IN_RANGES
                        + ") END), 0) FROM night_work n WHERE turn = ?",
                Integer.class,
                turn);
        return done == null ? 0 : done;
    }

    /** Positions and numbers of candidates of what nobody did yet, in order. */
    Map<Integer, Integer> left(long turn) {
        Map<Integer, Integer> left = new TreeMap<>();
        jdbc.query(
                "SELECT position, candidates FROM night_work WHERE turn = ? AND fate IS NULL",
                row -> {
                    left.put(row.getInt(1), row.getInt(2));
                },
                turn);
        return left;
    }

    /** A worker says that he lives, as soon as there is something to say it in. */
    void seen(String worker, String program, String studio) {
        if (isMissing("night_worker")) {
            return;
        }
        if (jdbc.update("UPDATE night_worker SET seen = now() WHERE name = ?", worker) == 0) {
            jdbc.update("INSERT INTO night_worker (name, program, studio) VALUES (?, ?, ?)", worker, program, studio);
        }
    }

    void leave(String worker) {
        jdbc.update("DELETE FROM night_worker WHERE name = ?", worker);
    }

    /** Workers alive that are not made as this night is. */
    List<String> strangers(Run run) {
        return jdbc.query(
                "SELECT name FROM night_worker WHERE seen > now() - INTERVAL '" + WorkerSeen.SILENCE_SECONDS
                        + " seconds' AND (program <> ? OR studio <> ?) ORDER BY name",
                (row, at) -> row.getString(1),
                run.program(),
                run.studio());
    }

    /**
     * Cuts the connections of workers that were silent for too long: what they hold is free then, and what they still do
     * comes to nothing.
     *
     * @return how many connections were cut
     */
    int cutSilent() {
        return jdbc.queryForList("SELECT pg_terminate_backend(a.pid) FROM night_worker w JOIN pg_stat_activity a"
                        + " ON a.application_name = left(w.name, 63) AND a.datname = current_database()"
                        + " WHERE w.seen < now() - INTERVAL '" + WorkerSeen.SILENCE_SECONDS + " seconds'")
                .size();
    }

    /** The workers that are there, or were a short while ago. */
    List<WorkerSeen> workers() {
        if (isMissing("night_range")) {
            return List.of();
        }
        return jdbc.query(
                "SELECT w.name, EXTRACT(EPOCH FROM now() - w.seen)::BIGINT,"
                        + " COALESCE(string_agg(d.session_id || ' ' || d.from_candidate || ' ' || d.to_candidate, ','"
                        + " ORDER BY d.position, d.from_candidate) FILTER (WHERE d.in_hand), ''),"
                        + " COUNT(*) FILTER (WHERE d.session_done),"
                        + " COALESCE(SUM(d.candidates) FILTER (WHERE NOT d.in_hand), 0),"
                        + " COALESCE(EXTRACT(EPOCH FROM MAX(d.ended) - MIN(d.taken)), 0)"
                        + " FROM night_worker w LEFT JOIN (" + WORKS + ") d ON d.worker = w.name"
                        + " WHERE w.seen > now() - INTERVAL '1 hour' GROUP BY w.name, w.seen"
                        + " ORDER BY w.name",
                (row, at) -> {
                    int candidates = row.getInt(5);
                    long seconds = Math.max(1, row.getLong(6));
                    return new WorkerSeen(
                            row.getString(1),
                            row.getLong(2),
                            Arrays.stream(row.getString(3).split(","))
                                    .filter(work -> !work.isEmpty())
                                    .map(SharedNight::inHand)
                                    .toList(),
                            row.getInt(4),
                            candidates,
                            candidates * 60L / seconds);
                });
    }

    private static WorkerSeen.InHand inHand(String work) {
        String[] words = work.split(" ", 3);
        return new WorkerSeen.InHand(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }
}
