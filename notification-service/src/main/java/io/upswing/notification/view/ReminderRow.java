package io.upswing.notification.view;

import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Suppression;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of a plan as it is read; it is written a batch at a time, see {@link ReminderRows}. */
@Entity
@Immutable
@Table(name = "reminder")
class ReminderRow {
    @Id
    @Column(name = "reminder_id")
    UUID id;

    @Column(name = "patient_id")
    UUID patientId;

    @Column
    String clinic;

    @Column
    String about;

    @Column
    String step;

    @Column
    @Enumerated(EnumType.STRING)
    Audience audience;

    @Column
    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column
    String template;

    @Column(name = "template_version")
    int templateVersion;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "send_at")
    Instant sendAt;

    @Column
    @Enumerated(EnumType.STRING)
    Reminder.State state;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    Suppression suppression;

    @Column
    String why;

    @Column(name = "item_open")
    boolean open;

    @Column(name = "useless_from")
    @Nullable
    Instant until;

    @Column
    boolean recorded;

    @Column
    int attempt;

    Reminder reminder() {
        return new Reminder(
                id,
                patientId,
                clinic,
                About.of(about),
                step,
                audience,
                channel,
                template,
                templateVersion,
                dueAt,
                sendAt,
                state,
                suppression,
                why,
                open,
                until,
                recorded,
                attempt);
    }
}
