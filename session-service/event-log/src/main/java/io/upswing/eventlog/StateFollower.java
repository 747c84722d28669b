package io.upswing.eventlog;

import io.upswing.eventlog.FollowStore.Head;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows a compacted topic: of each key the highest version counts, whatever the order in which they are read. */
public final class StateFollower {

    private final String topic;
    private final Consumer<List<StateRecord>> views;
    private final Consumer<StateRecord> outdated;
    private final FollowStore store;
    private final Transactions transactions;

    /**
     * @param views takes the newest value of each key that changed; null values erase
     * @param outdated told of a version that came after a newer one: compaction would keep it, so the owner sends again
     */
    public StateFollower(
            String topic,
            Consumer<List<StateRecord>> views,
            Consumer<StateRecord> outdated,
            FollowStore store,
            Transactions transactions) {
        this.topic = topic;
        this.views = views;
        this.outdated = outdated;
        this.store = store;
        this.transactions = transactions;
    }

    public String topic() {
        return topic;
    }

    /**
     * Applies what a poll brought. A version counts once wherever it is read, so a reader that lost its partition does no
     * harm here: it only must not move the offset, and the compare-and-set sees to that.
     */
    public void apply(List<Slice<StateRecord>> poll) {
        transactions.run(() -> {
            for (var slice : poll) {
                store.moveOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next());
            }
            fold(poll.stream().flatMap(slice -> slice.records().stream()).toList());
        });
    }

    private void fold(List<StateRecord> records) {
        var keys = records.stream().map(StateRecord::key).collect(Collectors.toSet());
        Map<UUID, Head> heads = new HashMap<>(store.heads(topic, keys));
        var newest = new LinkedHashMap<UUID, StateRecord>();
        for (var record : records) {
            var seen = heads.getOrDefault(record.key(), Head.NONE).version();
            if (record.version() > seen) {
                newest.put(record.key(), record);
                heads.put(record.key(), new Head(record.version(), null, null));
            } else if (record.version() < seen) {
                outdated.accept(record);
            }
        }
        if (!newest.isEmpty()) {
            views.accept(List.copyOf(newest.values()));
            store.saveHeads(topic, heads);
        }
    }
}
