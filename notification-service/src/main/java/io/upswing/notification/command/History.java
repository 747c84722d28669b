package io.upswing.notification.command;

import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Recorded;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchBounced;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchDelivered;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import io.upswing.notification.events.NotificationEvent.ReminderSuppressed;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the log says happened to a reminder. */
@Singleton
public class History {
    /** One event; {@code eventId} is where it stands in the log. */
    public record Entry(
            UUID eventId, Instant at, String type, @Nullable String detail) {}

    private final EventLog<NotificationEvent> log;

    History(EventLog<NotificationEvent> log) {
        this.log = log;
    }

    /** Oldest first. */
    public List<Entry> of(Reminder reminder) {
        return log.history(reminder.clinic(), reminder.patientId()).stream()
                .flatMap(recorded -> entry(recorded, reminder.id()))
                .toList();
    }

    private static Stream<Entry> entry(Recorded<NotificationEvent> recorded, UUID reminderId) {
        return switch (recorded.event()) {
            case NotificationEvent.OfReminder event ->
                event.reminderId().equals(reminderId) ? Stream.of(entry(recorded, detail(event))) : Stream.of();
            case WorklistResolved resolved ->
                about(reminderId, resolved.reminderId(), recorded, resolved.by() + ": " + resolved.outcome());
            case WorklistClaimed claimed -> about(reminderId, claimed.itemId(), recorded, claimed.by());
            case ReplyReceived reply -> about(reminderId, reply.reminderId(), recorded, reply.meaning());
            case ConsentChanged change -> Stream.of();
            case PoliciesAdopted adopted -> Stream.of();
        };
    }

    private static Stream<Entry> about(
            UUID reminderId, @Nullable UUID other, Recorded<NotificationEvent> recorded, String detail) {
        return reminderId.equals(other) ? Stream.of(entry(recorded, detail)) : Stream.of();
    }

    private static Entry entry(Recorded<NotificationEvent> recorded, @Nullable String detail) {
        var record = recorded.record();
        return new Entry(record.id(), record.recordedAt(), record.type(), detail);
    }

    private static @Nullable String detail(NotificationEvent.OfReminder event) {
        return switch (event) {
            case DispatchStarted started -> started.catchUp() ? "later than its time" : null;
            case DispatchAccepted accepted -> accepted.providerMessageId();
            case DispatchRejected rejected -> rejected.reason();
            case DispatchUnwanted unwanted -> unwanted.reason();
            case DispatchDeferred deferred -> deferred.reason();
            case DispatchUnknown unknown -> unknown.reason();
            case DispatchDelivered delivered -> delivered.providerMessageId();
            case DispatchBounced bounced -> bounced.reason();
            case ReminderExpired expired -> expired.reason();
            case ReminderSuppressed held -> held.reason();
        };
    }
}
