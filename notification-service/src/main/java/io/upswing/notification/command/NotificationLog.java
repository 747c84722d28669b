package io.upswing.notification.command;

import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEventTypes;
import io.upswing.notification.view.NotificationViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This service's log. */
class NotificationLog {
    @Produces
    @Singleton
    EventLog<NotificationEvent> log(EventLogs logs, NotificationViews views) {
        return logs.log(NotificationEventTypes.codec(), views);
    }
}
