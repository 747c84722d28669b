package io.upswing.scheduling.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.upswing.eventlog.Disturbance;
import io.upswing.eventlog.EventLogs;
import io.upswing.scheduling.view.DueFold;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/**
 * Derives what is due where something happened, and again where midnight has passed at a site: after the events, many at once,
 * so that nobody waits for it who records one. Replicas share the work: each takes courses that no other holds.
 */
@Singleton
public class DueSweep {
    /** A derivation is some dozen microseconds, but what it publishes is a statement each. */
    private static final int AT_ONCE = 500;

    private final EventLogs logs;
    private final DueFold due;
    private final InstantSource clock;
    private volatile boolean caughtUp;

    DueSweep(EventLogs logs, DueFold due, InstantSource clock) {
        this.logs = logs;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Often, so that there is never much of it at once beside those who book. Not before the views have reached the logs: half the facts of a course would be published as its state.
     */
    @Scheduled(every = "0.25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (logs.ready() && derive(read(() -> due.waiting(clock.instant())), due::derive)) {
            caughtUp = true;
        }
    }

    /** Derives what waits for it of a clinic by now, for who asks and must see what they have done. */
    public void settle(String clinic) {
        if (logs.ready()) {
            derive(read(() -> due.waiting(clinic)), due::deriveAfterOthers);
        }
    }

    /** Those that wait now and not those that begin to meanwhile, or it might never end. False: it was broken off. */
    private boolean derive(List<UUID> waiting, BiConsumer<List<UUID>, Instant> derivation) {
        Consumer<List<UUID>> inTransaction =
                some -> QuarkusTransaction.requiringNew().run(() -> derivation.accept(some, clock.instant()));
        return waiting.stream().gather(Gatherers.windowFixed(AT_ONCE)).allMatch(some -> {
            if (logs.ready()) {
                derive(some, inTransaction);
            }
            return logs.ready();
        });
    }

    /** One that cannot be derived keeps no other waiting. */
    private static void derive(List<UUID> some, Consumer<List<UUID>> inTransaction) {
        try {
            inTransaction.accept(some);
        } catch (RuntimeException e) {
            if (Disturbance.causes(e)) {
                throw e;
            }
            some.forEach(course ->
                    Apart.run("deriving what is due of course " + course, () -> inTransaction.accept(List.of(course))));
        }
    }

    private static <T> T read(Supplier<T> query) {
        return QuarkusTransaction.requiringNew().call(query::get);
    }

    /** Whether what a replay left to be derived was derived: until then the call list is not complete. */
    boolean caughtUp() {
        return caughtUp;
    }
}
