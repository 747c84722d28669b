package io.upswing.eventlog;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Looks at every new connection whether it leads to the database that this replica started with. To drop a database ends
 * its connections, so a replica that was left running meets the change here, before it can answer from a half-built one.
 */
@Singleton
class SameDatabase implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(SameDatabase.class);

    private final Instance<EventLogs> logs;

    SameDatabase(Instance<EventLogs> logs) {
        this.logs = logs;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        // Lazily: the log's own start opens connections before it is made
        var log = logs.get();
        var expected = log.store().incarnation();
        if (expected == null) {
            return;
        }
        try (var statement = connection.prepareStatement("select 1 from log_identity where incarnation = ?")) {
            statement.setObject(1, expected);
            if (!statement.executeQuery().next()) {
                stop(log);
            }
        } catch (SQLException e) {
            stop(log);
        }
    }

    private static void stop(EventLogs log) {
        LOG.error("The database under this replica is another one: it stops and answers nothing more");
        log.gate().stop("the database is another one");
        throw new IllegalStateException("The database is another one.");
    }
}
