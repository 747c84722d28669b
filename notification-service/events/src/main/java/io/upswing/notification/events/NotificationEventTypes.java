package io.upswing.notification.events;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.JsonCodec;
import java.util.Map;

/** The wire names of the notification events, fixed for ever: what is in a record's {@code ce_type}. */
public final class NotificationEventTypes {
    private static final Map<Class<? extends NotificationEvent>, String> NAMES = Map.ofEntries(
            Map.entry(NotificationEvent.DispatchStarted.class, "notification.dispatch-started.v1"),
            Map.entry(NotificationEvent.DispatchAccepted.class, "notification.dispatch-accepted.v1"),
            Map.entry(NotificationEvent.DispatchRejected.class, "notification.dispatch-rejected.v1"),
            Map.entry(NotificationEvent.DispatchUnwanted.class, "notification.dispatch-unwanted.v1"),
            Map.entry(NotificationEvent.DispatchDeferred.class, "notification.dispatch-deferred.v1"),
            Map.entry(NotificationEvent.DispatchUnknown.class, "notification.dispatch-unknown.v1"),
            Map.entry(NotificationEvent.DispatchDelivered.class, "notification.dispatch-delivered.v1"),
            Map.entry(NotificationEvent.DispatchBounced.class, "notification.dispatch-bounced.v1"),
            Map.entry(NotificationEvent.ReminderExpired.class, "notification.reminder-expired.v1"),
            Map.entry(NotificationEvent.ReminderSuppressed.class, "notification.reminder-suppressed.v1"),
            Map.entry(NotificationEvent.ReplyReceived.class, "notification.reply-received.v1"),
            Map.entry(NotificationEvent.ConsentChanged.class, "notification.consent-changed.v1"),
            Map.entry(NotificationEvent.PoliciesAdopted.class, "notification.policies-adopted.v1"),
            Map.entry(NotificationEvent.WorklistClaimed.class, "notification.worklist-claimed.v1"),
            Map.entry(NotificationEvent.WorklistResolved.class, "notification.worklist-resolved.v1"));

    private NotificationEventTypes() {}

    /** Every class of event with its wire name. */
    public static Map<Class<? extends NotificationEvent>, String> all() {
        return NAMES;
    }

    public static EventCodec<NotificationEvent> codec() {
        return new JsonCodec<>(NAMES);
    }
}
