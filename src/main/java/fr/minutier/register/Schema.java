package fr.minutier.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The register's tables, brought up to date by numbered scripts. H2 commits each statement that defines a table by
 * itself, so a script is no transaction: its statements can be run twice, and its version row comes last. A kill in the
 * middle leaves no version row and the whole script runs again.
 */
final class Schema {
    private static final List<String> SCRIPTS = List.of("001-editions.sql", "002-accounts.sql", "003-chain.sql");

    private Schema() {}

    static void bringUpToDate(Connection connection) throws SQLException {
        int before = version(connection);
        if (before >= SCRIPTS.size()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
        }
        for (int version = before + 1; version <= SCRIPTS.size(); version++) {
            run(connection, SCRIPTS.get(version - 1));
            if (version == ChainTable.SINCE) {
                ChainTable.enterEarlier(connection);
            }
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO schema_version VALUES (?)")) {
                row.setInt(1, version);
                row.executeUpdate();
            }
        }
    }

    /** The last script that ran to its end; 0 for none. Looks only. */
    static int version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "SCHEMA_VERSION", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // H2 takes a whole script, comments included, as one command.
            statement.execute(text(script));
        }
    }

    private static String text(String script) {
        try (InputStream in = Schema.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
