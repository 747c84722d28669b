package io.upswing.notification.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The wire names of the notification events, fixed for ever: what is in a record's {@code ce_type}. */
public final class NotificationEventTypes {
    private static final Map<Class<? extends NotificationEvent>, String> NAMES = Map.ofEntries(
            Map.entry(NotificationEvent.DispatchStarted.class, "notification.dispatch-started.v1"),
            Map.entry(NotificationEvent.DispatchAccepted.class, "notification.dispatch-accepted.v1"),
            Map.entry(NotificationEvent.DispatchRejected.class, "notification.dispatch-rejected.v1"),
            Map.entry(NotificationEvent.DispatchDeferred.class, "notification.dispatch-deferred.v1"),
            Map.entry(NotificationEvent.DispatchUnknown.class, "notification.dispatch-unknown.v1"),
            Map.entry(NotificationEvent.ReminderExpired.class, "notification.reminder-expired.v1"),
            Map.entry(NotificationEvent.WorklistResolved.class, "notification.worklist-resolved.v1"));

    private static final Map<String, Class<? extends NotificationEvent>> CLASSES = inverted();

    private NotificationEventTypes() {}

    /** The wire name of {@code event}. */
    public static String nameOf(NotificationEvent event) {
        var name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("No wire name for " + event.getClass());
        }
        return name;
    }

    /** The class behind a wire name; empty for a type that this version does not know. */
    public static Optional<Class<? extends NotificationEvent>> classOf(String name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /** Every wire name with its class. */
    public static Map<String, Class<? extends NotificationEvent>> all() {
        return CLASSES;
    }

    private static Map<String, Class<? extends NotificationEvent>> inverted() {
        var classes = new HashMap<String, Class<? extends NotificationEvent>>();
        NAMES.forEach((type, name) -> classes.put(name, type));
        return Map.copyOf(classes);
    }
}
