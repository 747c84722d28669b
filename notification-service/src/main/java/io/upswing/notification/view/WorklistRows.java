package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Suppression;
import io.upswing.notification.domain.Worklist;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
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
     * that reached nobody the last one stands. What patients answered is asked of people too.
     */
    private static final String OPEN = """
            from (
                with last (about, step, due_by) as (select * from unnest(?, ?, ?))
                select reminder_id as item_id, patient_id as concerned, due_at as since, case
                    when state = 'UNKNOWN' then 'PERHAPS_SENT'
                    when silenced then 'UNREACHABLE'
                    when state in ('FAILED', 'EXPIRED', 'SUPPRESSED') then 'NOT_SENT'
                    when state in ('PLANNED', 'STARTED') then 'LATE'
                    when channel = 'WORKLIST' then 'TO_DO'
                    else 'UNANSWERED' end as asked
                from (
                    select *, state = 'SUPPRESSED' and (suppression = any(?)
                        or kind = any(?) and suppression <> 'OTHER_CHANNEL') as silenced
                    from reminder where clinic = ?) r
                where state in ('UNKNOWN', 'FAILED')
                    or silenced and item_open and due_at <= ? and (useless_from is null or useless_from > ?)
                        and not exists (
                            select 1 from reminder later where later.patient_id = r.patient_id
                                and later.about = r.about and later.state = 'SUPPRESSED'
                                and later.suppression = any(?) and later.due_at <= ? and later.due_at > r.due_at)
                    or state in ('PLANNED', 'STARTED') and send_at < ?
                    or state in ('SENT', 'DELIVERED') and item_open and channel = 'WORKLIST'
                    or (state = 'EXPIRED' or state in ('SENT', 'DELIVERED') and channel <> 'WORKLIST') and item_open
                        and (useless_from is null or useless_from > ?) and exists (
                            select 1 from last
                            where last.about = r.kind and last.step = r.step and last.due_by >= r.due_at)
                    or state = 'SUPPRESSED' and not silenced and item_open
                        and (useless_from is null or useless_from > ?) and exists (
                            select 1 from last
                            where last.about = r.kind and last.step = r.step and last.due_by >= r.due_at)
                union all
                select reply_id, p.patient_id, received_at, case meaning
                    when 'STOP' then 'STOPPED'
                    when 'CANCEL' then 'MEANT_APPOINTMENT'
                    when 'NO' then 'WONT_COME'
                    else 'READ_REPLY' end
                from reply p left join dispatch d on d.reminder_id = p.reminder_id
                where p.clinic = ? and (meaning in ('STOP', 'CANCEL', 'NO', 'TEXT')
                    or meaning = 'YES' and coalesce(d.about not like 'appointment/%', true))
            ) item
            left join reminder r on r.reminder_id = item.item_id
            left join worklist_claim c on c.item_id = item.item_id and c.kind = item.asked
            where not exists (
                select 1 from resolution done where done.item_id = item.item_id and done.kind = item.asked)
            and (?::text is null or item.asked = ?)
            """;

    private static final List<String> UNREACHABLE = Arrays.stream(Suppression.values())
            .filter(Suppression::unreachable)
            .map(Suppression::name)
            .toList();

    private static final List<String> NEWS = Arrays.stream(About.Kind.values())
            .filter(About.Kind::isNews)
            .map(Enum::name)
            .toList();

    /**
     * What has to be seen to. {@code reminder}: the one it is about; null for what a patient answered. {@code claimedBy}:
     * who sees to it; null: nobody yet.
     */
    public record Item(
            UUID id,
            UUID patientId,
            Worklist.Kind kind,
            Instant since,
            @Nullable Reminder reminder,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt) {}

    private final Sql sql;

    WorklistRows(Sql sql) {
        this.sql = sql;
    }

    /** Whose item it is or was: what was seen to may have left the plan since. */
    public Optional<UUID> patientOf(String clinic, UUID itemId) {
        return sql
                .query("""
                        select patient_id from reminder where reminder_id = ? and clinic = ?
                        union select patient_id from reply where reply_id = ? and clinic = ?
                        union select patient_id from resolution where item_id = ? and clinic = ?
                        """, row -> Sql.uuid(row, "patient_id"), itemId, clinic, itemId, clinic, itemId, clinic)
                .stream()
                .findFirst();
    }

    /** Oldest first. */
    public Reminders.Part<Item> page(
            String clinic, Worklist.@Nullable Kind kind, Policies policies, Instant now, int page, int size) {
        var parameters = filter(clinic, kind, policies, now);
        var total = sql.query("select count(*) " + OPEN, row -> row.getLong(1), parameters.toArray());
        parameters.addAll(List.of(size, (long) page * size));
        var items = sql.query(
                "select item.*, c.claimed_by, c.claimed_at, r.* " + OPEN
                        + "order by item.since, item.item_id limit ? offset ?",
                WorklistRows::read,
                parameters.toArray());
        return new Reminders.Part<>(items, total.getFirst());
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(
                Sql.uuid(row, "item_id"),
                Sql.uuid(row, "concerned"),
                Worklist.Kind.valueOf(row.getString("asked")),
                Sql.instant(row, "since"),
                row.getString("reminder_id") == null ? null : ReminderRows.read(row),
                row.getString("claimed_by"),
                Sql.instantOrNull(row, "claimed_at"));
    }

    private static List<@Nullable Object> filter(
            String clinic, Worklist.@Nullable Kind kind, Policies policies, Instant now) {
        var name = kind == null ? null : kind.name();
        var last = policies.last(now);
        var unreachable = Sql.Column.of("text", UNREACHABLE, each -> each);
        var news = Sql.Column.of("text", NEWS, each -> each);
        return new ArrayList<>(Arrays.asList(
                Sql.Column.of("text", last, each -> each.about().name()),
                Sql.Column.of("text", last, Policies.Last::step),
                Sql.Column.of("timestamptz", last, Policies.Last::dueBy),
                unreachable,
                news,
                clinic,
                now,
                now,
                unreachable,
                now,
                now.minus(policies.onTime()),
                now,
                now,
                clinic,
                name,
                name));
    }
}
