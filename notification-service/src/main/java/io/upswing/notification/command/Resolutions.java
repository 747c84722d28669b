package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Worklist;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Reminders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records that a person saw to an item of the worklist. */
@Singleton
public class Resolutions {
    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final Reminders reminders;
    private final InstantSource clock;

    Resolutions(EventLog<NotificationEvent> log, Plans plans, Reminders reminders, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.reminders = reminders;
        this.clock = clock;
    }

    public Outcome<NotificationEvent> resolve(Request request, UUID patientId, UUID itemId, String by, String outcome) {
        return log.execute(request, patientId, history -> {
            plans.lock(Set.of(patientId));
            var now = clock.instant();
            var item = reminders.find(request.clinic(), itemId).orElse(null);
            var events = history.stream().map(Recorded::event).toList();
            return Optional.of(Draft.of(Worklist.resolve(events, item, Policies.DEFAULTS, by, outcome, now), now));
        });
    }
}
