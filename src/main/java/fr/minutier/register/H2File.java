package fr.minutier.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One H2 database in one file that its owner alone may read, held by one process. The lock is the operating system's
 * and falls with the process, however it ends.
 */
final class H2File implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final String NAME = "registre";
    // A step's transaction, one apart for the job repository and one for the register, for each session under way.
    private static final int MOST_CONNECTIONS = 64;
    // A run that is killed does again what it did since the last round.
    private static final long BETWEEN_ROUNDS_MS = 500;
    private static final long PATIENCE_MS = 5_000;

    private final Path folder;
    private final JdbcConnectionPool pool;
    private final DataSource database;
    // H2 closes a database with its last connection: this one keeps the lock while the pool is idle.
    private final Connection keeper;
    // Stores what is committed and gives copies to who asks, round after round. Never interrupted: that would close the
    // file under it.
    private final @Nullable Thread caring;
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean compacting;

    private H2File(Path folder, boolean writing, JdbcConnectionPool pool, Connection keeper) {
        this.folder = folder;
        this.pool = pool;
        this.database = OneAtATime.over(pool);
        this.keeper = keeper;
        this.caring = writing ? care(new Snapshots(folder, database)) : null;
    }

    private Thread care(Snapshots snapshots) {
        return Thread.ofPlatform().daemon().name("register").start(() -> {
            try {
                while (!closing.await(BETWEEN_ROUNDS_MS, TimeUnit.MILLISECONDS)) {
                    store();
                    snapshots.serve();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** False for a file that a run killed in its first moments left empty, too: there is nothing to read in it. */
    static boolean isPresent(Path folder) {
        return new RegisterFile(folder).path().toFile().length() > 0;
    }

    /** Opens the database, making folder and file when they are not there. */
    static H2File open(Path folder) throws RegisterBusy {
        makeFile(folder);
        // The program closes the database itself, at the end of a run that may outlive the shutdown hooks' start.
        // Nor does it store of its own accord, while statements go on: not for 24 days.
        // With a delay of 0 it would at every commit.
        H2File opened = connect(folder, ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=" + Integer.MAX_VALUE, true);
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
    public DataSource dataSource() {
        return database;
    }

    @Override
    public String inItsWords(String script) {
        return script;
    }

    /** What is committed is stored within half a second unless told. */
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
        try {
            execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void store() {
        try {
            execute("CHECKPOINT");
        } catch (SQLException e) {
            // What is wrong with the file is told to whoever writes next.
            LOG.debug("not stored", e);
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
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
        if (caring != null) {
            end(caring);
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

    /** Waits for the round that goes on, a while. */
    private void end(Thread rounds) {
        closing.countDown();
        try {
            rounds.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
