package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** The owner's own topics, read in slices of any size. */
class SimOwnTopics implements OwnTopics {

    private final Scheduler scheduler;
    private final SimKafka kafka;
    private final String events;
    private final String states;
    private final Map<String, UUID> topicIds;
    private final Runnable settle;

    SimOwnTopics(
            Scheduler scheduler,
            SimKafka kafka,
            String events,
            String states,
            Map<String, UUID> topicIds,
            Runnable settle) {
        this.scheduler = scheduler;
        this.kafka = kafka;
        this.events = events;
        this.states = states;
        this.topicIds = topicIds;
        this.settle = settle;
    }

    @Override
    public String events() {
        return events;
    }

    @Override
    public List<String> states() {
        return List.of(states);
    }

    @Override
    public UUID id(String topic) {
        return Objects.requireNonNull(topicIds.get(topic));
    }

    @Override
    public void settle() {
        settle.run();
    }

    @Override
    public void readEvents(IntToLongFunction from, Consumer<Slice<Incoming>> batch) {
        read(events, from, SimOwnTopics::event, batch);
    }

    @Override
    public void readStates(String topic, IntToLongFunction from, Consumer<Slice<StateRecord>> batch) {
        read(topic, from, SimOwnTopics::state, batch);
    }

    static Incoming event(SimKafka.Placed placed) {
        if (placed.value() instanceof EventRecord record) {
            return new Incoming(record, null);
        }
        var id = new UUID(placed.key().getMostSignificantBits(), placed.offset());
        return new Incoming(Records.event(id, placed.key(), 0, "garbage"), "garbage");
    }

    static @Nullable StateRecord state(SimKafka.Placed placed) {
        return placed.value() instanceof StateRecord record ? record : null;
    }

    private <R> void read(
            String topic,
            IntToLongFunction from,
            Function<SimKafka.Placed, @Nullable R> reader,
            Consumer<Slice<R>> batch) {
        var ends = new long[SimKafka.PARTITIONS];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = kafka.partition(topic, i).end();
        }
        for (int i = 0; i < ends.length; i++) {
            var position = from.applyAsLong(i);
            while (position < ends[i]) {
                scheduler.step();
                if (kafka.down) {
                    throw new IllegalStateException("the brokers are away");
                }
                var poll = kafka.partition(topic, i).from(position, 1 + scheduler.pick(4));
                if (poll.isEmpty()) {
                    break;
                }
                var next = poll.getLast().offset() + 1;
                batch.accept(new Slice<>(id(topic), i, position, next, places(poll, reader)));
                position = next;
            }
        }
    }

    private static <R> List<Slice.At<R>> places(
            List<SimKafka.Placed> poll, Function<SimKafka.Placed, @Nullable R> reader) {
        var places = new ArrayList<Slice.At<R>>();
        for (var placed : poll) {
            var read = reader.apply(placed);
            if (read != null) {
                places.add(new Slice.At<>(placed.offset(), read));
            }
        }
        return places;
    }
}
