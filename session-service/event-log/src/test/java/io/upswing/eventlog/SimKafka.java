package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brokers in memory: topics with ids, partitions and offsets, and consumer groups that are rebalanced. */
final class SimKafka {

    static final int PARTITIONS = 2;

    /** A record in its place; no value: something that is none of ours. */
    record Placed(long offset, UUID key, @Nullable Object value) {}

    /** A partition; what compaction removed leaves a gap. */
    static final class Partition {
        private final List<Placed> records = new ArrayList<>();
        private long end;

        long end() {
            return end;
        }

        List<Placed> from(long offset, int most) {
            return records.stream()
                    .filter(placed -> placed.offset() >= offset)
                    .limit(most)
                    .toList();
        }
    }

    private record Topic(UUID id, List<Partition> partitions) {}

    /** The readers of a topic that share its partitions. */
    static final class Group {
        private final List<SimConsumer<?>> members = new ArrayList<>();
        private final Map<Integer, SimConsumer<?>> owners = new LinkedHashMap<>();
        private long generation;

        long generation() {
            return generation;
        }

        List<Integer> partitionsOf(SimConsumer<?> member) {
            return owners.entrySet().stream()
                    .filter(entry -> entry.getValue() == member)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final Scheduler scheduler;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private int inFlight;
    boolean down;

    SimKafka(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    UUID ensure(String topic) {
        return topics.computeIfAbsent(topic, name -> {
                    var partitions = new ArrayList<Partition>();
                    for (int i = 0; i < PARTITIONS; i++) {
                        partitions.add(new Partition());
                    }
                    return new Topic(new UUID(scheduler.random.nextLong(), 1), partitions);
                })
                .id();
    }

    Partition partition(String topic, int partition) {
        ensure(topic);
        return Objects.requireNonNull(topics.get(topic)).partitions().get(partition);
    }

    /** A partition of the topic with this id; null when that topic is gone. */
    @Nullable
    Partition partition(String topic, UUID topicId, int partition) {
        var found = topics.get(topic);
        return found == null || !found.id().equals(topicId)
                ? null
                : found.partitions().get(partition);
    }

    static int partitionOf(UUID key) {
        return Math.floorMod(key.hashCode(), PARTITIONS);
    }

    /** Everything is gone, also who reads what. */
    void loseData() {
        topics.clear();
        rebalance();
    }

    /** Takes a record, unless the topic it was meant for is gone. */
    void land(String topic, @Nullable UUID topicId, UUID key, @Nullable Object value) {
        var found = topics.get(topic);
        if (found != null && (topicId == null || found.id().equals(topicId))) {
            var partition = found.partitions().get(partitionOf(key));
            scheduler.tell("%s/%d/%d gets %s", topic, partitionOf(key), partition.end, toText(value));
            partition.records.add(new Placed(partition.end++, key, value));
        }
    }

    private static String toText(@Nullable Object value) {
        return switch (value) {
            case EventRecord r -> r.stream() + "@" + r.version() + " " + r.id();
            case StateRecord r -> r.key() + "@" + r.version();
            case null, default -> "something";
        };
    }

    /** An offset without a record, as the end of a transaction takes one. */
    void leaveGap(String topic) {
        partition(topic, scheduler.pick(PARTITIONS)).end++;
    }

    /** A record that its sender has given up may still land for a while. */
    void landLater(String topic, @Nullable UUID topicId, UUID key, Object value) {
        inFlight++;
        scheduler.spawn(null, () -> {
            scheduler.sleep(1 + scheduler.pick(300));
            land(topic, topicId, key, value);
            inFlight--;
        });
    }

    boolean nothingInFlight() {
        return inFlight == 0;
    }

    /** Removes what a later record of the same key with a higher version has made needless. */
    void compact(String topic) {
        for (int i = 0; i < PARTITIONS; i++) {
            var partition = partition(topic, i);
            Map<UUID, Long> newest = new HashMap<>();
            Set<Placed> needless = new HashSet<>();
            for (var placed : partition.records.reversed()) {
                if (placed.value() instanceof StateRecord state) {
                    var later = newest.merge(state.key(), state.version(), Math::max);
                    if (later > state.version()) {
                        needless.add(placed);
                    }
                }
            }
            partition.records.removeAll(needless);
        }
    }

    Group join(String group, SimConsumer<?> member) {
        var joined = groups.computeIfAbsent(group, name -> new Group());
        joined.members.add(member);
        rebalance();
        return joined;
    }

    /** Gives the partitions to others of those who answer. */
    void rebalance() {
        for (var group : groups.values()) {
            group.members.removeIf(SimConsumer::isGone);
            group.owners.clear();
            group.generation++;
            var heard = group.members.stream().filter(SimConsumer::isHeard).toList();
            for (int i = 0; i < PARTITIONS && !heard.isEmpty(); i++) {
                group.owners.put(i, heard.get(scheduler.pick(heard.size())));
            }
            scheduler.tell("the members are now %s", group.owners);
        }
    }
}
