package io.upswing.eventlog;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where a reader stands in the partitions that are its own. What counts are the offsets that are stored beside the rows. */
final class Positions {

    private static final Logger LOG = Logger.getLogger(Positions.class);

    /**
     * Where this reader stands in a partition, of which topic.
     *
     * @param begun whether it has read on from where the partition was found; what comes then follows without a gap
     */
    record Position(UUID topicId, long offset, boolean begun) {}

    private final String topic;
    private final boolean compacted;
    private final FollowerHost host;
    private final Map<Integer, Position> positions = new ConcurrentHashMap<>();
    /** The id of the topic that this replica reads. */
    private final AtomicReference<UUID> reading = new AtomicReference<>();

    Positions(String topic, boolean compacted, FollowerHost host) {
        this.topic = topic;
        this.compacted = compacted;
        this.host = host;
    }

    /** Null: the partition is no longer ours. */
    @Nullable
    Position in(int partition) {
        return positions.get(partition);
    }

    /** Takes the position from the rows; the offset to read on from. */
    long find(UUID topicId, int partition) {
        requireTheSame(topicId);
        var offset = stored(topicId, partition);
        positions.put(partition, new Position(topicId, offset, false));
        return offset;
    }

    /**
     * What was polled before a topic was made anew may still come, from the channel or from within the client, and nothing
     * tells it from what the new one holds at these offsets. It ends with the process: one process reads one topic.
     */
    private void requireTheSame(UUID topicId) {
        reading.compareAndSet(null, topicId);
        if (!topicId.equals(reading.get())) {
            LOG.errorf("The topic %s was made anew: this replica stops, to read it when it starts again", topic);
            host.gate().stop("the topic " + topic + " was made anew");
            throw new CancellationException("this replica ends");
        }
    }

    /** What the rows say. */
    long stored(UUID topicId, int partition) {
        return host.transactions().call(() -> host.followStore().offset(topicId, partition));
    }

    void moveOn(Slice<?> applied) {
        positions.computeIfPresent(applied.partition(), (partition, position) -> moved(position, applied));
    }

    /** Unless the partition was assigned anew meanwhile. */
    private static Position moved(Position position, Slice<?> slice) {
        return position.offset() == slice.from() ? new Position(slice.topicId(), slice.next(), true) : position;
    }

    void forget(int partition) {
        positions.remove(partition);
    }

    /**
     * Behind the position it may have been polled before a seek, and what lies between would be lost, unless nothing lies
     * there: compaction leaves gaps, and so does the end of somebody's transaction. Before the position it was read
     * already, unless this is another topic of that name.
     */
    boolean continues(TopicPartition partition, Position position, long first) {
        if (first > position.offset()) {
            return compacted && position.begun() || host.firstRecord(partition, position.offset()) == first;
        }
        return first == position.offset() || position.topicId().equals(host.topicId(topic));
    }
}
