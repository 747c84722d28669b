package io.upswing.eventlog;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The listener of every channel: a partition that this replica is given is read on from where the rows say. */
@Singleton
@Identifier("followed-topics")
class Rebalances implements KafkaConsumerRebalanceListener {

    private final EventLogs logs;

    Rebalances(EventLogs logs) {
        this.logs = logs;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        tell(partitions, (topic, its) -> topic.assigned(its, consumer::seek));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        tell(partitions, FollowedTopic::revoked);
    }

    private void tell(
            Collection<TopicPartition> partitions, BiConsumer<FollowedTopic<?>, Collection<TopicPartition>> each) {
        partitions.stream()
                .collect(Collectors.groupingBy(TopicPartition::topic))
                .forEach((topic, its) -> each.accept(logs.followed(topic), its));
    }
}
