package io.upswing.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The current values of a service's own compacted topics. Every call runs in the transaction around it. */
interface StateStore {

    /** One version of a key of a compacted topic. */
    record StateVersion(String topic, UUID key, long version) {
        static StateVersion of(StateRecord record) {
            return new StateVersion(record.topic(), record.key(), record.version());
        }
    }

    /** Raises the version of the key and stores the value. */
    StateRecord put(StateChange change, Instant recordedAt);

    /**
     * Stores the key's current value as a new version, so that it is sent again. Not before all versions that were ever
     * given are in the table.
     */
    void renew(String topic, UUID key);

    /** Has the key's current version sent again, where there is one. */
    void unmarkState(String topic, UUID key);

    List<StateRecord> unsentStates(int limit);

    /** What is to be sent of the states that go with a stream's events: those that have its key. */
    List<StateRecord> unsentStatesOf(UUID stream);

    /** Marks these versions, where no newer one is stored; those whose rows were there, newer or not. */
    Set<StateVersion> markStates(Collection<StateVersion> versions, UUID topicId);

    int unmarkOtherStates(String topic, UUID topicId);

    /** Keeps the value when it is newer than the one stored. True when it was. */
    boolean restoreState(StateRecord record, UUID topicId);

    /** All current state records of the topic. */
    List<StateRecord> states(String topic);
}
