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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The register's tables, brought up to date by numbered scripts. H2 commits each statement that defines a table by
 * itself, so a script is no transaction: its statements can be run twice, and its version row comes last. A kill in the
 * middle leaves no version row and the whole script runs again.
 */
final class Schema {
    /** By the version that each gives; one that is missing in between belongs to nobody. */
    private static final SortedMap<Integer, String> SCRIPTS =
            new TreeMap<>(Map.of(1, "001-editions.sql", 2, "002-accounts.sql", 4, "004-particulars.sql"));

    private Schema() {}

    static void bringUpToDate(Connection connection) throws SQLException {
        Set<Integer> before = versions(connection);
        if (before.containsAll(SCRIPTS.keySet())) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
        }
        for (Map.Entry<Integer, String> script : SCRIPTS.entrySet()) {
            if (!before.contains(script.getKey())) {
                run(connection, script.getValue());
                try (PreparedStatement row = connection.prepareStatement("INSERT INTO schema_version VALUES (?)")) {
                    row.setInt(1, script.getKey());
                    row.executeUpdate();
                }
            }
        }
    }

    /** Whether that script ran to its end. Looks only. */
    static boolean has(Connection connection, int version) throws SQLException {
        return versions(connection).contains(version);
    }

    /** The scripts that ran to their end. Looks only. */
    static Set<Integer> versions(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "SCHEMA_VERSION", null)) {
            if (!tables.next()) {
                return Set.of();
            }
        }
        Set<Integer> versions = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM schema_version")) {
            while (rows.next()) {
                versions.add(rows.getInt(1));
            }
        }
        return versions;
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
