package fr.minutier.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The register's tables, brought up to date by numbered scripts, written for H2. It commits each statement that defines a table by
 * itself, so a script is no transaction: its statements can be run twice, and its version row comes last. A kill in the
 * middle leaves no version row and the whole script runs again.
 */
final class Schema {
    /** In their order; each bears its version in its name. */
    private static final List<String> SCRIPTS = List.of(
            "001-editions.sql",
            "002-accounts.sql",
            "003-chain.sql",
            "004-particulars.sql",
            "005-persons.sql",
            "006-regimes.sql",
            "007-sendings.sql");

    private Schema() {}

    static void bringUpToDate(Connection connection, UnaryOperator<String> inItsWords) throws SQLException {
        Set<Integer> ran = versions(connection);
        if (SCRIPTS.stream().map(Schema::versionOf).allMatch(ran::contains)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
        }
        for (String script : SCRIPTS) {
            int version = versionOf(script);
            if (ran.contains(version)) {
                continue;
            }
            run(connection, inItsWords.apply(text(script)));
            if (version == ChainTable.SINCE) {
                ChainTable.enterEarlier(connection);
            }
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO schema_version VALUES (?)")) {
                row.setInt(1, version);
                row.executeUpdate();
            }
        }
    }

    /** {@code 002} of {@code 002-accounts.sql}. */
    private static int versionOf(String script) {
        return Integer.parseInt(script.substring(0, 3));
    }

    /** The last script that ran to its end; 0 for none. Looks only. */
    static int version(Connection connection) throws SQLException {
        return versions(connection).stream().max(Integer::compare).orElse(0);
    }

    /** Whether the script of that version ran to its end. Looks only. */
    static boolean has(Connection connection, int version) throws SQLException {
        return versions(connection).contains(version);
    }

    /** The scripts that ran to their end. Looks only. */
    static Set<Integer> versions(Connection connection) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        String table = told.storesLowerCaseIdentifiers() ? "schema_version" : "SCHEMA_VERSION";
        try (ResultSet tables = told.getTables(null, connection.getSchema(), table, null)) {
            if (!tables.next()) {
                return Set.of();
            }
        }
        Set<Integer> versions = new TreeSet<>();
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
            // Databases take a whole script, comments included, as one command.
            statement.execute(script);
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
