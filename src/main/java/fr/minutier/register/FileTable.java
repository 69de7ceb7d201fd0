package fr.minutier.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that are no acts. Editions published before schema version 3 have none on record. */
final class FileTable {
    private static final int SINCE = 3;
    private static final String COLUMNS = "place, kind, path, sha256, bytes";

    private FileTable() {}

    static void stage(Connection connection, Edition edition, List<IssuedFile> files) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO staged_file (session_id, number,"
                + " position, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (IssuedFile file : files) {
                insert.setString(4, file.place().name());
                insert.setString(5, file.kind());
                insert.setString(6, file.path());
                insert.setString(7, file.sha256());
                insert.setLong(8, file.bytes());
                IssueTables.add(insert, edition, ++position);
            }
            insert.executeBatch();
        }
    }

    static List<IssuedFile> files(Connection connection, Edition edition) throws SQLException {
        List<IssuedFile> files = new ArrayList<>();
        if (!Schema.has(connection, SINCE)) {
            return files;
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM issued_file WHERE session_id = ? AND number = ? ORDER BY position")) {
            query.setString(1, edition.session());
            query.setInt(2, edition.number());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    files.add(file(rows));
                }
            }
        }
        return files;
    }

    static Optional<RecordedFile> bySha256(Connection connection, String sha256) throws SQLException {
        if (!Schema.has(connection, SINCE)) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT session_id, number, " + COLUMNS
                + " FROM issued_file WHERE sha256 = ? ORDER BY number DESC LIMIT 1")) {
            query.setString(1, sha256);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String session = row.getString("session_id");
                Edition bearer = EditionTable.one(connection, session, row.getInt("number"));
                Edition inForce = EditionTable.published(connection, session).getLast();
                return Optional.of(new RecordedFile(file(row), bearer, bearer.equals(inForce)));
            }
        }
    }

    private static IssuedFile file(ResultSet row) throws SQLException {
        return new IssuedFile(
                IssuedFile.Place.valueOf(row.getString("place")),
                row.getString("kind"),
                row.getString("path"),
                row.getString("sha256"),
                row.getLong("bytes"));
    }
}
