package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Claim;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What was handed over, or perhaps was, as mail. */
@Singleton
public class MailsOut {
    private final Sql sql;

    MailsOut(Sql sql) {
        this.sql = sql;
    }

    /** Its latest attempt; empty when that went another way: a mail that failed once is not sent a second time. */
    public Optional<Claim> of(UUID reminderId) {
        return sql.query("""
                        select reminder_id, patient_id, clinic, attempt, due_at from dispatch
                        where reminder_id = ? and channel = 'EMAIL'
                        """, ReminderRows::claim, reminderId).stream().findFirst();
    }
}
