package fr.minutier.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Lets what is asked of a database through it happen one call at a time. H2 stores its tables one after another, and
 * not the instant between two calls: of a transaction that goes on meanwhile in another thread it may store a row
 * without what would undo that row (issue 2080 of h2database). A process killed before the next storing then leaves half a
 * transaction in the file. Transactions still overlap: none may wait for another's row, which it would do in vain. Results
 * are read out of turn: reading changes nothing.
 */
final class OneAtATime {
    private final ReentrantLock turn = new ReentrantLock();

    private OneAtATime() {}

    /** The same connections, whose calls wait for each other; getting one waits for none. */
    static DataSource over(DataSource source) {
        return (DataSource) new OneAtATime().standingFor(source, DataSource.class);
    }

    private Object standingFor(Object real, Class<?> type) {
        return Proxy.newProxyInstance(
                OneAtATime.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean waits = !(real instanceof DataSource);
                    Object result = waits ? inTurn(real, method, arguments) : call(real, method, arguments);
                    if (result instanceof Connection) {
                        return standingFor(result, Connection.class);
                    }
                    if (result instanceof PreparedStatement) {
                        return standingFor(result, PreparedStatement.class);
                    }
                    return result instanceof Statement ? standingFor(result, Statement.class) : result;
                });
    }

    private Object inTurn(Object real, Method method, Object[] arguments) throws Throwable {
        turn.lock();
        try {
            return call(real, method, arguments);
        } finally {
            turn.unlock();
        }
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
