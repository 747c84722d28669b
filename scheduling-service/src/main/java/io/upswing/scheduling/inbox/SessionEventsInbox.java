package io.upswing.scheduling.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.scheduling.view.SessionEvents;
import io.upswing.session.events.SessionEventTypes;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what sessions say: the facts from which every date is derived. */
@Startup
@Singleton
class SessionEventsInbox {
    private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

    SessionEventsInbox(EventLogs logs, SessionEvents views) {
        this.topic = logs.follow("session-events", SessionEventTypes.codec(), views::apply);
    }

    @Incoming("session-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }
}
