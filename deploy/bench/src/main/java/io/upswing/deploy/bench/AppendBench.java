package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.LogParts;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What the event log makes of PostgreSQL: appends a second, beside the bare statements in one function. */
final class AppendBench {
    private static final double SHARE = 0.5;
    private static final String APPENDED = "the same statements as one function";

    private final Database database;
    private final Crowd crowd;
    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final AtomicLong seeds = new AtomicLong();

    AppendBench(Database database, Crowd crowd) {
        this.database = database;
        this.crowd = crowd;
    }

    void run(Consumer<Figure> report) throws SQLException {
        try (var bare = BareAppends.in(database);
                var transactions = new PlainTransactions(database, 2 * crowd.writers());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new LogParts(transactions.dataSource(), transactions);
            report.accept(figure("append", bare.writers(false), parts.appending(codec, new NoViews()), APPENDED));
            var marking = parts.marking(codec, new NoViews(), threads);
            report.accept(figure("append and mark as logged", bare.writers(true), marking, BareAppends.MARKED));
        }
    }

    private Figure figure(String name, IntFunction<Runnable> bare, EventLog<SessionEvent> log, String statements) {
        var duel = Duel.of(() -> crowd.perSecond(library(log)), () -> crowd.perSecond(bare));
        var limit = new Limit(statements, Quantity.perSecond(duel.limit()));
        return Figure.rate(name + ", " + crowd.writers() + " writers", duel.measured(), limit, SHARE);
    }

    private IntFunction<Runnable> library(EventLog<SessionEvent> log) {
        return writer -> {
            var work = new Chairside(seeds.incrementAndGet());
            return () -> {
                var next = work.next();
                var request = new Request("clinic", "nurse 7", next.eventId(), BareAppends.HASH, null);
                var draft = Optional.of(Draft.of(Chairside.administration(next), BareAppends.AT));
                if (!(log.execute(request, next.patient(), history -> draft) instanceof Outcome.Logged)) {
                    throw new IllegalStateException("not logged");
                }
            };
        };
    }
}
