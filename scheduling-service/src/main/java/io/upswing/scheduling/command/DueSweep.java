package io.upswing.scheduling.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.upswing.eventlog.EventLogs;
import io.upswing.scheduling.view.DueFold;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Derives what is due where something happened, and again where midnight has passed at a site: after the events, many at once,
 * so that nobody waits for it who records one. Replicas share the work: each takes courses that no other holds.
 */
@Singleton
public class DueSweep {
    private final EventLogs logs;
    private final DueFold due;
    private final InstantSource clock;
    private volatile boolean caughtUp;

    DueSweep(EventLogs logs, DueFold due, InstantSource clock) {
        this.logs = logs;
        this.due = due;
        this.clock = clock;
    }

    /** Not before the views have reached the logs: half the facts of a course would be published as its state. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (logs.ready()) {
            if (!QuarkusTransaction.requiringNew().call(() -> due.deriveSome(clock.instant()))) {
                caughtUp = true;
                return;
            }
        }
    }

    /** Derives what waits for it of a clinic, for who asks and must see what they have done. */
    public void settle(String clinic) {
        while (logs.ready()
                && QuarkusTransaction.requiringNew().call(() -> due.deriveSomeOf(clinic, clock.instant()))) {}
    }

    /** Whether what a replay left to be derived was derived: until then the call list is not complete. */
    boolean caughtUp() {
        return caughtUp;
    }
}
