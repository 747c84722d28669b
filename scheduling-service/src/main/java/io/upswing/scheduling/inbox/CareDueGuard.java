package io.upswing.scheduling.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Watches our own topic of what is due: an older record that lands after a newer one is overwritten at once. */
@Singleton
@Identifier("care-due-offsets")
class CareDueGuard implements KafkaConsumerRebalanceListener {
    private final FollowedTopic<StateRecord> topic;

    CareDueGuard(EventLogs logs) {
        this.topic = logs.guardStates("care-due");
    }

    @Incoming("care-due")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topic.onPartitionsAssigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topic.onPartitionsRevoked(consumer, partitions);
    }
}
