package io.upswing.notification.command;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.Disturbance;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Replanning;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;

/**
 * Makes plans anew where what they rest on changed for many at once: a clinic's policies, or what was read after a time away.
 * Nothing is sent by what a plan said before: the plan is looked at once more before each start. Replicas share the work.
 */
@Singleton
class PlanSweep {
    private static final Logger LOG = Logger.getLogger(PlanSweep.class);

    /** Others get their turn at the patients in between. */
    private static final int PATIENTS = 200;

    /** While one waits for the database, the other plans. */
    private static final int PARTS = 2;

    private final EventLogs logs;
    private final Replanning replanning;
    private final Plans plans;
    private volatile boolean caughtUp;

    PlanSweep(EventLogs logs, Replanning replanning, Plans plans) {
        this.logs = logs;
        this.replanning = replanning;
        this.plans = plans;
    }

    /** Not before the views have reached the logs: until then plans would be made of half of what is known. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        while (logs.ready() && replanning.next()) {
            // first, so that who is stale for two reasons is planned once
        }
        if (logs.ready() && plan(plans.stale())) {
            caughtUp = true;
        }
    }

    /** Whether what a replay left to be planned was planned: until then a list of reminders is not complete. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** Those that are stale now and not those that become so meanwhile, or it might never end. False: it was broken off. */
    private boolean plan(List<UUID> stale) {
        return stale.stream()
                .gather(Gatherers.windowFixed(PATIENTS))
                .gather(Gatherers.mapConcurrent(PARTS, this::planPart))
                .allMatch(done -> done);
    }

    private boolean planPart(List<UUID> patients) {
        if (logs.ready()) {
            renew(patients);
        }
        return logs.ready();
    }

    /** One whose plan cannot be made keeps no other waiting. */
    private void renew(List<UUID> patients) {
        try {
            plans.renew(patients);
        } catch (RuntimeException e) {
            if (Disturbance.causes(e)) {
                throw e;
            }
            if (patients.size() == 1) {
                LOG.errorf(e, "The plan of patient %s is as it was, and tried again", patients.getFirst());
            } else {
                patients.forEach(patient -> renew(List.of(patient)));
            }
        }
    }
}
