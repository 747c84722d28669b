package io.upswing.notification.api;

import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Suppression;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as clients see it. {@code suppression}: what holds it back, for machines; {@code dueAt}: when the policy wants it; {@code sendAt}: when it goes or would go.
 */
record ReminderAnswer(
        UUID id,
        UUID patientId,
        Reminder.State state,
        String why,
        @Nullable Suppression suppression,
        String step,
        Audience audience,
        Channel channel,
        Instant dueAt,
        Instant sendAt,
        RestsOn restsOn) {

    /** What it is about: an appointment at its time, a change of one, a due item of a course, or an offer. */
    record RestsOn(
            About.Kind kind,
            @Nullable UUID appointmentId,
            @Nullable Instant start,
            @Nullable UUID courseId,
            @Nullable String subject,
            @Nullable UUID holdId) {

        static RestsOn of(About about) {
            return switch (about) {
                case About.AnAppointment(var id, var start, var round) ->
                    new RestsOn(about.kind(), id, start, null, null, null);
                case About.AChange(var id, var kind, var at, var start) ->
                    new RestsOn(kind, id, start, null, null, null);
                case About.ADueItem(var courseId, var kind, var subject) ->
                    new RestsOn(kind, null, null, courseId, subject, null);
                case About.AnOffer(var holdId) -> new RestsOn(about.kind(), null, null, null, null, holdId);
            };
        }
    }

    static ReminderAnswer of(Reminder reminder) {
        return new ReminderAnswer(
                reminder.id(),
                reminder.patientId(),
                reminder.state(),
                reminder.why(),
                reminder.suppression(),
                reminder.step(),
                reminder.audience(),
                reminder.channel(),
                reminder.dueAt(),
                reminder.sendAt(),
                RestsOn.of(reminder.about()));
    }
}
