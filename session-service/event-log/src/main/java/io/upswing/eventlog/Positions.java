package io.upswing.eventlog;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where a reader stands in the partitions that are its own. What counts are the offsets that are stored beside the rows. */
final class Positions {

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
        var offset = stored(topicId, partition);
        positions.put(partition, new Position(topicId, offset, false));
        return offset;
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
        return position.topicId().equals(slice.topicId()) && position.offset() == slice.from()
                ? new Position(slice.topicId(), slice.next(), true)
                : position;
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
