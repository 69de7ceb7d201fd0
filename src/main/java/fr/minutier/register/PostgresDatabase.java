package fr.minutier.register;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database of a PostgreSQL server, written to by one run at a time.
 *
 * <p>A run holds an advisory lock on a connection of its own, which falls with the process, and so tells a second run that
 * a first one goes. It proves nothing to a process that was paused, or cut off from the server, while another one took
 * over: so each run also takes the next turn, in the one row of {@code runner}, and whatever it writes it writes in a
 * transaction that holds this row and finds its own turn there. Who takes the next turn waits for these transactions.
 */
final class PostgresDatabase implements Database {
    /** The lock of whoever writes: "MINU", 1. */
    private static final String LOCK = "1296649813, 1";
    // A step's transaction, one apart for the job repository and one for the register, for each session under way.
    private static final int MOST_CONNECTIONS = 4 + 4 * Runtime.getRuntime().availableProcessors();

    private final Server server;
    private final Server.Pool pool;
    private final @Nullable Connection lock;
    private final long turn;
    private boolean leavingNoTraces;

    private PostgresDatabase(Server server, String name, @Nullable Connection lock, long turn) {
        this.server = server;
        this.lock = lock;
        this.turn = turn;
        this.pool = server.pool(name, MOST_CONNECTIONS);
    }

    /** Connects as the one that writes. */
    static PostgresDatabase open(Server server) throws RegisterBusy {
        try {
            Connection lock = connect(server);
            try {
                if (!tryLock(lock)) {
                    throw new RegisterBusy(server, holder(lock), new IllegalStateException("lock"));
                }
                return new PostgresDatabase(server, Server.NAME, lock, takeTurn(lock));
            } catch (SQLException | RegisterBusy | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException e) {
            throw RegisterFailure.of(server, e);
        }
    }

    /** Connects for reading only, whoever writes. */
    static PostgresDatabase openToRead(Server server) {
        try {
            connect(server).close(); // at once, where a pool tries again for a while
            return new PostgresDatabase(server, Server.NAME, null, 0);
        } catch (SQLException e) {
            throw RegisterFailure.of(server, e);
        }
    }

    /** Connects as one that works for the run that writes. */
    static PostgresDatabase join(Server server, String name) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT turn FROM runner WHERE id = 1")) {
            row.next();
            return new PostgresDatabase(server, name, null, row.getLong(1));
        } catch (SQLException e) {
            throw RegisterFailure.of(server, e);
        }
    }

    private static Connection connect(Server server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.properties());
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long takeTurn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS runner (id INT PRIMARY KEY, turn BIGINT NOT NULL,"
                    + " process BIGINT, account TEXT, machine TEXT, since TIMESTAMPTZ, command TEXT)");
            statement.execute("INSERT INTO runner (id, turn) VALUES (1, 0) ON CONFLICT DO NOTHING");
        }
        Holder here = Holder.here();
        try (PreparedStatement next = connection.prepareStatement("UPDATE runner SET turn = turn + 1,"
                + " process = ?, account = ?, machine = ?, since = ?, command = ? WHERE id = 1 RETURNING turn")) {
            next.setLong(1, here.process());
            next.setString(2, here.user());
            next.setString(3, here.machine());
            next.setTimestamp(4, Timestamp.from(here.since()));
            next.setString(5, here.command());
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Who holds the lock, as far as it is told: who took the last turn. */
    private static Optional<Holder> holder(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT process, account, machine, since, command FROM runner")) {
            return row.next()
                    ? Optional.of(new Holder(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5)))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // the other run is just making the table
        }
    }

    @Override
    public DataSource dataSource() {
        return pool.dataSource();
    }

    /**
     * Types that PostgreSQL has under other names, and what it computes otherwise. Texts compare by their bytes, as in H2,
     * wherever the database was made: the order of rows goes into what is put on record.
     */
    @Override
    public String inItsWords(String script) {
        return script.replaceAll("\\b(VARCHAR|CHAR)\\b(\\(\\d+\\))?", "$1$2 COLLATE \"C\"")
                .replaceAll("\\bCLOB\\b", "TEXT COLLATE \"C\"")
                .replaceAll("\\bBINARY\\(\\d+\\)", "BYTEA")
                // Three random UUID bear 366 random bits.
                .replace(
                        "SECURE_RAND(32)",
                        "sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))");
    }

    @Override
    public <T, X extends Exception> T lasting(Work<T, X> work) throws X {
        return inTransaction(connection -> {
            requireTurn(connection);
            return work.on(connection);
        });
    }

    @Override
    public long turn() {
        return turn;
    }

    private void requireTurn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT turn FROM runner WHERE id = 1 FOR SHARE")) {
            if (!row.next() || row.getLong(1) != turn) {
                throw RegisterFailure.overtaken(server);
            }
        }
    }

    @Override
    public void leaveNoTraces() {
        leavingNoTraces = true;
    }

    @Override
    public RegisterFailure failure(SQLException cause) {
        return RegisterFailure.of(server, cause);
    }

    @Override
    public void close() {
        pool.close();
        try (Connection given = lock) {
            if (leavingNoTraces && given != null) {
                rewrite(given);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Rows that changed stay in a table until it is written anew. */
    private static void rewrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM FULL outbox");
        }
    }
}
