package io.upswing.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

/** The own topics in Kafka. */
final class KafkaOwnTopics implements OwnTopics {

    private final String events;
    private final List<String> states;
    private final Map<String, UUID> ids;
    private final KafkaReader reader;
    private final Runnable settle;

    /** @param settle waits out what a producer before this one may still have had in flight */
    KafkaOwnTopics(String events, List<String> states, Map<String, UUID> ids, KafkaReader reader, Runnable settle) {
        this.events = events;
        this.states = states;
        this.ids = ids;
        this.reader = reader;
        this.settle = settle;
    }

    @Override
    public String events() {
        return events;
    }

    @Override
    public List<String> states() {
        return states;
    }

    @Override
    public UUID id(String topic) {
        return Objects.requireNonNull(ids.get(topic), topic);
    }

    @Override
    public void settle() {
        settle.run();
    }

    @Override
    public void readEvents(IntToLongFunction from, Consumer<Slice<Incoming>> batch) {
        reader.read(events, id(events), from, Wire::event, batch);
    }

    @Override
    public void readStates(String topic, IntToLongFunction from, Consumer<Slice<StateRecord>> batch) {
        reader.read(topic, id(topic), from, Wire::state, batch);
    }
}
