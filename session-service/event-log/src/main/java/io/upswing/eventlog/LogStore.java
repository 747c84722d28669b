package io.upswing.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables of a service's own log. Every call runs in the transaction around it. */
public interface LogStore {

    /** An event as stored. {@code logged}: a topic that exists today has acknowledged it. */
    record Row(EventRecord record, boolean logged) {}

    /** The stream's events, by version. */
    List<Row> history(UUID stream);

    Optional<Row> find(UUID eventId);

    /** What became of an attempt to append. */
    enum Appended {
        DONE,
        /** The stream's head is not at {@code version - 1} any more. */
        BEHIND,
        /** An event with this id exists already. */
        KNOWN
    }

    /**
     * Moves the stream's head from {@code version - 1} to {@code version} and inserts the event.
     *
     * @throws LogProblem NOT_READY when the database is not the one this replica started with
     */
    Appended append(EventRecord record);

    /** Raises the version of the key by one and stores the value. */
    StateRecord put(StateChange change, Instant recordedAt);

    /** Streams with events to be sent, at most {@code limit}. */
    List<UUID> unsentStreams(int limit);

    /** What of the stream is to be sent: all of it from the first unsent on, by version, at most {@code limit}. */
    List<EventRecord> unsent(UUID stream, int limit);

    /** Marks the events as acknowledged by the topic; the ids of the rows that were there to be marked. */
    Set<UUID> mark(Collection<UUID> eventIds, UUID topicId);

    List<StateRecord> unsentStates(int limit);

    /** Marks this version of the key, unless a newer one is stored; false when the row is gone. */
    boolean markState(StateRecord record, UUID topicId);

    /** Has the current version of the key sent again, where there is one. */
    void unmarkState(String topic, UUID key);

    /** Takes back the marks of topics other than this one: they are gone, and what they held must be sent again. */
    int unmarkOthers(UUID topicId);

    int unmarkOtherStates(String topic, UUID topicId);

    /**
     * Takes in records read back from the log, by version within a stream.
     *
     * @return how many the table lacked
     */
    int restore(List<EventRecord> records, UUID topicId);

    /** Keeps the value when it is newer than the one stored. True when it was. */
    boolean restoreState(StateRecord record, UUID topicId);

    /** A part of all events, and where the next part begins. */
    record Page(List<EventRecord> records, long last) {}

    /** The events inserted after {@code position}, in that order, which within a stream is the order of versions. */
    Page page(long position, int limit);

    /** All current state records of the topic. */
    List<StateRecord> states(String topic);
}
