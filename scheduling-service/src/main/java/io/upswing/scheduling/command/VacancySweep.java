package io.upswing.scheduling.command;

import io.quarkus.scheduler.Scheduled;
import io.upswing.eventlog.EventLogs;
import jakarta.inject.Singleton;

/** Looks for what became free and is not offered to anybody. Replicas share the work. */
@Singleton
class VacancySweep {
    private final EventLogs logs;
    private final Backfilling backfilling;

    VacancySweep(EventLogs logs, Backfilling backfilling) {
        this.logs = logs;
        this.backfilling = backfilling;
    }

    /** Not before the views have reached the logs: what was answered already would be asked again. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (logs.ready()) {
            backfilling
                    .wanted()
                    .forEach(
                            vacancy -> Apart.run("offering vacancy " + vacancy.id(), () -> backfilling.offer(vacancy)));
        }
    }
}
