package fr.minutier.night;

import fr.minutier.night.Order.PrintedRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ranges of a night's large sessions, in the PostgreSQL database of the register: who prints them, and where those lie
 * that are printed. No record either: what is not told here is printed again.
 */
final class SharedRanges {
    private final JdbcTemplate jdbc;

    SharedRanges(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** Where a range stands in a night: the position of its session, and the place of its first candidate. */
    record Key(int session, int from) {}

    /**
     * Lists what is to be printed.
     *
     * @param ranges by the position of their session
     */
    void order(long turn, Map<Integer, List<Range>> ranges) {
        List<Object[]> rows = new ArrayList<>();
        ranges.forEach((session, parts) ->
                parts.forEach(range -> rows.add(new Object[] {turn, session, range.from(), range.to()})));
        jdbc.batchUpdate(
                "INSERT INTO night_range (turn, position, from_candidate, to_candidate) VALUES (?, ?, ?, ?)", rows);
    }

    /** What nobody printed yet. */
    List<Key> left(long turn) {
        return jdbc.query(
                "SELECT position, from_candidate FROM night_range WHERE turn = ? AND folder IS NULL"
                        + " ORDER BY position, from_candidate",
                (row, at) -> new Key(row.getInt(1), row.getInt(2)),
                turn);
    }

    /** Ends the printing of ranges: from now on whoever makes a session prints what nobody told of. */
    void end(long turn) {
        jdbc.update("DELETE FROM night_range WHERE turn = ? AND folder IS NULL", turn);
    }

    /**
     * A worker has a range in hand from now on.
     *
     * @return the range; empty when it is printed, or nobody wants it any more
     */
    List<Range> take(long turn, Key key, String worker) {
        return jdbc.query(
                "UPDATE night_range SET worker = ?, taken = now() WHERE turn = ? AND position = ?"
                        + " AND from_candidate = ? AND folder IS NULL RETURNING from_candidate, to_candidate",
                (row, at) -> new Range(row.getInt(1), row.getInt(2)),
                worker,
                turn,
                key.session(),
                key.from());
    }

    /**
     * A worker printed a range: the first one who says so, as long as his night goes on.
     *
     * @return false when somebody else did, or nobody wants it any more
     */
    boolean printed(long turn, Key key, String worker, PrintedRange printed) {
        return jdbc.update(
                        "UPDATE night_range SET worker = ?, folder = ?, manifest = ?, ended = now() WHERE turn = ?"
                                + " AND position = ? AND from_candidate = ? AND folder IS NULL"
                                + " AND EXISTS (SELECT 1 FROM runner WHERE runner.turn = night_range.turn)",
                        worker,
                        printed.folder(),
                        printed.manifest(),
                        turn,
                        key.session(),
                        key.from())
                == 1;
    }

    /** The ranges that are printed of the sessions from a position to before another one, by position, in order. */
    Map<Integer, List<PrintedRange>> printed(long turn, int from, int to) {
        Map<Integer, List<PrintedRange>> printed = new TreeMap<>();
        jdbc.query(
                "SELECT position, from_candidate, to_candidate, folder, manifest FROM night_range WHERE turn = ?"
                        + " AND position >= ? AND position < ? AND folder IS NOT NULL"
                        + " ORDER BY position, from_candidate",
                row -> {
                    printed.computeIfAbsent(row.getInt(1), first -> new ArrayList<>())
                            .add(new PrintedRange(
                                    new Range(row.getInt(2), row.getInt(3)), row.getString(4), row.getString(5)));
                },
                turn,
                from,
                to);
        return printed;
    }
}
