package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Worklist;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.view.ClinicPolicies;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Reminders;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Records that a person sees to an item of the worklist, or saw to it. */
@Singleton
public class Resolutions {
    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final Reminders reminders;
    private final ClinicPolicies policies;
    private final InstantSource clock;

    Resolutions(
            EventLog<NotificationEvent> log,
            Plans plans,
            Reminders reminders,
            ClinicPolicies policies,
            InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.reminders = reminders;
        this.policies = policies;
        this.clock = clock;
    }

    public Outcome<NotificationEvent> resolve(Request request, UUID patientId, UUID itemId, String by, String outcome) {
        return decide(
                request,
                patientId,
                (history, now) -> Worklist.resolve(
                        history, itemId, reminder(request, itemId), policies.of(request.clinic()), by, outcome, now));
    }

    public Outcome<NotificationEvent> claim(Request request, UUID patientId, UUID itemId, String by) {
        return decide(
                request,
                patientId,
                (history, now) -> Worklist.claim(
                        history, itemId, reminder(request, itemId), policies.of(request.clinic()), by, now));
    }

    private Outcome<NotificationEvent> decide(
            Request request, UUID patientId, BiFunction<List<NotificationEvent>, Instant, NotificationEvent> decision) {
        return log.execute(request, patientId, history -> {
            plans.lock(Set.of(patientId));
            var now = clock.instant();
            var events = history.stream().map(Recorded::event).toList();
            return Optional.of(Draft.of(decision.apply(events, now), now));
        });
    }

    private @Nullable Reminder reminder(Request request, UUID itemId) {
        return reminders.find(request.clinic(), itemId).orElse(null);
    }
}
