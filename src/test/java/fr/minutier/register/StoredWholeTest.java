package fr.minutier.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the register's file at any instant, which is what a process killed at that instant leaves. */
class StoredWholeTest {
    private static final int WRITERS = 2;
    private static final int TABLES = 12;
    private static final int ROWS = 20;
    private static final int TRANSACTIONS_KEPT = 50;
    private static final int COPIES = 40;

    @TempDir
    Path folder;

    @Test
    void a_transaction_that_was_going_on_leaves_nothing_in_the_file() throws Exception {
        Path live = Files.createDirectory(folder.resolve("live"));
        AtomicBoolean enough = new AtomicBoolean();
        List<Path> copies = new ArrayList<>();
        try (H2File register = H2File.open(live);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            register.lasting(connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (int table = 0; table < WRITERS * TABLES; table++) {
                        statement.execute("CREATE TABLE t" + table + " (id INT, part INT, words VARCHAR, PRIMARY KEY"
                                + " (id, part))");
                    }
                }
                return null;
            });
            List<Future<Void>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * TABLES;
                writing.add(writers.submit(() -> write(register, first, enough)));
            }
            while (copies.size() < COPIES) {
                Path copy = Files.createDirectories(folder.resolve("copy-" + copies.size()));
                register.lasting(connection -> null);
                Files.copy(new RegisterFile(live).path(), new RegisterFile(copy).path());
                copies.add(copy);
            }
            enough.set(true);
            for (Future<Void> each : writing) {
                each.get();
            }
        }
        for (Path copy : copies) {
            assertThat(contents(copy)).as(copy.toString()).hasSize(WRITERS);
        }
    }

    /** The same rows in all tables of one writer, one transaction after another. */
    private static Void write(H2File register, int first, AtomicBoolean enough) throws Exception {
        for (int transaction = 0; !enough.get(); transaction++) {
            int id = transaction;
            register.inTransaction(connection -> {
                for (int table = first; table < first + TABLES; table++) {
                    insert(connection, table, id);
                }
                return null;
            });
            if (transaction % TRANSACTIONS_KEPT == 0) {
                register.inTransaction(connection -> {
                    for (int table = first; table < first + TABLES; table++) {
                        try (Statement delete = connection.createStatement()) {
                            delete.execute("DELETE FROM t" + table);
                        }
                    }
                    return null;
                });
            }
        }
        return null;
    }

    private static void insert(Connection connection, int table, int id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t" + table + " VALUES (?, ?, ?)")) {
            for (int part = 0; part < ROWS; part++) {
                insert.setInt(1, id);
                insert.setInt(2, part);
                insert.setString(3, "mots ".repeat(ROWS));
                insert.executeUpdate();
            }
        }
    }

    /** What the tables hold, each content once, with its writer: more than one for a writer is half a transaction. */
    private static Set<String> contents(Path copy) throws Exception {
        Set<String> contents = new HashSet<>();
        try (H2File register = H2File.open(copy)) {
            for (int table = 0; table < WRITERS * TABLES; table++) {
                int read = table;
                contents.add(read / TABLES + ": "
                        + register.inTransaction(connection -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet row = statement.executeQuery(
                                            "SELECT COUNT(*), SUM(id * 100 + part) FROM t" + read)) {
                                row.next();
                                return row.getString(1) + " " + row.getString(2);
                            }
                        }));
            }
        }
        return contents;
    }
}
