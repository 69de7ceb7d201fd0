package fr.minutier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of the tests' own, started when it is first asked for and ended with this process; nothing of it
 * need be installed. One server, one database to a test.
 */
public final class PostgresOfTests {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresOfTests() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The environment of a program whose register lives in a new, empty database. */
    public static Map<String, String> newDatabase() {
        return newDatabase("");
    }

    /** The environment of a program whose register lives in a copy of a database that nobody is connected to. */
    public static Map<String, String> copyOf(Map<String, String> environment) {
        String url = environment.get("MINUTIER_BASE");
        // Copied through the log of the server, a sequence would fall back to its old value when the server crashes.
        return newDatabase(
                " TEMPLATE " + url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')) + " STRATEGY FILE_COPY");
    }

    private static Map<String, String> newDatabase(String like) {
        String name = "registre" + DATABASES.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("MINUTIER_BASE", "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port(), name));
    }

    /** Crashes the server, as a fault of its machine would: it starts again by itself, and every connection is gone. */
    public static void crash() throws SQLException, InterruptedException {
        long backend;
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            backend = row.getLong(1);
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            Thread.sleep(500);
        } catch (SQLException e) {
            // this connection is gone, too
        }
    }

    /** Where the server listens, on this machine. */
    public static int port() {
        return Holder.SERVER.getPort();
    }
}
