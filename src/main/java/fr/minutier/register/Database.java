package fr.minutier.register;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database that holds a register. One process at a time writes to it; how that is held, and what becomes of a
 * process that lost its hold, is the database's own.
 */
sealed interface Database extends AutoCloseable permits H2File, PostgresDatabase {
    /** Connections to it, for several threads at once. */
    DataSource dataSource();

    /** A script for H2, in the words of this database. */
    String inItsWords(String script);

    /** What is done within one transaction. */
    interface Work<T, X extends Exception> {
        T on(Connection connection) throws SQLException, X;
    }

    /** Does the work whole or not at all. */
    default <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        try (Connection connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    undo(connection);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is broken: the database undoes what it began, and what broke it is told by the work.
        }
    }

    /**
     * Does the work whole or not at all, and only as long as this process is the one that writes; what was done is on disk
     * when this returns. Nobody else becomes the one that writes while the work goes on.
     */
    <T, X extends Exception> T lasting(Work<T, X> work) throws X;

    /** Which run writes, counted by the database; 0 where it counts none. */
    long turn();

    /** Sees to it that, once closed, nothing is left in the database's files of what was deleted. */
    void leaveNoTraces();

    /** What an error comes from, as far as one can tell. */
    RegisterFailure failure(SQLException cause);

    @Override
    void close();
}
