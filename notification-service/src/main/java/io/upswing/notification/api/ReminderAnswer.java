package io.upswing.notification.api;

import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Reminder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reminder as clients see it. {@code dueAt}: when the policy wants it; {@code sendAt}: when it goes or would go. */
record ReminderAnswer(
        UUID id,
        UUID patientId,
        Reminder.State state,
        String why,
        String step,
        String channel,
        Instant dueAt,
        Instant sendAt,
        RestsOn restsOn) {

    /** What it is about: an appointment at its time, or a due item of a course. */
    record RestsOn(
            About.Kind kind,
            @Nullable UUID appointmentId,
            @Nullable Instant start,
            @Nullable UUID courseId,
            @Nullable String subject) {

        static RestsOn of(About about) {
            return switch (about) {
                case About.AnAppointment appointment ->
                    new RestsOn(about.kind(), appointment.appointmentId(), appointment.start(), null, null);
                case About.ADueItem item -> new RestsOn(item.kind(), null, null, item.courseId(), item.subject());
            };
        }
    }

    static ReminderAnswer of(Reminder reminder) {
        return new ReminderAnswer(
                reminder.id(),
                reminder.patientId(),
                reminder.state(),
                reminder.why(),
                reminder.step(),
                reminder.channel(),
                reminder.dueAt(),
                reminder.sendAt(),
                RestsOn.of(reminder.about()));
    }
}
