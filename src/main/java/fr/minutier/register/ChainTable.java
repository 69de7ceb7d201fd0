package fr.minutier.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chains of entries, one for each session. Rows are only ever inserted, and never read without being checked. */
final class ChainTable {
    /** The script that brought the chains. */
    static final int SINCE = 3;

    private ChainTable() {}

    /**
     * Enters something at the end of a session's chain.
     *
     * @param number of the edition that is entered; null when it is none
     * @param facts lines made by {@link EntryText#fact}
     */
    static void append(Connection connection, String session, String kind, @Nullable Integer number, List<String> facts)
            throws SQLException {
        Head head = head(connection, session);
        String text = EntryText.of(session, head.rank() + 1, kind, head.sha256(), facts);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO chain_entry (session_id, position,"
                + " kind, number, body, previous, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, session);
            insert.setInt(2, head.rank() + 1);
            insert.setString(3, kind);
            insert.setObject(4, number);
            insert.setString(5, text);
            insert.setString(6, head.sha256());
            insert.setString(7, Digest.of(text));
            insert.executeUpdate();
        }
    }

    /** Enters an edition that was just published. */
    static void enter(Connection connection, Edition published, int version) throws SQLException {
        append(
                connection,
                published.session(),
                EntryText.EDITION,
                published.number(),
                Facts.of(connection, published.session(), published.number(), version));
    }

    /** Enters what was published before there were chains; once, with the script that brings them. */
    static void enterEarlier(Connection connection) throws SQLException {
        for (String session : EditionTable.sessions(connection)) {
            List<Edition> published = EditionTable.published(connection, session);
            for (Edition edition : published.subList(head(connection, session).rank(), published.size())) {
                enter(connection, edition, Math.max(SINCE, Schema.version(connection)));
            }
        }
    }

    static Head head(Connection connection, String session) throws SQLException {
        return heads(connection, session).reversed().stream().findFirst().orElse(Head.NONE);
    }

    /** The head after each entry, in the order of the ranks, as the database says them. */
    static List<Head> heads(Connection connection, String session) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT position, sha256 FROM chain_entry WHERE session_id = ? ORDER BY position")) {
            query.setString(1, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    heads.add(new Head(rows.getInt(1), rows.getString(2)));
                }
            }
        }
        return heads;
    }

    /** The head just before an edition was entered; empty when it is not. */
    static Optional<Head> before(Connection connection, Edition edition) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT position, previous FROM chain_entry"
                + " WHERE session_id = ? AND number = ? ORDER BY position LIMIT 1")) {
            query.setString(1, edition.session());
            query.setInt(2, edition.number());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Head(row.getInt(1) - 1, row.getString(2))) : Optional.empty();
            }
        }
    }

    /** Ids of the sessions that have a chain, in order. */
    static List<String> sessions(Connection connection) throws SQLException {
        List<String> sessions = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT DISTINCT session_id FROM chain_entry ORDER BY session_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sessions.add(rows.getString(1));
            }
        }
        return sessions;
    }

    /** The ranks that are there, in order. */
    static List<Integer> ranks(Connection connection, String session) throws SQLException {
        return heads(connection, session).stream().map(Head::rank).toList();
    }

    static Entry entry(Connection connection, String session, int rank) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT kind, number, body, previous, sha256 FROM chain_entry WHERE session_id = ? AND position = ?")) {
            query.setString(1, session);
            query.setInt(2, rank);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("no entry " + rank + " of " + session);
                }
                return new Entry(
                        session,
                        rank,
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5));
            }
        }
    }
}
