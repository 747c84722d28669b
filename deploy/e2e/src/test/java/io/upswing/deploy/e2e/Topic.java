package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of events, read from its first record to its last. */
record Topic(String name) {

    /** What is there of one clinic, in the order of each partition. */
    List<TopicRecord> records(String bootstrapServers, String clinic) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<TopicRecord>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(TopicRecord.of(record)));
            }
            return records.stream()
                    .filter(record -> record.clinic().equals(clinic))
                    .toList();
        }
    }

    /**
     * The streams as a reader folds them: a record that was sent again is dropped.
     *
     * @throws AssertionError when a stream has a gap or a fork, or is out of order
     */
    static Map<UUID, List<TopicRecord>> streams(List<TopicRecord> records) {
        var streams = new LinkedHashMap<UUID, List<TopicRecord>>();
        for (var record : records) {
            var stream = streams.computeIfAbsent(record.stream(), id -> new ArrayList<>());
            if (record.version() <= stream.size()) {
                assertThat(record).as("sent again").isEqualTo(stream.get((int) record.version() - 1));
            } else {
                assertThat(record.version()).as("next of %s", record.stream()).isEqualTo(stream.size() + 1L);
                stream.add(record);
            }
        }
        var ids = streams.values().stream().flatMap(List::stream).map(TopicRecord::id);
        assertThat(ids).doesNotHaveDuplicates();
        return streams;
    }
}
