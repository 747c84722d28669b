package io.upswing.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where this service stands in its neighbours' topics. Every call runs in the transaction around it. */
public interface FollowStore {

    /** Why what comes after a stream's head is not applied. */
    enum Parked {
        /** A version is missing; it may still come. */
        GAP,
        /** A record cannot be read or folded; a newer version of this service may. */
        POISON,
        /** Two different events have one version: only a person can say which is true. */
        FORK
    }

    /** The last version of a stream that has been dealt with. */
    record Head(
            long version, @Nullable UUID eventId, @Nullable Parked parked) {
        static final Head NONE = new Head(0, null, null);
    }

    /** The next offset to apply; 0 for a topic that was never read. */
    long offset(UUID topicId, int partition);

    /** Whether anything of this topic was ever read. */
    boolean knows(UUID topicId);

    /** Moves the offset from {@code expected} to {@code next}; false when it is elsewhere. */
    boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next);

    /** Moves the offset to {@code next} if it is anywhere between {@code from} and there. */
    void advanceOffset(String topic, UUID topicId, int partition, long from, long next);

    /** The heads of those streams that have one. */
    Map<UUID, Head> heads(String topic, Collection<UUID> streams);

    /**
     * Replaces heads that were read before.
     *
     * @return false when one of them has moved since: the transaction must be rolled back
     */
    boolean moveHeads(String topic, Map<UUID, Head> before, Map<UUID, Head> after);

    /** Keeps others from moving the stream's head until the end of the transaction; they wait. */
    void lock(String topic, UUID stream);

    void park(String topic, EventRecord record, String reason);

    /** The parked records of a stream, by version. */
    List<EventRecord> parked(String topic, UUID stream);

    void unpark(String topic, EventRecord record);

    List<UUID> parkedStreams(String topic);

    /** Forgets how far the neighbours' topics were read: they are read again from their start. */
    void forgetExcept(Collection<String> ownTopics);
}
