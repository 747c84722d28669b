package io.upswing.eventlog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of a service's own events. Every call runs in the transaction around it. */
public interface LogStore {

    /** An event as stored. {@code logged}: a topic that exists today has acknowledged it. */
    record Row(EventRecord record, boolean logged) {}

    /** The stream's events, by version. */
    List<Row> history(UUID stream);

    /** The events of several streams, by version; no entry for a stream that has none. */
    default Map<UUID, List<Row>> histories(Collection<UUID> streams) {
        var histories = new HashMap<UUID, List<Row>>();
        for (var stream : streams) {
            histories.put(stream, history(stream));
        }
        return histories;
    }

    Optional<Row> find(UUID eventId);

    /**
     * Moves the stream's head from {@code version - 1} to {@code version} and inserts the event.
     *
     * @return false when the head is elsewhere or an event has this id: the transaction must be rolled back
     * @throws LogProblem NOT_READY when the database is not the one this replica started with
     */
    boolean append(EventRecord record);

    /** As {@link #append} of each, of as many streams, in an order that all who do so keep. */
    default boolean append(Collection<EventRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(EventRecord::stream))
                .allMatch(this::append);
    }

    /** Streams with events to be sent, the first {@code limit} of them from {@code from} on, in a fixed order. */
    List<UUID> unsentStreams(UUID from, int limit);

    /** What of the stream is to be sent: all of it from the first unsent on, by version, at most {@code limit}. */
    List<EventRecord> unsent(UUID stream, int limit);

    /** Marks the events as acknowledged by the topic; the ids of the rows that were there to be marked. */
    Set<UUID> mark(Collection<UUID> eventIds, UUID topicId);

    /** Takes back the marks of topics other than this one: they are gone, and what they held must be sent again. */
    int unmarkOthers(UUID topicId);

    /**
     * What became of records read back from the log.
     *
     * @param lacking how many the table lacked, and has now
     * @param forked those that stay outside because their version belongs to another event, or the table has the event
     *     as another version or with other bytes
     */
    record Restored(int lacking, List<EventRecord> forked) {}

    /** Takes in records read back from the log, by version within a stream. */
    Restored restore(List<EventRecord> records, UUID topicId);

    /** The events that follow this one in the order of streams and, within a stream, of versions; null: from the start. */
    List<EventRecord> page(@Nullable EventRecord after, int limit);
}
