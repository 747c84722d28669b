package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.flywaydb.core.Flyway;

/** What an append costs PostgreSQL alone: writers of the bare statements, each with a connection and patients of its own. */
final class BareAppends implements AutoCloseable {
    static final String MARKED = "one function, then the mark";
    static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final UUID TOPIC = new Ids(0).next();

    /** Away from those of others who write into the same database. */
    private static final long FIRST_SEED = 1_000_000;

    private final Database database;
    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final AtomicLong seeds = new AtomicLong(FIRST_SEED);
    private final List<AppendFunction> functions = new ArrayList<>();

    private BareAppends(Database database) {
        this.database = database;
    }

    /** With the tables of the event log, in a database that has none. */
    static BareAppends in(Database database) throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/eventlog")
                .load()
                .migrate();
        AppendFunction.create(database);
        return new BareAppends(database);
    }

    /** {@code marked}: as logged too, in a transaction of its own. */
    IntFunction<Runnable> writers(boolean marked) {
        return writer -> {
            var work = new Chairside(seeds.incrementAndGet());
            var function = open();
            functions.add(function);
            return () -> {
                var next = work.next();
                function.append(record(next));
                if (marked) {
                    function.mark(next.eventId(), TOPIC);
                }
            };
        };
    }

    private AppendFunction open() {
        try {
            return new AppendFunction(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private EventRecord record(Chairside.Next next) {
        var event = Chairside.administration(next);
        return new EventRecord(
                next.eventId(),
                codec.typeOf(event),
                next.patient(),
                next.version(),
                "clinic",
                "nurse 7",
                AT,
                AT,
                null,
                HASH,
                codec.encode(event));
    }

    @Override
    public void close() throws SQLException {
        for (var function : functions) {
            function.close();
        }
    }
}
