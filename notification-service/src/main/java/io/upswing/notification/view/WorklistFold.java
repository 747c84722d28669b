package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import jakarta.inject.Singleton;

/** What people took on and saw to; what there is to see to is asked of other rows, see {@link WorklistRows}. */
@Singleton
class WorklistFold {
    private final Sql sql;

    WorklistFold(Sql sql) {
        this.sql = sql;
    }

    /** Who took it last has it. */
    void claim(Recorded<WorklistClaimed> claimed) {
        var event = claimed.event();
        sql.update(
                """
                insert into worklist_claim (item_id, kind, patient_id, clinic, claimed_by, claimed_at)
                values (?, ?, ?, ?, ?, ?) on conflict (item_id, kind) do update
                    set claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at
                """,
                event.itemId(),
                event.kind(),
                event.patientId(),
                claimed.clinic(),
                event.by(),
                claimed.record().happenedAt());
    }

    void resolve(Recorded<WorklistResolved> resolved) {
        var event = resolved.event();
        sql.update(
                """
                insert into resolution (item_id, kind, patient_id, clinic, resolved_by, outcome, resolved_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (item_id, kind) do nothing
                """,
                event.itemId(),
                event.kind(),
                event.patientId(),
                resolved.clinic(),
                event.by(),
                event.outcome(),
                resolved.record().happenedAt());
    }
}
