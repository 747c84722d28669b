package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import jakarta.inject.Singleton;

/** What patients answered. */
@Singleton
class Answers {
    private final Sql sql;

    Answers(Sql sql) {
        this.sql = sql;
    }

    void put(Recorded<ReplyReceived> reply) {
        var event = reply.event();
        sql.update(
                """
                insert into reply (reply_id, patient_id, clinic, channel, meaning, reminder_id, received_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (reply_id) do nothing
                """,
                event.replyId(),
                event.patientId(),
                reply.clinic(),
                event.channel(),
                event.meaning(),
                event.reminderId(),
                reply.record().happenedAt());
    }
}
