package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.eventlog.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Transactions on a few connections, without a container's transaction manager. */
final class PlainTransactions implements Transactions, AutoCloseable {
    private final BlockingQueue<Connection> idle;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    PlainTransactions(Database database, int connections) throws SQLException {
        idle = new ArrayBlockingQueue<>(connections);
        for (int i = 0; i < connections; i++) {
            var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
            connection.setAutoCommit(false);
            idle.add(connection);
        }
    }

    @Override
    public <T> T call(Supplier<T> work) {
        var connection = take();
        current.set(connection);
        try {
            var result = work.get();
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            current.remove();
            giveBack(connection);
        }
    }

    /** Gives the connection of the transaction around the call, which stays open when it is closed. */
    DataSource dataSource() {
        var type = DataSource.class;
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return left(current.get());
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static Connection left(Connection connection) {
        var type = Connection.class;
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Connection take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was not committed is rolled back; after a commit this costs nothing. */
    private void giveBack(Connection connection) {
        try {
            connection.rollback();
            idle.add(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : idle) {
            connection.close();
        }
    }
}
