package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Refused;
import io.upswing.notification.domain.Refused.Refusal;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Worklist;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import io.upswing.notification.view.Plans;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records that a person saw to an item of the worklist. */
@Singleton
public class Resolutions {
    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final InstantSource clock;

    Resolutions(EventLog<NotificationEvent> log, Plans plans, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws Refused when there is nothing to see to about the reminder, or nothing any more */
    public Outcome<NotificationEvent> resolve(Request request, Reminder item, String by, String outcome) {
        return log.execute(request, item.patientId(), history -> {
            plans.lock(Set.of(item.patientId()));
            var now = clock.instant();
            var kind = Worklist.of(item, Policies.DEFAULTS, now)
                    .orElseThrow(() -> new Refused(Refusal.NO_SUCH_ITEM, "There is nothing to see to about this."));
            refuseTwice(history.stream().map(recorded -> recorded.event()).toList(), item, kind);
            var resolved = new WorklistResolved(
                    item.id(), item.patientId(), item.id(), kind.name(), by.strip(), outcome.strip());
            return Optional.of(Draft.of(resolved, now));
        });
    }

    private static void refuseTwice(List<NotificationEvent> history, Reminder item, Worklist.Kind kind) {
        for (var event : history) {
            if (event instanceof WorklistResolved resolved
                    && resolved.itemId().equals(item.id())
                    && resolved.kind().equals(kind.name())) {
                throw new Refused(Refusal.ALREADY_RESOLVED, "Somebody has seen to this already.");
            }
        }
    }
}
