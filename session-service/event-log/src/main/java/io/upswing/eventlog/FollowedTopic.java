package io.upswing.eventlog;

import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a channel's batches to a follower, from the offsets that are stored beside the rows. The channel's class in
 * {@code inbox} delegates to it and is named as the channel's rebalance listener.
 */
public final class FollowedTopic<R> implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(FollowedTopic.class);
    private static final Duration RETRY = Duration.ofMillis(250);

    /** What is done with what a poll brought; false: the offsets are not where they were believed to be. */
    private interface Target<R> {
        boolean apply(List<Slice<R>> slices);
    }

    /** Reads a record; null: it is skipped. */
    private interface Reader<R> {
        @Nullable
        R read(ConsumerRecord<String, byte[]> record);
    }

    private final String topic;
    private final String channel;
    private final boolean compacted;
    private final Reader<R> reader;
    private final Target<R> target;
    private final Runnable replayParked;
    private final EventLogs logs;
    private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
    private final Map<Integer, Long> endsAtStart = new ConcurrentHashMap<>();
    private volatile @Nullable UUID topicId;
    private volatile boolean caughtUp;

    private FollowedTopic(
            String topic,
            String channel,
            boolean compacted,
            Reader<R> reader,
            Target<R> target,
            Runnable replayParked,
            EventLogs logs) {
        this.topic = topic;
        this.channel = channel;
        this.compacted = compacted;
        this.reader = reader;
        this.target = target;
        this.replayParked = replayParked;
        this.logs = logs;
    }

    static FollowedTopic<Incoming> ofEvents(String topic, String channel, Follower<?> follower, EventLogs logs) {
        return new FollowedTopic<>(topic, channel, false, Wire::event, follower::apply, follower::replayParked, logs);
    }

    static FollowedTopic<StateRecord> ofStates(String topic, String channel, StateFollower follower, EventLogs logs) {
        Target<StateRecord> target = slices -> {
            follower.apply(slices);
            return true;
        };
        return new FollowedTopic<>(topic, channel, true, FollowedTopic::state, target, () -> {}, logs);
    }

    String topic() {
        return topic;
    }

    boolean compacted() {
        return compacted;
    }

    /** How far the topic went when this replica started, and which topic it was. */
    void readEnds(Map<Integer, Long> ends, UUID id) {
        endsAtStart.putAll(ends);
        topicId = id;
    }

    /** Applies a batch; comes back only when it is applied, or known to be somebody else's. */
    public void receive(ConsumerRecords<String, byte[]> batch) {
        while (logs.gate().state() != Gate.State.STOPPED) {
            try {
                var slices = slices(batch);
                if (target.apply(slices)) {
                    slices.forEach(slice -> positions.put(slice.partition(), slice.next()));
                    measure(batch);
                } else {
                    slices.forEach(slice -> seekToStored(new TopicPartition(topic, slice.partition())));
                }
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "A batch of %s could not be applied; it is tried again", topic);
                Pause.of(RETRY);
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            logs.gate().awaitOpen(); // the start-up may have had to forget the offsets
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (var partition : partitions) {
            var stored = stored(partition.partition());
            positions.put(partition.partition(), stored);
            consumer.seek(partition, stored);
        }
        replayParked.run();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.remove(partition.partition()));
    }

    /** Whether what the topic held at this replica's start has been applied, by whichever replica. */
    boolean caughtUp() {
        if (!caughtUp) {
            caughtUp = endsAtStart.entrySet().stream().allMatch(end -> stored(end.getKey()) >= end.getValue());
        }
        return caughtUp;
    }

    private List<Slice<R>> slices(ConsumerRecords<String, byte[]> batch) {
        var slices = new ArrayList<Slice<R>>();
        for (var partition : batch.partitions()) {
            var from = positions.get(partition.partition());
            if (from != null) {
                slice(partition, from, batch.records(partition)).ifPresent(slices::add);
            }
        }
        return slices;
    }

    private Optional<Slice<R>> slice(
            TopicPartition partition, long from, List<ConsumerRecord<String, byte[]>> records) {
        if (!compacted && records.getFirst().offset() > from) {
            seekToStored(partition); // polled before a seek: what lies between would be lost
            return Optional.empty();
        }
        var read = records.stream()
                .filter(record -> record.offset() >= from)
                .map(reader::read)
                .filter(Objects::nonNull)
                .toList();
        var next = Math.max(from, records.getLast().offset() + 1);
        return Optional.of(new Slice<>(Objects.requireNonNull(topicId), partition.partition(), from, next, read));
    }

    private void seekToStored(TopicPartition partition) {
        var stored = stored(partition.partition());
        positions.put(partition.partition(), stored);
        LOG.warnf("%s: reading again from offset %d", partition, stored);
        logs.seek(channel, partition, stored);
    }

    private long stored(int partition) {
        var id = topicId;
        return id == null
                ? 0
                : logs.transactions().call(() -> logs.followStore().offset(id, partition));
    }

    private void measure(ConsumerRecords<String, byte[]> batch) {
        var now = logs.clock().millis();
        for (var partition : batch.partitions()) {
            var newest = batch.records(partition).getLast();
            LogMetrics.followed(topic, Duration.ofMillis(Math.max(0, now - newest.timestamp())));
        }
    }

    private static @Nullable StateRecord state(ConsumerRecord<String, byte[]> record) {
        try {
            return Wire.state(record);
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Skipped at %s/%d/%d: not a state record of ours",
                    record.topic(), record.partition(), record.offset());
            LogMetrics.parked();
            return null;
        }
    }
}
