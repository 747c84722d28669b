package io.upswing.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The own topics in Kafka, read with assigned partitions: no group, no rebalance. */
final class KafkaOwnTopics implements OwnTopics {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String events;
    private final List<String> states;
    private final Map<String, UUID> ids;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final Runnable settle;

    /** @param settle waits out what a producer before this one may still have had in flight */
    KafkaOwnTopics(
            String events,
            List<String> states,
            Map<String, UUID> ids,
            Supplier<KafkaConsumer<String, byte[]>> consumers,
            Runnable settle) {
        this.events = events;
        this.states = states;
        this.ids = ids;
        this.consumers = consumers;
        this.settle = settle;
    }

    @Override
    public String events() {
        return events;
    }

    @Override
    public List<String> states() {
        return states;
    }

    @Override
    public UUID id(String topic) {
        return Objects.requireNonNull(ids.get(topic), topic);
    }

    @Override
    public void settle() {
        settle.run();
    }

    @Override
    public void readEvents(IntToLongFunction from, Consumer<Slice<Incoming>> batch) {
        read(events, from, Wire::event, batch);
    }

    @Override
    public void readStates(String topic, IntToLongFunction from, Consumer<Slice<StateRecord>> batch) {
        read(topic, from, Wire::state, batch);
    }

    private <R> void read(
            String topic,
            IntToLongFunction from,
            Function<ConsumerRecord<String, byte[]>, R> reader,
            Consumer<Slice<R>> batch) {
        try (var consumer = consumers.get()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, from.applyAsLong(partition.partition())));
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                var positions = partitions.stream().collect(Collectors.toMap(p -> p, consumer::position));
                var poll = consumer.poll(POLL);
                slices(topic, poll, positions, reader).forEach(batch);
            }
        }
    }

    private <R> List<Slice<R>> slices(
            String topic,
            ConsumerRecords<String, byte[]> poll,
            Map<TopicPartition, Long> positions,
            Function<ConsumerRecord<String, byte[]>, R> reader) {
        var slices = new ArrayList<Slice<R>>();
        for (var partition : poll.partitions()) {
            var records = poll.records(partition);
            slices.add(new Slice<>(
                    id(topic),
                    partition.partition(),
                    positions.getOrDefault(partition, 0L),
                    records.getLast().offset() + 1,
                    records.stream().map(reader).toList()));
        }
        return slices;
    }
}
