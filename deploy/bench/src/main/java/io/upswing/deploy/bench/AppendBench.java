package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.LogParts;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.flywaydb.core.Flyway;

/** What the event log makes of PostgreSQL: appends a second, beside the bare statements in one function. */
final class AppendBench {
    private static final double SHARE = 0.5;
    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final UUID TOPIC = new Ids(0).next();
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Database database;
    private final Crowd crowd;
    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final AtomicLong seeds = new AtomicLong();
    private final List<AppendFunction> functions = new ArrayList<>();

    AppendBench(Database database, Crowd crowd) {
        this.database = database;
        this.crowd = crowd;
    }

    void run(Consumer<Figure> report) throws SQLException {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/eventlog")
                .load()
                .migrate();
        AppendFunction.create(database);
        try (var transactions = new PlainTransactions(database, 2 * crowd.writers());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new LogParts(transactions.dataSource(), transactions);
            report.accept(figure("append", false, parts.appending(codec, new NoViews())));
            report.accept(figure("append and mark as logged", true, parts.marking(codec, new NoViews(), threads)));
        } finally {
            for (var function : functions) {
                function.close();
            }
        }
    }

    private Figure figure(String name, boolean marked, EventLog<SessionEvent> log) {
        var duel = Duel.of(() -> crowd.perSecond(library(log)), () -> crowd.perSecond(function(marked)));
        var statements = marked ? "one function, then the mark" : "the same statements as one function";
        var limit = new Limit(statements, Quantity.perSecond(duel.limit()));
        return Figure.rate(name + ", " + crowd.writers() + " writers", duel.measured(), limit, SHARE);
    }

    private IntFunction<Runnable> library(EventLog<SessionEvent> log) {
        return writer -> {
            var work = new Chairside(seeds.incrementAndGet());
            return () -> {
                var next = work.next();
                var request = new Request("clinic", "nurse 7", next.eventId(), HASH, null);
                var draft = Optional.of(Draft.of(Chairside.administration(next), AT));
                if (!(log.execute(request, next.patient(), history -> draft) instanceof Outcome.Logged)) {
                    throw new IllegalStateException("not logged");
                }
            };
        };
    }

    private IntFunction<Runnable> function(boolean marked) {
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
}
