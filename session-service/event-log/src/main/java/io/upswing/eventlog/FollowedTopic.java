package io.upswing.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a channel's batches to a follower, from the offsets that are stored beside the rows. The channel's class in
 * {@code inbox} delegates to it.
 */
public final class FollowedTopic<R> {

    private static final Logger LOG = Logger.getLogger(FollowedTopic.class);

    /** What is done with what a poll brought; false: the offsets are not where they were believed to be. */
    interface Target<R> {
        boolean apply(List<Slice<R>> slices);
    }

    /** Reads a record; null: it is skipped. */
    interface Reader<R> {
        @Nullable
        R read(ConsumerRecord<String, byte[]> record);
    }

    /** How far a topic went at some moment. */
    record Ends(UUID topicId, Map<Integer, Long> offsets) {}

    private final String topic;
    private final boolean compacted;
    private final Reader<R> reader;
    private final Target<R> target;
    private final Runnable replayParked;
    private final FollowerHost host;
    private final ReentrantLock receiving = new ReentrantLock();
    private final Positions positions;
    /** How far the topic went when this replica first met it. */
    private volatile @Nullable Ends ends;

    private volatile boolean caughtUp;

    FollowedTopic(
            String topic,
            boolean compacted,
            Reader<R> reader,
            Target<R> target,
            Runnable replayParked,
            FollowerHost host) {
        this.topic = topic;
        this.compacted = compacted;
        this.reader = reader;
        this.target = target;
        this.replayParked = replayParked;
        this.host = host;
        this.positions = new Positions(topic, compacted, host);
    }

    static FollowedTopic<Incoming> ofEvents(String topic, Follower<?> follower, FollowerHost host) {
        return new FollowedTopic<>(topic, false, Wire::event, follower::apply, follower::replayParked, host);
    }

    static FollowedTopic<StateRecord> ofStates(String topic, StateFollower follower, FollowerHost host) {
        Target<StateRecord> target = slices -> {
            follower.apply(slices);
            return true;
        };
        return new FollowedTopic<>(topic, true, Wire::state, target, () -> {}, host);
    }

    String topic() {
        return topic;
    }

    boolean compacted() {
        return compacted;
    }

    /** Notes how far the topic goes now: a service is not ready before it has read that far. */
    void meet(UUID topicId) {
        var met = ends;
        if (met == null || !met.topicId().equals(topicId)) {
            ends = endsOf(topicId);
        }
    }

    /** How far the topic goes now. */
    Ends endsNow() {
        return endsOf(host.topicId(topic));
    }

    /** What stood last in a compacted topic may be gone, and its end would never be reached. */
    private Ends endsOf(UUID topicId) {
        var offsets = compacted
                ? host.lastRecords(topic, topicId, partition -> positions.stored(topicId, partition))
                : host.ends(topic);
        return new Ends(topicId, offsets);
    }

    /**
     * Applies a batch; comes back only when it is applied, or known to be somebody else's.
     *
     * @throws IllegalStateException when another batch is being applied: the channel does not keep their order
     */
    public void receive(ConsumerRecords<String, byte[]> batch) {
        if (!receiving.tryLock()) {
            throw new IllegalStateException("Batches of " + topic + " must come one after the other");
        }
        try {
            var slices = insist("placing a batch", () -> slices(batch));
            if (!slices.isEmpty()) {
                insist("applying a batch", () -> apply(slices));
                measure(batch);
            }
        } finally {
            receiving.unlock();
        }
    }

    private boolean apply(List<Slice<R>> slices) {
        var applied = target.apply(slices);
        for (var slice : slices) {
            if (applied) {
                positions.moveOn(slice);
            } else {
                readAgain(new TopicPartition(topic, slice.partition()));
            }
        }
        return applied;
    }

    void assigned(Collection<TopicPartition> partitions, BiConsumer<TopicPartition, Long> seek) {
        try {
            if (host.gate().awaitOpen()) { // the start-up may have had to forget the offsets
                partitions.forEach(partition -> seek.accept(partition, locate(partition)));
                host.execute(() -> insist("replaying what is parked", () -> {
                    replayParked.run();
                    return true;
                }));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.forget(partition.partition()));
    }

    /** Whether what the topic held at this replica's start has been applied, by whichever replica. */
    boolean caughtUp() {
        var met = ends;
        if (!caughtUp && met != null) {
            caughtUp = reached(met);
        }
        return caughtUp;
    }

    /** Whether what the topic held then has been applied, by whichever replica. */
    boolean reached(Ends then) {
        return then.offsets().entrySet().stream()
                .allMatch(
                        end -> end.getValue() == 0 || positions.stored(then.topicId(), end.getKey()) >= end.getValue());
    }

    private List<Slice<R>> slices(ConsumerRecords<String, byte[]> batch) {
        var slices = new ArrayList<Slice<R>>();
        for (var partition : batch.partitions()) {
            var position = positions.in(partition.partition());
            var records = batch.records(partition);
            if (position == null) {
                continue; // no longer ours
            }
            if (positions.continues(partition, position, records.getFirst().offset())) {
                slices.add(slice(partition.partition(), position, records));
            } else {
                readAgain(partition);
            }
        }
        return slices;
    }

    private Slice<R> slice(int partition, Positions.Position position, List<ConsumerRecord<String, byte[]>> records) {
        var places = new ArrayList<Slice.At<R>>();
        for (var record : records) {
            var read = record.offset() < position.offset() ? null : reader.read(record);
            if (read != null) {
                places.add(new Slice.At<>(record.offset(), read));
            }
        }
        var next = Math.max(position.offset(), records.getLast().offset() + 1);
        return new Slice<>(position.topicId(), partition, position.offset(), next, places);
    }

    private void readAgain(TopicPartition partition) {
        var offset = locate(partition);
        LOG.infof("%s: reading again from offset %d", partition, offset);
        host.seek(partition, offset);
    }

    /** Where the rows say that this partition was read to. */
    private long locate(TopicPartition partition) {
        return insist("finding the offsets", () -> {
            var topicId = host.topicId(topic);
            meet(topicId);
            return positions.find(topicId, partition.partition());
        });
    }

    /** A consumer that failed here would never come back, so this ends when it succeeds, or with the replica. */
    private <T> T insist(String doing, Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                host.rest();
                LOG.warnf(e, "%s of %s is tried again", doing, topic);
            }
        }
    }

    private void measure(ConsumerRecords<String, byte[]> batch) {
        var now = host.now().toEpochMilli();
        for (var partition : batch.partitions()) {
            var newest = batch.records(partition).getLast();
            LogMetrics.followed(topic, Duration.ofMillis(Math.max(0, now - newest.timestamp())));
        }
    }
}
