package io.upswing.eventlog;

import io.upswing.eventlog.LogProblem.Kind;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one row that says which database this is. */
final class PostgresIdentity implements Identity {

    /** Any number that nobody else locks in a service's database. */
    private static final long START_UP = 0x7570_7377_696e_67L;

    private final Sql sql;
    private volatile @Nullable UUID incarnation;
    private volatile @Nullable UUID starter;

    PostgresIdentity(Sql sql) {
        this.sql = sql;
    }

    /** The lock lives as long as a connection: a replica that dies gives way to the next. */
    @Override
    public void alone(Runnable startUp) {
        try (var connection = sql.connection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + START_UP + ")");
            try {
                startUp.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + START_UP + ")");
            }
        } catch (SQLException e) {
            throw new Sql.Failed(e);
        }
    }

    @Override
    public void claim() {
        sql.query("update log_identity set starter = gen_random_uuid() returning incarnation, starter", row -> {
            incarnation = Sql.uuid(row, "incarnation");
            starter = Sql.uuid(row, "starter");
            return row;
        });
    }

    @Override
    public void requireTurn() {
        var mine = sql.query("select 1 from log_identity where starter = ? for share", row -> 1, starter);
        if (mine.isEmpty()) {
            throw new Moved();
        }
    }

    @Override
    public boolean rebuilt() {
        return sql.query("select rebuilt from log_identity", row -> row.getBoolean("rebuilt"))
                .getFirst();
    }

    @Override
    public void setRebuilt(boolean rebuilt) {
        sql.update("update log_identity set rebuilt = ?", rebuilt);
    }

    /** The name of the database that this replica writes to; null before the start-up has claimed it. */
    @Nullable
    UUID incarnation() {
        return incarnation;
    }

    void requireSame() {
        var same = sql.query("select 1 from log_identity where incarnation = ?", row -> 1, incarnation);
        if (same.isEmpty()) {
            throw another();
        }
    }

    static LogProblem another() {
        return new LogProblem(Kind.NOT_READY, "The database is not the one this replica started with.");
    }
}
