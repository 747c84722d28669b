package io.upswing.notification.command;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.view.Replanning;
import jakarta.inject.Singleton;

/** Makes plans anew in the background where a clinic adopted other policies; any number of replicas may. */
@Singleton
class Replanner {
    private static final int PATIENTS = 200;

    private final EventLogs logs;
    private final Replanning replanning;

    Replanner(EventLogs logs, Replanning replanning) {
        this.logs = logs;
        this.replanning = replanning;
    }

    @Scheduled(every = "${upswing.dispatch.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        while (logs.ready() && replanning.next(PATIENTS)) {
            // part by part: others get their turn at the patients in between
        }
    }
}
