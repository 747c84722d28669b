package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Suppression;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of plans, written a batch at a time. */
@Singleton
class ReminderRows {
    /** So many may look for what is due at one moment and each still finds something. */
    private static final int REPLICAS = 4;

    private final Sql sql;

    ReminderRows(Sql sql) {
        this.sql = sql;
    }

    List<Reminder> of(Collection<UUID> patients) {
        return sql.query(
                "select * from reminder where patient_id = any(?)", ReminderRows::read, Sql.Column.ids(patients));
    }

    void remove(Collection<UUID> reminders) {
        sql.update("delete from reminder where reminder_id = any(?)", Sql.Column.ids(reminders));
    }

    void save(Collection<Reminder> rows) {
        sql.update(
                """
                insert into reminder (reminder_id, patient_id, clinic, about, kind, step, audience, channel,
                    template, template_version, due_at, send_at, state, suppression, why, item_open, useless_from,
                    recorded, attempt)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reminder_id) do update set clinic = excluded.clinic, audience = excluded.audience,
                    channel = excluded.channel, suppression = excluded.suppression,
                    useless_from = excluded.useless_from,
                    template = excluded.template, template_version = excluded.template_version,
                    due_at = excluded.due_at, send_at = excluded.send_at, state = excluded.state, why = excluded.why,
                    item_open = excluded.item_open, recorded = excluded.recorded, attempt = excluded.attempt,
                    claimed_until = null
                """,
                Sql.Column.of("uuid", rows, Reminder::id),
                Sql.Column.of("uuid", rows, Reminder::patientId),
                Sql.Column.of("text", rows, Reminder::clinic),
                Sql.Column.of("text", rows, row -> row.about().key()),
                Sql.Column.of("text", rows, row -> row.about().kind().name()),
                Sql.Column.of("text", rows, Reminder::step),
                Sql.Column.of("text", rows, row -> row.audience().name()),
                Sql.Column.of("text", rows, row -> row.channel().name()),
                Sql.Column.of("text", rows, Reminder::template),
                Sql.Column.of("int", rows, Reminder::templateVersion),
                Sql.Column.of("timestamptz", rows, Reminder::dueAt),
                Sql.Column.of("timestamptz", rows, Reminder::sendAt),
                Sql.Column.of("text", rows, row -> row.state().name()),
                Sql.Column.of("text", rows, row -> nameOf(row.suppression())),
                Sql.Column.of("text", rows, Reminder::why),
                Sql.Column.of("boolean", rows, Reminder::open),
                Sql.Column.of("timestamptz", rows, Reminder::until),
                Sql.Column.of("boolean", rows, Reminder::recorded),
                Sql.Column.of("int", rows, Reminder::attempt));
    }

    private static @Nullable String nameOf(@Nullable Suppression suppression) {
        return suppression == null ? null : suppression.name();
    }

    /**
     * What is due and nobody else's for now: of each clinic its earliest in turn, so that none waits for another's many;
     * whoever dies loses the claim with time.
     */
    List<Claim> claim(Channel channel, Instant now, Instant until, int limit) {
        var by = channel.name();
        return sql.query("""
                with clinics as (
                    select distinct clinic from reminder where state = 'PLANNED' and channel = ? and send_at <= ?),
                candidates as (
                    select first.reminder_id, first.send_at, first.turn from clinics cross join lateral (
                        select reminder_id, send_at, row_number() over (order by send_at, reminder_id) as turn from (
                            select reminder_id, send_at from reminder where clinic = clinics.clinic and channel = ?
                                and state = 'PLANNED' and send_at <= ? and (claimed_until is null or claimed_until < ?)
                            order by send_at, reminder_id limit ?) earliest) first),
                due as materialized (
                    select r.reminder_id from candidates join reminder r on r.reminder_id = candidates.reminder_id
                    where r.state = 'PLANNED' and (r.claimed_until is null or r.claimed_until < ?)
                    order by candidates.turn, candidates.send_at, r.reminder_id limit ? for update of r skip locked)
                update reminder r set claimed_until = ? from due where r.reminder_id = due.reminder_id
                returning r.reminder_id, r.patient_id, r.clinic, r.attempt, r.due_at
                """, ReminderRows::claim, by, now, by, now, now, limit * REPLICAS, now, limit, until);
    }

    void release(UUID reminderId) {
        sql.update("update reminder set claimed_until = null where reminder_id = ?", reminderId);
    }

    /** What expired without the log knowing of it yet. */
    List<Claim> expired(int limit) {
        return sql.query("""
                select reminder_id, patient_id, clinic, attempt, due_at from reminder
                where state = 'EXPIRED' and not recorded order by due_at limit ?
                """, ReminderRows::claim, limit);
    }

    /** What was held back when it was due without the log knowing of it yet. */
    List<Claim> suppressed(Instant now, int limit) {
        return sql.query("""
                select reminder_id, patient_id, clinic, attempt, due_at from reminder
                where state = 'SUPPRESSED' and not recorded and item_open and due_at <= ? order by due_at limit ?
                """, ReminderRows::claim, now, limit);
    }

    static Reminder read(ResultSet row) throws SQLException {
        return new Reminder(
                Sql.uuid(row, "reminder_id"),
                Sql.uuid(row, "patient_id"),
                row.getString("clinic"),
                About.of(row.getString("about")),
                row.getString("step"),
                Audience.valueOf(row.getString("audience")),
                Channel.valueOf(row.getString("channel")),
                row.getString("template"),
                row.getInt("template_version"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "send_at"),
                Reminder.State.valueOf(row.getString("state")),
                suppression(row.getString("suppression")),
                row.getString("why"),
                row.getBoolean("item_open"),
                Sql.instantOrNull(row, "useless_from"),
                row.getBoolean("recorded"),
                row.getInt("attempt"));
    }

    private static @Nullable Suppression suppression(@Nullable String name) {
        return name == null ? null : Suppression.valueOf(name);
    }

    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                Sql.uuid(row, "reminder_id"),
                Sql.uuid(row, "patient_id"),
                row.getString("clinic"),
                row.getInt("attempt"),
                Sql.instant(row, "due_at"));
    }
}
