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
import org.jspecify.annotations.Nullable;

/**
 * One H2 database in one file that its owner alone may read, held by one process. The lock is the operating system's
 * and falls with the process, however it ends.
 */
final class H2File implements Database {
    private static final String NAME = "registre";
    // A step's transaction, one apart for the job repository and one for the register, for each session under way.
    private static final int MOST_CONNECTIONS = 64;

    private final Path folder;
    private final JdbcConnectionPool pool;
    // H2 closes a database with its last connection: this one keeps the lock while the pool is idle.
    private final Connection keeper;
    private final @Nullable Snapshots snapshots;
    private boolean compacting;

    private H2File(Path folder, boolean writing, JdbcConnectionPool pool, Connection keeper) {
        this.folder = folder;
        this.pool = pool;
        this.keeper = keeper;
        this.snapshots = writing ? new Snapshots(folder, pool) : null;
    }

    /** False for a file that a run killed in its first moments left empty, too: there is nothing to read in it. */
    static boolean isPresent(Path folder) {
        return new RegisterFile(folder).path().toFile().length() > 0;
    }

    /** Opens the database, making folder and file when they are not there. */
    static H2File open(Path folder) throws RegisterBusy {
        makeFile(folder);
        // The program closes the database itself, at the end of a run that may outlive the shutdown hooks' start.
        H2File opened = connect(folder, ";DB_CLOSE_ON_EXIT=FALSE", true);
        Holder.here().note(folder);
        return opened;
    }

    /** Opens a database that is there, for reading only; nothing on disk changes. */
    static H2File openToRead(Path folder) throws RegisterBusy {
        return connect(folder, ";ACCESS_MODE_DATA=r", false);
    }

    private static H2File connect(Path folder, String settings, boolean writing) throws RegisterBusy {
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
            return new H2File(folder, writing, pool, pool.getConnection());
        } catch (SQLException e) {
            pool.dispose();
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new RegisterBusy(folder, Holder.of(folder), e);
            }
            throw RegisterFailure.of(new RegisterFile(folder).path(), e);
        }
    }

    @Override
    public JdbcConnectionPool dataSource() {
        return pool;
    }

    @Override
    public String inItsWords(String script) {
        return script;
    }

    /** H2 writes half a second late unless told. */
    @Override
    public <T, X extends Exception> T lasting(Work<T, X> work) throws X {
        T result = inTransaction(work);
        force();
        return result;
    }

    @Override
    public long turn() {
        return 0;
    }

    private void force() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes the file anew when it is closed. */
    @Override
    public void leaveNoTraces() {
        compacting = true;
    }

    @Override
    public RegisterFailure failure(SQLException cause) {
        return RegisterFailure.of(new RegisterFile(folder).path(), cause);
    }

    @Override
    public void close() {
        if (snapshots != null) {
            snapshots.close();
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

    /** Makes the folder of a register, its owner's alone. */
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        } catch (IOException e) {
            throw notMade(folder, e);
        }
    }

    private static void makeFile(Path folder) {
        Path file = new RegisterFile(folder).path();
        try {
            if (!Files.exists(file)) {
                // H2 would make it readable by all: an empty file is a new database to it.
                Files.createFile(file);
            }
            restrict(file, "rw-------");
        } catch (IOException e) {
            throw notMade(folder, e);
        }
    }

    private static RegisterFailure notMade(Path folder, IOException cause) {
        return new RegisterFailure(
                "le dossier du registre «\u00a0%s\u00a0» ne peut pas être créé.".formatted(folder), cause);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
