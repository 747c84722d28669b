package io.upswing.eventlog;

import io.upswing.deploy.embedded.Database;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Transactions on plain JDBC: the connection is bound to the thread, and given to whoever asks for one there. */
final class JdbcTransactions implements Transactions, DataSource, AutoCloseable {

    private final Database database;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    JdbcTransactions(Database database) {
        this.database = database;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            return begun(work);
        } catch (SQLException e) {
            throw new Disturbed(e);
        } catch (RuntimeException e) {
            throw Disturbance.causes(e) ? new Disturbed(e) : e;
        }
    }

    private <T> T begun(Supplier<T> work) throws SQLException {
        var pooled = idle.poll();
        var connection = pooled != null ? pooled : open();
        connection.setAutoCommit(false);
        current.set(connection);
        var good = false;
        try {
            var result = work.get();
            connection.commit();
            good = true;
            return result;
        } finally {
            current.remove();
            giveBack(connection, good);
        }
    }

    private void giveBack(Connection connection, boolean good) throws SQLException {
        if (good) {
            idle.push(connection);
        } else {
            connection.close(); // which rolls back
        }
    }

    /** The transaction's connection, whose closing leaves it open; one of the caller's own outside of a transaction. */
    @Override
    public Connection getConnection() throws SQLException {
        var bound = current.get();
        return bound == null ? open() : kept(bound);
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
