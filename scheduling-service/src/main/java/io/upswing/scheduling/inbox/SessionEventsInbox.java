package io.upswing.scheduling.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.view.SessionEvents;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what sessions say: the facts from which every date is derived. */
@Startup
@Singleton
class SessionEventsInbox {
    private final EventLogs logs;
    private final SessionEvents views;
    private final InstantSource clock;
    private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

    SessionEventsInbox(EventLogs logs, SessionEvents views, InstantSource clock) {
        this.logs = logs;
        this.views = views;
        this.clock = clock;
        this.topic = logs.follow("session-events", SessionEventTypes.codec(), this::fold);
    }

    @Incoming("session-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    private void fold(List<Recorded<SessionEvent>> events) {
        views.apply(events, logs.ready(), clock.instant());
    }
}
