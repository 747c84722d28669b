package io.upswing.eventlog;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every new connection whether it leads to the database that this replica started with. To drop a database ends
 * its connections, so a replica that was left running meets the change here, before it can answer from a half-built one.
 */
@Singleton
class SameDatabase implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(SameDatabase.class);
    private static final String NO_SUCH_TABLE = "42P01";

    /** As if the server had refused the connection: what wanted it is tried again, or answered as unavailable. */
    private static final String REJECTED = "08004";

    private final Gate gate;
    private volatile Supplier<@Nullable UUID> expected = () -> null;

    SameDatabase(Gate gate) {
        this.gate = gate;
    }

    /** @param incarnation null as long as the start-up has not claimed a database */
    void expect(Supplier<@Nullable UUID> incarnation) {
        expected = incarnation;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        var incarnation = expected.get();
        if (incarnation == null || leadsTo(incarnation, connection)) {
            return;
        }
        LOG.error("The database under this replica is another one: it stops and answers nothing more");
        gate.stop("the database is another one");
        throw new Sql.Failed(new SQLException("The database is another one.", REJECTED));
    }

    private static boolean leadsTo(UUID incarnation, Connection connection) {
        try (var statement = connection.prepareStatement("select 1 from log_identity where incarnation = ?")) {
            statement.setObject(1, incarnation);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new Sql.Failed(e); // it went away again: that says nothing about which one it is
        }
    }
}
