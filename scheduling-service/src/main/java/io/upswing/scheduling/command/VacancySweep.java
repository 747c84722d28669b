package io.upswing.scheduling.command;

import io.quarkus.scheduler.Scheduled;
import io.upswing.eventlog.EventLogs;
import io.upswing.scheduling.domain.Vacancy;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks for what became free and is not offered to anybody. Replicas share the work. */
@Singleton
class VacancySweep {
    private static final Logger LOG = Logger.getLogger(VacancySweep.class);

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
            backfilling.wanted().forEach(this::offer);
        }
    }

    /** One that cannot be offered must not keep the others waiting; it is tried again with the next sweep. */
    private void offer(Vacancy vacancy) {
        try {
            backfilling.offer(vacancy);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Vacancy %s is not offered", vacancy.id());
        }
    }
}
