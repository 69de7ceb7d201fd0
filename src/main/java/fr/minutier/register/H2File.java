package fr.minutier.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * One H2 database in one file that its owner alone may read, held by one process. The lock is the operating system's
 * and falls with the process, however it ends.
 */
final class H2File implements AutoCloseable {
    private static final String NAME = "registre";
    // A step's transaction, one apart for the job repository and one for the register, for each session under way.
    private static final int MOST_CONNECTIONS = 64;

    private final Path folder;
    private final boolean noted;
    private final JdbcConnectionPool pool;
    // H2 closes a database with its last connection: this one keeps the lock while the pool is idle.
    private final Connection keeper;
    private boolean compacting;

    private H2File(Path folder, boolean noted, JdbcConnectionPool pool, Connection keeper) {
        this.folder = folder;
        this.noted = noted;
        this.pool = pool;
        this.keeper = keeper;
    }

    /** False for a file that a run killed in its first moments left empty, too: there is nothing to read in it. */
    static boolean isPresent(Path folder) {
        return file(folder).toFile().length() > 0;
    }

    /** Opens the database, making folder and file when they are not there. */
    static H2File open(Path folder) throws RegisterBusy {
        try {
            makePrivate(folder);
        } catch (IOException e) {
            throw new RegisterFailure(
                    "le dossier du registre «\u00a0%s\u00a0» ne peut pas être créé.".formatted(folder), e);
        }
        // The program closes the database itself, at the end of a run that may outlive the shutdown hooks' start.
        H2File opened = connect(folder, ";DB_CLOSE_ON_EXIT=FALSE", true);
        Holder.here().note(folder);
        return opened;
    }

    /** Opens a database that is there, for reading only; nothing on disk changes. */
    static H2File openToRead(Path folder) throws RegisterBusy {
        return connect(folder, ";ACCESS_MODE_DATA=r", false);
    }

    private static H2File connect(Path folder, String settings, boolean noted) throws RegisterBusy {
        String path = WatchedDisk.watch(folder.resolve(NAME));
        if (path.indexOf(';') >= 0) {
            throw new RegisterFailure(
                    "le chemin du registre «\u00a0%s\u00a0» contient un point-virgule\u00a0: choisissez un autre dossier."
                            .formatted(folder),
                    new IllegalArgumentException(path));
        }
        String url = "jdbc:h2:" + path + ";FILE_LOCK=FS;TRACE_LEVEL_FILE=0" + settings;
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        try {
            return new H2File(folder, noted, pool, pool.getConnection());
        } catch (SQLException e) {
            pool.dispose();
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new RegisterBusy(folder, Holder.of(folder), e);
            }
            throw RegisterFailure.of(file(folder), e);
        }
    }

    JdbcConnectionPool dataSource() {
        return pool;
    }

    /** What is done within one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work whole or not at all. */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** H2 writes half a second late unless told: what was committed is on disk when this returns. */
    void force() {
        execute("CHECKPOINT SYNC");
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes the file anew when it is closed: nothing is left in it of what was deleted. */
    void compactOnClose() {
        compacting = true;
    }

    private RegisterFailure failure(SQLException cause) {
        return RegisterFailure.of(file(folder), cause);
    }

    @Override
    public void close() {
        if (noted) {
            Holder.leave(folder);
        }
        pool.dispose();
        try (Connection last = keeper) {
            if (compacting) {
                compact(last);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void compact(Connection last) throws SQLException {
        try (Statement statement = last.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }

    /** The database's one file. */
    static Path file(Path folder) {
        return folder.resolve(Register.FILE);
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        if (!Files.exists(file(folder))) {
            // H2 would make it readable by all: an empty file is a new database to it.
            Files.createFile(file(folder));
        }
        restrict(file(folder), "rw-------");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
