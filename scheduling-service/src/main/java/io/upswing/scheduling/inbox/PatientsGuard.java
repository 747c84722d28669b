package io.upswing.scheduling.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Watches our own topic of patients: an older record that lands after a newer one is overwritten at once. */
@Startup
@Singleton
class PatientsGuard {
    private final FollowedTopic<StateRecord> topic;

    PatientsGuard(EventLogs logs) {
        this.topic = logs.guardStates("patients");
    }

    @Incoming("patients")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }
}
