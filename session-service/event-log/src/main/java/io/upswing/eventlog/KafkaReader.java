package io.upswing.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic to the ends that it has now, with assigned partitions: no group, no rebalance. */
final class KafkaReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<KafkaConsumer<String, byte[]>> consumers;

    KafkaReader(Supplier<KafkaConsumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** @param from the offset to begin at in each partition */
    <R> void read(
            String topic,
            UUID topicId,
            IntToLongFunction from,
            FollowedTopic.Reader<R> reader,
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
                slices(topicId, consumer.poll(POLL), positions, reader).forEach(batch);
            }
        }
    }

    /** The offset of the first record there is, from the offset on; -1 where there is none. */
    long first(TopicPartition partition, long from) {
        try (var consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    return record.offset();
                }
            }
            return -1;
        }
    }

    private static <R> List<Slice<R>> slices(
            UUID topicId,
            ConsumerRecords<String, byte[]> poll,
            Map<TopicPartition, Long> positions,
            FollowedTopic.Reader<R> reader) {
        var slices = new ArrayList<Slice<R>>();
        for (var partition : poll.partitions()) {
            var records = poll.records(partition);
            slices.add(new Slice<>(
                    topicId,
                    partition.partition(),
                    positions.getOrDefault(partition, 0L),
                    records.getLast().offset() + 1,
                    places(records, reader)));
        }
        return slices;
    }

    private static <R> List<Slice.At<R>> places(
            List<ConsumerRecord<String, byte[]>> records, FollowedTopic.Reader<R> reader) {
        var places = new ArrayList<Slice.At<R>>();
        for (var record : records) {
            var read = reader.read(record);
            if (read != null) {
                places.add(new Slice.At<>(record.offset(), read));
            }
        }
        return places;
    }
}
