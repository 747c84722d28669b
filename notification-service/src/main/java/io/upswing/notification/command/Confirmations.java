package io.upswing.notification.command;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.domain.Calendar;
import io.upswing.notification.view.Affirmed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Tells the calendar who answered yes, until its own events say that it knows. Nothing is kept about it: who has still to be
 * told follows from what was answered and how the appointments stand, so neither a crash nor the calendar's absence loses one.
 */
@Singleton
class Confirmations {
    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    private static final int SOME = 50;

    private final EventLogs logs;
    private final Affirmed affirmed;
    private final Calendar calendar;
    private final InstantSource clock;

    Confirmations(EventLogs logs, Affirmed affirmed, Calendar calendar, InstantSource clock) {
        this.logs = logs;
        this.affirmed = affirmed;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Scheduled(every = "${upswing.confirmations.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (logs.ready()) {
            run();
        }
    }

    void run() {
        var open = affirmed.open(clock.instant(), SOME);
        var refused = open.stream().filter(each -> !calendar.confirm(each)).count();
        if (refused > 0) {
            LOG.warnf("%d of %d confirmations did not arrive; they are tried again", refused, open.size());
        }
    }
}
