package io.upswing.scheduling.command;

import io.quarkus.arc.DefaultBean;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventLogs;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.scheduling.view.SchedulingViews;
import io.upswing.scheduling.view.StatePublisher;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the clock and the log of this service. */
final class Wiring {
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    EventLog<SchedulingEvent> log(EventLogs logs, SchedulingViews views) {
        return logs.log(SchedulingEventTypes.codec(), views);
    }

    /** Late, because the log folds the views that publish through it. */
    @Produces
    @Singleton
    StatePublisher publisher(Instance<EventLog<SchedulingEvent>> log) {
        return changes -> log.get().publish(changes);
    }
}
