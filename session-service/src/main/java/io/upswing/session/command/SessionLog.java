package io.upswing.session.command;

import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventLogs;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import io.upswing.session.view.SessionViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This service's log. */
class SessionLog {

    @Produces
    @Singleton
    EventLog<SessionEvent> log(EventLogs logs, SessionViews views) {
        return logs.log(SessionEventTypes.codec(), views);
    }
}
