package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Worklist;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people must see to: asked of the rows of the plans each time, so that nothing due can be left out. */
@Singleton
public class WorklistRows {
    /**
     * Says in SQL what {@link Worklist} says of one reminder, so that a page of many is one look at an index; of several
     * that reached nobody the last one stands.
     */
    private static final String OPEN = """
            from (
                select r.*, case
                    when state = 'UNKNOWN' then 'PERHAPS_SENT'
                    when state in ('FAILED', 'EXPIRED') then 'NOT_SENT'
                    when state = 'SUPPRESSED' then 'UNREACHABLE'
                    when state in ('PLANNED', 'STARTED') then 'LATE'
                    else 'UNANSWERED' end as kind
                from reminder r
                where clinic = ? and (state in ('UNKNOWN', 'FAILED')
                    or state = 'SUPPRESSED' and item_open and due_at <= ?
                        and case when about like 'appointment/%'
                            then split_part(about, '/', 3)::timestamptz > ? else true end
                        and not exists (
                            select 1 from reminder later where later.patient_id = r.patient_id
                                and later.about = r.about and later.state = 'SUPPRESSED' and later.due_at <= ?
                                and later.due_at > r.due_at)
                    or state in ('PLANNED', 'STARTED') and send_at < ?
                    or state in ('SENT', 'DELIVERED', 'EXPIRED') and item_open and exists (
                        select 1 from unnest(?, ?, ?) as last (about, step, due_by)
                        where last.about = split_part(r.about, '/', 3) and last.step = r.step
                            and last.due_by >= r.due_at))
            ) item
            where not exists (
                select 1 from resolution done where done.item_id = item.reminder_id and done.kind = item.kind)
            and (?::text is null or kind = ?)
            """;

    /** A reminder that has to be seen to, and what about it. */
    public record Item(Reminder reminder, Worklist.Kind kind) {}

    private final Sql sql;

    WorklistRows(Sql sql) {
        this.sql = sql;
    }

    /** Whose item it is or was: what was seen to may have left the plan since. */
    public Optional<UUID> patientOf(String clinic, UUID itemId) {
        return sql.query("""
                        select patient_id from reminder where reminder_id = ? and clinic = ?
                        union select patient_id from resolution where item_id = ? and clinic = ?
                        """, row -> Sql.uuid(row, "patient_id"), itemId, clinic, itemId, clinic).stream()
                .findFirst();
    }

    /** Oldest first. */
    public Reminders.Part<Item> page(String clinic, Worklist.@Nullable Kind kind, Instant now, int page, int size) {
        var parameters = filter(clinic, kind, now);
        var total = sql.query("select count(*) " + OPEN, row -> row.getLong(1), parameters.toArray());
        parameters.addAll(List.of(size, (long) page * size));
        var items = sql.query(
                "select * " + OPEN + "order by due_at, reminder_id limit ? offset ?",
                row -> new Item(ReminderRows.read(row), Worklist.Kind.valueOf(row.getString("kind"))),
                parameters.toArray());
        return new Reminders.Part<>(items, total.getFirst());
    }

    private static List<@Nullable Object> filter(String clinic, Worklist.@Nullable Kind kind, Instant now) {
        var name = kind == null ? null : kind.name();
        var last = Policies.DEFAULTS.last(now);
        return new ArrayList<>(Arrays.asList(
                clinic,
                now,
                now,
                now,
                now.minus(Policies.DEFAULTS.onTime()),
                Sql.Column.of("text", last, each -> each.about().name()),
                Sql.Column.of("text", last, Policies.Last::step),
                Sql.Column.of("timestamptz", last, Policies.Last::dueBy),
                name,
                name));
    }
}
