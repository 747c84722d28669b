package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Affirmation;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who answered a message about an appointment with yes, while the appointment stands and is not confirmed. A yes from before it
 * was moved, be it only to another chair, was to what it was then: the calendar knew of it, or would not want it any more.
 */
@Singleton
public class Affirmed {
    /** The appointments of messages are at most so far ahead when they are answered. */
    private static final Duration BACK = Duration.ofDays(14);

    private final Sql sql;

    Affirmed(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    public List<Affirmation> open(Instant now, int limit) {
        return sql.query(
                """
                select r.reply_id, r.patient_id, s.appointment_id, s.start_at
                from reply r
                    join dispatch d on d.reminder_id = r.reminder_id
                    join slot s on s.patient_id = r.patient_id and split_part(d.about, '/', 1) = 'appointment'
                        and split_part(d.about, '/', 2) = s.appointment_id::text
                        and split_part(d.about, '/', 3)::timestamptz = s.start_at
                where r.meaning = 'YES' and r.received_at > ? and r.received_at >= s.booked_at and s.state = 'BOOKED' and not s.confirmed and s.start_at > ?
                order by r.received_at limit ?
                """,
                row -> new Affirmation(
                        Sql.uuid(row, "reply_id"),
                        Sql.uuid(row, "patient_id"),
                        Sql.uuid(row, "appointment_id"),
                        Sql.instant(row, "start_at")),
                now.minus(BACK),
                now,
                limit);
    }
}
