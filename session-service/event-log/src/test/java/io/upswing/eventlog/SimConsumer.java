package io.upswing.eventlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A channel: one thread polls, notices rebalances and seeks, another hands over what was polled before. Between the two
 * lies a queue, so that a batch can be older than a seek.
 */
final class SimConsumer<R> implements FollowerHost {

    private static final int MOST = 4;

    private final Scheduler scheduler;
    private final Scheduler.Process process;
    private final SimKafka kafka;
    private final String topic;
    private final Transactions transactions;
    private final FollowStore store;
    private final Gate gate;
    private final Function<FollowerHost, FollowedTopic<R>> makes;
    private final Function<SimKafka.Placed, @Nullable R> reader;
    private final Map<Integer, Long> positions = new TreeMap<>();
    private final Queue<ConsumerRecords<String, byte[]>> queue = new ArrayDeque<>();
    private final Map<Integer, SimKafka.Placed> contents = new HashMap<>();
    private @Nullable FollowedTopic<R> followed;
    private SimKafka.@Nullable Group group;
    private long generation = -1;
    private boolean busy;

    /** Makes a follower of records as this consumer brings them. */
    interface Follow<R> {
        FollowedTopic<R> topic(FollowedTopic.Reader<R> reader, FollowerHost host);
    }

    SimConsumer(
            Scheduler scheduler,
            Scheduler.Process process,
            SimKafka kafka,
            String topic,
            Transactions transactions,
            FollowStore store,
            Gate gate,
            Function<SimKafka.Placed, @Nullable R> reader,
            Follow<R> follow) {
        this.scheduler = scheduler;
        this.process = process;
        this.kafka = kafka;
        this.topic = topic;
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
        this.reader = reader;
        this.makes = host -> follow.topic(this::read, host);
    }

    void start(String groupName) {
        followed = makes.apply(this);
        group = kafka.join(groupName, this);
        scheduler.spawn(process, this::poll);
        scheduler.spawn(process, this::handOver);
    }

    @Override
    public String toString() {
        return process.name;
    }

    boolean isGone() {
        return process.dead;
    }

    /** Whether the brokers hear of it. */
    boolean isHeard() {
        return process.pausedUntil <= scheduler.now();
    }

    /** Nothing is read that is not applied. */
    boolean isIdle() {
        return group != null
                && queue.isEmpty()
                && !busy
                && generation == group.generation()
                && positions.entrySet().stream()
                        .allMatch(at -> at.getValue()
                                >= kafka.partition(topic, at.getKey()).end());
    }

    private void poll() {
        while (true) {
            if (generation != group.generation()) {
                join();
            }
            var batch = fetch();
            if (batch.isEmpty()) {
                scheduler.sleep(2 + scheduler.pick(4));
            } else {
                queue.add(batch);
                scheduler.await(() -> queue.size() < 3, 50);
            }
        }
    }

    private void join() {
        var before = partitions(positions.keySet());
        positions.clear();
        queue.clear();
        followed.revoked(before);
        scheduler.step();
        generation = group.generation();
        var mine = group.partitionsOf(this);
        mine.forEach(partition -> positions.put(partition, 0L));
        scheduler.tell("%s: assigned %s", topic, mine);
        followed.assigned(partitions(mine), (partition, offset) -> positions.put(partition.partition(), offset));
    }

    private ConsumerRecords<String, byte[]> fetch() {
        scheduler.step();
        var fetched = new LinkedHashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        for (var entry : positions.entrySet()) {
            var partition = entry.getKey();
            var log = kafka.partition(topic, partition);
            if (entry.getValue() > log.end()) {
                entry.setValue(0L); // out of range: from the earliest on
            }
            var records = kafka.down
                    ? List.<ConsumerRecord<String, byte[]>>of()
                    : log.from(entry.getValue(), 1 + scheduler.pick(MOST)).stream()
                            .map(placed -> record(partition, placed))
                            .toList();
            if (!records.isEmpty()) {
                fetched.put(new TopicPartition(topic, partition), records);
                entry.setValue(records.getLast().offset() + 1);
            } else if (!kafka.down) {
                entry.setValue(log.end()); // over what holds no record
            }
        }
        return new ConsumerRecords<>(fetched, Map.of());
    }

    private ConsumerRecord<String, byte[]> record(int partition, SimKafka.Placed placed) {
        var number = contents.size();
        contents.put(number, placed);
        var value = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        return new ConsumerRecord<>(
                topic, partition, placed.offset(), placed.key().toString(), value);
    }

    private @Nullable R read(ConsumerRecord<String, byte[]> record) {
        var placed = contents.get(ByteBuffer.wrap(record.value()).getInt());
        return reader.apply(Objects.requireNonNull(placed));
    }

    private void handOver() {
        while (true) {
            scheduler.await(() -> !queue.isEmpty());
            var batch = queue.poll();
            if (batch != null) {
                busy = true;
                batch.forEach(r -> scheduler.tell("%s/%d/%d is handed over", topic, r.partition(), r.offset()));
                followed.receive(batch);
                busy = false;
            }
        }
    }

    private List<TopicPartition> partitions(Collection<Integer> numbers) {
        return numbers.stream().map(number -> new TopicPartition(topic, number)).toList();
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public FollowStore followStore() {
        return store;
    }

    @Override
    public UUID topicId(String name) {
        scheduler.step();
        return kafka.ensure(name);
    }

    @Override
    public Map<Integer, Long> ends(String name) {
        scheduler.step();
        var ends = new TreeMap<Integer, Long>();
        for (int i = 0; i < SimKafka.PARTITIONS; i++) {
            ends.put(i, kafka.partition(name, i).end());
        }
        return ends;
    }

    @Override
    public Map<Integer, Long> lastRecords(String name, UUID topicId, IntToLongFunction from) {
        return ends(name);
    }

    @Override
    public long firstRecord(TopicPartition partition, long from) {
        scheduler.step();
        var records = kafka.partition(topic, partition.partition()).from(from, 1);
        return records.isEmpty() ? -1 : records.getFirst().offset();
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        scheduler.step();
        scheduler.tell("%s: seeks to %d", partition, offset);
        positions.computeIfPresent(partition.partition(), (number, position) -> offset);
    }

    @Override
    public void execute(Runnable work) {
        scheduler.spawn(process, work);
    }

    @Override
    public void rest() {
        scheduler.sleep(3 + scheduler.pick(5));
    }

    @Override
    public Instant now() {
        return Records.AT;
    }
}
