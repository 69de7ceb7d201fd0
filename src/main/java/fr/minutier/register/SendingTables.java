package fr.minutier.register;

import fr.minutier.register.Posted.State;
import fr.minutier.register.Sending.Addressee;
import fr.minutier.register.Sending.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The outbox, whose rows change, and the sendings on record, whose rows are only ever inserted. */
final class SendingTables {
    private static final int SINCE = 7;
    private static final String ACT = "act_number";
    private static final String KIND = "kind";
    private static final String SHA_256 = "sha256";
    private static final String ADDRESSEE = "addressee";
    private static final String OUTCOME = "outcome";
    private static final String SENT_ON = "sent_on";
    private static final List<String> NAMES = List.of(ACT, KIND, SHA_256, ADDRESSEE, OUTCOME, SENT_ON);
    private static final String COLUMNS = String.join(", ", NAMES);

    private SendingTables() {}

    static Map<String, Posted> posted(Connection connection, String session) throws SQLException {
        Map<String, Posted> posted = new LinkedHashMap<>();
        if (!Schema.has(connection, SINCE)) {
            return posted;
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT act_number, message_id, state, marked_on,"
                + " address, reply FROM outbox WHERE session_id = ? ORDER BY act_number")) {
            query.setString(1, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    posted.put(
                            rows.getString(1),
                            new Posted(
                                    rows.getString(1),
                                    rows.getString(2),
                                    State.valueOf(rows.getString(3)),
                                    rows.getObject(4, LocalDate.class),
                                    rows.getString(5),
                                    rows.getString(6)));
                }
            }
        }
        return posted;
    }

    static void mark(Connection connection, String session, Posted letter) throws SQLException {
        if (put(
                        connection,
                        "UPDATE outbox SET message_id = ?, state = ?, marked_on = ?, address = ?, reply = ?"
                                + " WHERE session_id = ? AND act_number = ?",
                        session,
                        letter)
                == 0) {
            put(
                    connection,
                    "INSERT INTO outbox (message_id, state, marked_on, address, reply, session_id, act_number)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    session,
                    letter);
        }
    }

    private static int put(Connection connection, String sql, String session, Posted letter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, letter.messageId());
            statement.setString(2, letter.state().name());
            statement.setObject(3, letter.day());
            statement.setString(4, letter.address());
            statement.setString(5, letter.reply());
            statement.setString(6, Edition.checkedSession(session));
            statement.setString(7, letter.act());
            return statement.executeUpdate();
        }
    }

    static Map<String, Integer> forgetAddresses(Connection connection, LocalDate before) throws SQLException {
        Map<String, Integer> forgotten = new TreeMap<>();
        String which = " WHERE marked_on < ? AND (address IS NOT NULL OR reply IS NOT NULL)";
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT session_id, COUNT(address) FROM outbox" + which + " GROUP BY session_id")) {
            query.setObject(1, before);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    forgotten.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE outbox SET address = NULL, reply = NULL" + which)) {
            update.setObject(1, before);
            update.executeUpdate();
        }
        return forgotten;
    }

    /** Adds a sending, and its entry at the end of the session's chain. */
    static void enter(Connection connection, String session, Sending sending) throws SQLException {
        int rank = ChainTable.head(connection, session).rank() + 1;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO issued_sending (session_id, position, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, session);
            insert.setInt(2, rank);
            insert.setString(3, sending.act());
            insert.setString(4, sending.kind());
            insert.setString(5, sending.sha256());
            insert.setString(6, sending.addressee().name());
            insert.setString(7, sending.outcome().name());
            insert.setObject(8, sending.day());
            insert.executeUpdate();
        }
        String fact = Objects.requireNonNull(facts(connection, session).get(rank));
        ChainTable.append(connection, session, EntryText.SENDING, null, List.of(fact));
    }

    static List<Sending> done(Connection connection, String session) throws SQLException {
        List<Sending> sendings = new ArrayList<>();
        for (Map<String, Optional<String>> values : byRank(connection, session).values()) {
            sendings.add(new Sending(
                    text(values, ACT),
                    text(values, KIND),
                    text(values, SHA_256),
                    Addressee.valueOf(text(values, ADDRESSEE)),
                    Outcome.valueOf(text(values, OUTCOME)),
                    LocalDate.parse(text(values, SENT_ON))));
        }
        return sendings;
    }

    private static String text(Map<String, Optional<String>> values, String name) {
        return Objects.requireNonNull(values.get(name)).orElseThrow();
    }

    /** The fact of each sending on record, by the rank of its entry, whatever the rows say. */
    static Map<Integer, String> facts(Connection connection, String session) throws SQLException {
        Map<Integer, String> facts = new TreeMap<>();
        byRank(connection, session).forEach((rank, values) -> facts.put(rank, EntryText.fact("sending", values)));
        return facts;
    }

    private static Map<Integer, Map<String, Optional<String>>> byRank(Connection connection, String session)
            throws SQLException {
        Map<Integer, Map<String, Optional<String>>> sendings = new TreeMap<>();
        if (!Schema.has(connection, SINCE)) {
            return sendings;
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, " + COLUMNS + " FROM issued_sending WHERE session_id = ? ORDER BY position")) {
            query.setString(1, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Map<String, Optional<String>> values = new LinkedHashMap<>();
                    for (String name : NAMES) {
                        values.put(name, Optional.ofNullable(rows.getString(name)));
                    }
                    sendings.put(rows.getInt(1), values);
                }
            }
        }
        return sendings;
    }
}
