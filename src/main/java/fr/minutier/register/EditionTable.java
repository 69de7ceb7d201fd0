package fr.minutier.register;

import fr.minutier.register.Edition.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger's rows: one per session and edition number. */
final class EditionTable {
    private static final String COLUMNS = "session_id, number, digest, content_digest, closing, taken_up, state,"
            + " folder_digest, something_withheld, candidates, withheld, acts, anomalies";

    private EditionTable() {}

    static List<Edition> published(Connection connection, String session) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM edition WHERE session_id = ? AND state = 'PUBLISHED' ORDER BY number")) {
            query.setString(1, session);
            return editions(query);
        }
    }

    static List<Edition> unfinished(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM edition WHERE state <> 'PUBLISHED' ORDER BY session_id, number")) {
            return editions(query);
        }
    }

    static List<Edition> unfinished(Connection connection, String session) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM edition WHERE session_id = ? AND state <> 'PUBLISHED' ORDER BY number")) {
            query.setString(1, session);
            return editions(query);
        }
    }

    static List<String> sessions(Connection connection) throws SQLException {
        List<String> sessions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT DISTINCT session_id FROM edition WHERE state = 'PUBLISHED' ORDER BY session_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sessions.add(rows.getString(1));
            }
        }
        return sessions;
    }

    /** The edition in force of each closed session. */
    static Map<String, Integer> closedInForce(Connection connection) throws SQLException {
        Map<String, Integer> editions = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT session_id, MAX(number) FROM edition"
                        + " WHERE state = 'PUBLISHED' AND closing = 'DEFINITIF' GROUP BY session_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                editions.put(rows.getString(1), rows.getInt(2));
            }
        }
        return editions;
    }

    static int lastNumber(Connection connection, String session) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM edition WHERE session_id = ?")) {
            query.setString(1, session);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static void insert(Connection connection, Edition begun) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO edition (session_id, number, digest,"
                + " content_digest, closing, taken_up, state) VALUES (?, ?, ?, ?, ?, ?, 'BEGUN')")) {
            insert.setString(1, begun.session());
            insert.setInt(2, begun.number());
            insert.setString(3, begun.digest());
            insert.setString(4, begun.contentDigest());
            insert.setString(5, begun.closing().name());
            insert.setObject(6, begun.takenUp());
            insert.executeUpdate();
        }
    }

    /** Forgets an edition that was begun and never prepared. */
    static void drop(Connection connection, Edition edition) throws SQLException {
        change(connection, "DELETE FROM edition WHERE session_id = ? AND number = ? AND state = 'BEGUN'", edition);
    }

    static void prepare(Connection connection, Edition edition, String folderDigest, Outcome outcome)
            throws SQLException {
        change(
                connection,
                "UPDATE edition SET state = 'PREPARED', folder_digest = ?, something_withheld = ?, candidates = ?,"
                        + " withheld = ?, acts = ?, anomalies = ?"
                        + " WHERE session_id = ? AND number = ? AND state = 'BEGUN'",
                edition,
                folderDigest,
                outcome.somethingWithheld(),
                outcome.candidates(),
                outcome.withheld(),
                outcome.acts(),
                outcome.anomalies());
    }

    static void publish(Connection connection, Edition edition) throws SQLException {
        change(
                connection,
                "UPDATE edition SET state = 'PUBLISHED' WHERE session_id = ? AND number = ? AND state = 'PREPARED'",
                edition);
    }

    static void undo(Connection connection, Edition edition) throws SQLException {
        change(
                connection,
                "UPDATE edition SET state = 'BEGUN', folder_digest = NULL, something_withheld = NULL,"
                        + " candidates = NULL, withheld = NULL, acts = NULL, anomalies = NULL"
                        + " WHERE session_id = ? AND number = ? AND state = 'PREPARED'",
                edition);
    }

    static Edition one(Connection connection, String session, int number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM edition WHERE session_id = ? AND number = ?")) {
            query.setString(1, session);
            query.setInt(2, number);
            return editions(query).getFirst();
        }
    }

    /** Runs a statement that ends in session and number, and sees that it met the one row it was meant for. */
    private static void change(Connection connection, String sql, Edition edition, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object value : values) {
                statement.setObject(at++, value);
            }
            statement.setString(at++, edition.session());
            statement.setInt(at, edition.number());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not in the state that this needs: " + edition);
            }
        }
    }

    private static List<Edition> editions(PreparedStatement query) throws SQLException {
        List<Edition> editions = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                editions.add(edition(rows));
            }
        }
        return editions;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Edition(
                row.getString("session_id"),
                row.getInt("number"),
                row.getString("digest"),
                row.getString("content_digest"),
                Closing.valueOf(row.getString("closing")),
                row.getObject("taken_up", LocalDate.class),
                state,
                row.getString("folder_digest"),
                state == State.BEGUN ? null : outcome(row));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getBoolean("something_withheld"),
                row.getInt("candidates"),
                row.getInt("withheld"),
                row.getInt("acts"),
                row.getInt("anomalies"));
    }
}
