package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Reminder;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of plans, written a batch at a time. */
@Singleton
class ReminderRows {
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
                insert into reminder (reminder_id, patient_id, clinic, about, step, channel, template,
                    template_version, due_at, send_at, state, why, item_open, recorded, attempt)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reminder_id) do update set clinic = excluded.clinic, channel = excluded.channel,
                    template = excluded.template, template_version = excluded.template_version,
                    due_at = excluded.due_at, send_at = excluded.send_at, state = excluded.state, why = excluded.why,
                    item_open = excluded.item_open, recorded = excluded.recorded, attempt = excluded.attempt,
                    claimed_until = null
                """,
                Sql.Column.of("uuid", rows, Reminder::id),
                Sql.Column.of("uuid", rows, Reminder::patientId),
                Sql.Column.of("text", rows, Reminder::clinic),
                Sql.Column.of("text", rows, row -> row.about().key()),
                Sql.Column.of("text", rows, Reminder::step),
                Sql.Column.of("text", rows, Reminder::channel),
                Sql.Column.of("text", rows, Reminder::template),
                Sql.Column.of("int", rows, Reminder::templateVersion),
                Sql.Column.of("timestamptz", rows, Reminder::dueAt),
                Sql.Column.of("timestamptz", rows, Reminder::sendAt),
                Sql.Column.of("text", rows, row -> row.state().name()),
                Sql.Column.of("text", rows, Reminder::why),
                Sql.Column.of("boolean", rows, Reminder::open),
                Sql.Column.of("boolean", rows, Reminder::recorded),
                Sql.Column.of("int", rows, Reminder::attempt));
    }

    /** What is due, earliest first, and nobody else's for now; whoever dies loses the claim with time. */
    List<Claim> claim(Instant now, Instant until, int limit) {
        return sql.query("""
                with due as materialized (
                    select reminder_id from reminder
                    where state = 'PLANNED' and send_at <= ? and (claimed_until is null or claimed_until < ?)
                    order by send_at, reminder_id limit ? for update skip locked)
                update reminder r set claimed_until = ? from due where r.reminder_id = due.reminder_id
                returning r.reminder_id, r.patient_id, r.clinic, r.attempt, r.due_at
                """, ReminderRows::claim, now, now, limit, until);
    }

    void release(UUID reminderId) {
        sql.update("update reminder set claimed_until = null where reminder_id = ?", reminderId);
    }

    /** What expired without the log knowing of it yet. */
    List<Claim> unrecorded(int limit) {
        return sql.query("""
                select reminder_id, patient_id, clinic, attempt, due_at from reminder
                where state = 'EXPIRED' and not recorded order by due_at limit ?
                """, ReminderRows::claim, limit);
    }

    static Reminder read(ResultSet row) throws SQLException {
        return new Reminder(
                Sql.uuid(row, "reminder_id"),
                Sql.uuid(row, "patient_id"),
                row.getString("clinic"),
                About.of(row.getString("about")),
                row.getString("step"),
                row.getString("channel"),
                row.getString("template"),
                row.getInt("template_version"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "send_at"),
                Reminder.State.valueOf(row.getString("state")),
                row.getString("why"),
                row.getBoolean("item_open"),
                row.getBoolean("recorded"),
                row.getInt("attempt"));
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
