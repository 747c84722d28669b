package io.upswing.notification.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Watches our own topic of replies: an older record that lands after a newer one, or an erasure, is overwritten at once. */
@Startup
@Singleton
class RepliesGuard {
    private final FollowedTopic<StateRecord> topic;

    RepliesGuard(EventLogs logs) {
        this.topic = logs.guardStates("replies");
    }

    @Incoming("replies")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }
}
