package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.View;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** What our own log says, and the plans that change with it. */
@Singleton
public class NotificationViews implements View<NotificationEvent> {
    private final Sql sql;
    private final Dispatches dispatches;
    private final Plans plans;

    NotificationViews(Sql sql, Dispatches dispatches, Plans plans) {
        this.sql = sql;
        this.dispatches = dispatches;
        this.plans = plans;
    }

    @Override
    public void apply(List<Recorded<NotificationEvent>> events) {
        var ofReminders = new ArrayList<Recorded<OfReminder>>();
        for (var event : events) {
            switch (event.event()) {
                case OfReminder ofReminder -> ofReminders.add(new Recorded<>(event.record(), ofReminder));
                case WorklistResolved resolved -> resolve(resolved, event);
            }
        }
        var patients = new LinkedHashSet<UUID>();
        ofReminders.forEach(event -> patients.add(event.event().patientId()));
        if (!patients.isEmpty()) {
            dispatches.apply(ofReminders);
            plans.replan(patients);
        }
    }

    @Override
    public void startRebuild() {
        sql.update("""
                truncate recipient, erased_patient, course_due, slot, site, dispatch, reminder, resolution,
                    planned_patient
                """);
    }

    @Override
    public void finishRebuild() {
        // no constraint here spans streams
    }

    private void resolve(WorklistResolved resolved, Recorded<?> event) {
        sql.update(
                """
                insert into resolution (item_id, kind, patient_id, clinic, resolved_by, outcome, resolved_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (item_id, kind) do nothing
                """,
                resolved.itemId(),
                resolved.kind(),
                resolved.patientId(),
                event.clinic(),
                resolved.by(),
                resolved.outcome(),
                event.record().happenedAt());
    }
}
