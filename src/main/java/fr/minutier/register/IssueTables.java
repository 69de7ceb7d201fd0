package fr.minutier.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Acts, decisions and accounts: staged when an edition is prepared, issued when it is published. Rows of the {@code
 * issued} tables are only ever inserted.
 */
final class IssueTables {
    private static final String ACT_COLUMNS = "act_number, kind, candidate, version, path, sha256, bytes";
    private static final int ROWS_A_BATCH = 1000;

    /**
     * A table that is there twice, as {@code staged_} and as {@code issued_}.
     *
     * @param since the script that brought it
     * @param order of its rows within an edition
     */
    record Table(String name, int since, String order) {}

    /** In the order in which an entry of the chain tells them. */
    static final List<Table> TABLES = List.of(
            new Table("session", 2, "number"),
            new Table("decision", 1, "position"),
            new Table("block", 2, "decision, position"),
            new Table("ground", 3, "position"),
            new Table("reserve", 2, "decision, position"),
            new Table("waiver", 2, "decision, position"),
            new Table("anomaly", 2, "position"),
            new Table("act", 1, "position"),
            new Table("file", 3, "position"),
            new Table("particulars", 4, "number"),
            new Table("candidate", 4, "position"),
            new Table("mark", 4, "decision, position"),
            new Table("person", 5, "position"));

    private IssueTables() {}

    static void stage(Connection connection, Edition edition, Issue issue) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO staged_act (session_id, number,"
                + " position, " + ACT_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (IssuedAct act : issue.acts()) {
                insert.setString(4, act.number());
                insert.setString(5, act.kind());
                insert.setString(6, act.candidate());
                insert.setInt(7, act.version());
                insert.setString(8, act.path());
                insert.setString(9, act.sha256());
                insert.setLong(10, act.bytes());
                add(insert, edition, ++position);
            }
            insert.executeBatch();
        }
        AccountTables.stage(connection, edition, issue.account(), issue.changes());
        PersonTables.stage(connection, edition, issue);
        stageGrounds(connection, edition, issue.grounds());
        FileTable.stage(connection, edition, issue.files());
        if (issue.particulars().isPresent()) {
            ParticularsTables.stage(connection, edition, issue.particulars().get());
        }
    }

    private static void stageGrounds(Connection connection, Edition edition, List<Ground> grounds) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO staged_ground (session_id, number,"
                + " position, candidate, block, grounds) VALUES (?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Ground ground : grounds) {
                insert.setString(4, ground.candidate());
                insert.setString(5, ground.block());
                insert.setString(6, ground.words());
                add(insert, edition, ++position);
            }
            insert.executeBatch();
        }
    }

    static void issueStaged(Connection connection, Edition edition) throws SQLException {
        for (Table table : TABLES) {
            execute(
                    connection,
                    "INSERT INTO issued_" + table.name() + " SELECT * FROM staged_" + table.name()
                            + " WHERE session_id = ? AND number = ?",
                    edition);
        }
        unstage(connection, edition);
    }

    static void unstage(Connection connection, Edition edition) throws SQLException {
        for (Table table : TABLES) {
            execute(connection, "DELETE FROM staged_" + table.name() + " WHERE session_id = ? AND number = ?", edition);
        }
    }

    static List<IssuedAct> acts(Connection connection, Edition edition) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + ACT_COLUMNS + " FROM issued_act WHERE session_id = ? AND number = ? ORDER BY position")) {
            query.setString(1, edition.session());
            query.setInt(2, edition.number());
            return acts(query);
        }
    }

    static List<IssuedAct> acts(Connection connection, String session) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + ACT_COLUMNS + " FROM issued_act WHERE session_id = ? ORDER BY number, position")) {
            query.setString(1, session);
            return acts(query);
        }
    }

    static List<IssuedDecision> decisions(Connection connection, Edition edition) throws SQLException {
        List<IssuedDecision> decisions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT candidate, decision FROM issued_decision"
                + " WHERE session_id = ? AND number = ? ORDER BY position")) {
            query.setString(1, edition.session());
            query.setInt(2, edition.number());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    decisions.add(new IssuedDecision(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return decisions;
    }

    static Optional<RecordedAct> bySha256(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT session_id, number, " + ACT_COLUMNS
                + " FROM issued_act WHERE sha256 = ? ORDER BY number DESC LIMIT 1")) {
            query.setString(1, sha256);
            return recorded(connection, query);
        }
    }

    static Optional<RecordedAct> byNumber(Connection connection, String actNumber) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT session_id, number, " + ACT_COLUMNS
                + " FROM issued_act WHERE act_number = ? ORDER BY number DESC LIMIT 1")) {
            query.setString(1, actNumber);
            return recorded(connection, query);
        }
    }

    private static Optional<RecordedAct> recorded(Connection connection, PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String session = row.getString("session_id");
            Edition bearer = EditionTable.one(connection, session, row.getInt("number"));
            Edition inForce = EditionTable.published(connection, session).getLast();
            IssuedAct act = act(row);
            return Optional.of(
                    new RecordedAct(act, bearer, bearer.equals(inForce), firstBearer(connection, session, act)));
        }
    }

    /** The edition that issued the act; those after it, which correct others, only bear it still. */
    private static Edition firstBearer(Connection connection, String session, IssuedAct act) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT MIN(number) FROM issued_act WHERE session_id = ? AND act_number = ? AND sha256 = ?")) {
            query.setString(1, session);
            query.setString(2, act.number());
            query.setString(3, act.sha256());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return EditionTable.one(connection, session, row.getInt(1));
            }
        }
    }

    /** Adds a row whose first three columns are session, edition and position. */
    static void add(PreparedStatement insert, Edition edition, int position) throws SQLException {
        insert.setString(1, edition.session());
        insert.setInt(2, edition.number());
        insert.setInt(3, position);
        insert.addBatch();
        if (position % ROWS_A_BATCH == 0) {
            insert.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql, Edition edition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, edition.session());
            statement.setInt(2, edition.number());
            statement.executeUpdate();
        }
    }

    private static List<IssuedAct> acts(PreparedStatement query) throws SQLException {
        List<IssuedAct> acts = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                acts.add(act(rows));
            }
        }
        return acts;
    }

    private static IssuedAct act(ResultSet row) throws SQLException {
        return new IssuedAct(
                row.getString("act_number"),
                row.getString("kind"),
                row.getString("candidate"),
                row.getInt("version"),
                row.getString("path"),
                row.getString("sha256"),
                row.getLong("bytes"));
    }
}
