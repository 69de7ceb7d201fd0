package fr.minutier.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database, as {@code MINUTIER_BASE} names it, and how to log in to it. What it prints as tells host and
 * database, never a login.
 */
public final class Server {
    /** The variable of the environment that names the database. */
    public static final String VARIABLE = "MINUTIER_BASE";

    /** By which the server knows connections of this program. */
    static final String NAME = "minutier";

    private static final long PATIENCE_MS = 15_000;
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql:(?://([^/?@\\s]*)/)?([^/?@\\s]*)(?:\\?(\\S*))?");
    private static final Map<String, String> SETTINGS = Map.of(
            // What the program hands over as text is compared as the type of the column, so that an index on it serves.
            "stringtype", "unspecified",
            "reWriteBatchedInserts", "true",
            // What the outside world is told is on disk, whatever the server does by default.
            "options", "-c synchronous_commit=on",
            "connectTimeout", "10",
            // A server that vanished with its machine must be noticed: twice the longest wait for a lock.
            "socketTimeout", "120",
            "tcpKeepAlive", "true");

    private static final String APPLICATION = "ApplicationName";

    private final String url;
    private final String where;
    private final Map<String, String> login;

    private Server(String url, String where, Map<String, String> login) {
        this.url = url;
        this.where = where;
        this.login = login;
    }

    /**
     * The database that the environment names; empty when it names none. {@code PGUSER} and {@code PGPASSWORD} say what the
     * address does not; the driver itself reads {@code PGPASSFILE} and {@code PGSERVICEFILE}.
     *
     * @throws RegisterFailure when the address is none of PostgreSQL
     */
    public static Optional<Server> of(Map<String, String> environment) {
        String url = environment.getOrDefault(VARIABLE, "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw RegisterFailure.ofSettings(VARIABLE
                    + " n’est pas une adresse de base PostgreSQL\u00a0: attendu jdbc:postgresql://hôte/base, avec au besoin"
                    + " ?user=…&password=…");
        }
        Map<String, String> login = new LinkedHashMap<>();
        give(login, "user", environment.get("PGUSER"));
        give(login, "password", environment.get("PGPASSWORD"));
        String host = parts.group(1) == null || parts.group(1).isEmpty() ? "localhost" : parts.group(1);
        return Optional.of(new Server(url, "«\u00a0" + parts.group(2) + "\u00a0» de " + host, login));
    }

    private static void give(Map<String, String> login, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            login.put(name, value);
        }
    }

    /** This process as others know it, on whatever machine: fit for the name of a folder. */
    public static String nameOfThisProcess() {
        Holder here = Holder.here();
        return (here.machine() + "-" + here.process()).replaceAll("[^A-Za-z0-9.-]", "-");
    }

    /**
     * Connections to the database, opened as they are needed.
     *
     * @param name by which the server knows them
     * @param most at once
     */
    public Pool pool(String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        Properties properties = properties();
        properties.setProperty(APPLICATION, name);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setInitializationFailTimeout(-1);
        return new Pool(new HikariDataSource(config));
    }

    /** Connections to a database, for several threads at once. */
    public static final class Pool implements AutoCloseable {
        private final HikariDataSource connections;

        private Pool(HikariDataSource connections) {
            this.connections = connections;
        }

        /** Where they are had. */
        public DataSource dataSource() {
            return connections;
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    /** For the driver; bears the password when the variable does. */
    String url() {
        return url;
    }

    /** For the driver, where the address itself does not say otherwise. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        properties.setProperty(APPLICATION, NAME);
        properties.putAll(login);
        return properties;
    }

    /** Database and host, in French: {@code « base » de hôte}. */
    @Override
    public String toString() {
        return where;
    }
}
