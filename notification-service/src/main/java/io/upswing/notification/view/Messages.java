package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Dispatch;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was handed to a provider, or may have been: newest first. */
@Singleton
public class Messages {
    private static final String HANDED = """
            from dispatch where clinic = ? and (?::uuid is null or patient_id = ?)
                and state in ('STARTED', 'ACCEPTED', 'REJECTED', 'UNKNOWN', 'DELIVERED', 'BOUNCED')
                and channel <> 'WORKLIST'
            """;

    private final Sql sql;
    private final Dispatches dispatches;

    Messages(Sql sql, Dispatches dispatches) {
        this.sql = sql;
        this.dispatches = dispatches;
    }

    public Reminders.Part<Dispatch> page(String clinic, @Nullable UUID patientId, int page, int size) {
        var items = sql.query(
                "select * " + HANDED + "order by started_at desc, reminder_id limit ? offset ?",
                row -> dispatches.read(row).dispatch(),
                clinic,
                patientId,
                patientId,
                size,
                (long) page * size);
        var total = sql.query("select count(*) " + HANDED, row -> row.getLong(1), clinic, patientId, patientId);
        return new Reminders.Part<>(items, total.getFirst());
    }
}
