package io.upswing.eventlog;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

/** This service's own topics, read back at start. */
interface OwnTopics {

    /** The name of the topic of events. */
    String events();

    /** The names of the compacted topics. */
    List<String> states();

    UUID id(String topic);

    /** Waits until nothing that another replica sent before can still land. */
    void settle();

    /** Reads from the given offset of each partition to the ends that the topic has now. */
    void readEvents(IntToLongFunction from, Consumer<Slice<Incoming>> batch);

    void readStates(String topic, IntToLongFunction from, Consumer<Slice<StateRecord>> batch);
}
