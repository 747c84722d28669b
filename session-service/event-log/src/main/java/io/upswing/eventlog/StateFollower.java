package io.upswing.eventlog;

import io.upswing.eventlog.FollowStore.Head;
import io.upswing.eventlog.Transactions.Disturbed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Follows a compacted topic: of each key the highest version counts, whatever the order in which they are read. */
public final class StateFollower {

    private static final Logger LOG = Logger.getLogger(StateFollower.class);

    /** The order in which whoever touches many keys locks them. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    private final String topic;
    private final Consumer<List<StateRecord>> views;
    private final Consumer<UUID> outdated;
    private final FollowStore store;
    private final Transactions transactions;

    /**
     * @param views takes the newest value of each key that changed; null values erase
     * @param outdated told of a key whose older version came after a newer one: compaction would keep the older
     */
    public StateFollower(
            String topic,
            Consumer<List<StateRecord>> views,
            Consumer<UUID> outdated,
            FollowStore store,
            Transactions transactions) {
        this.topic = topic;
        this.views = views;
        this.outdated = outdated;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Applies what a poll brought. A version counts once wherever it is read, so a reader that lost its partition does no
     * harm here, as long as it does not move the offset past what it has not read.
     */
    public void apply(List<Slice<StateRecord>> poll) {
        try {
            transactions.run(() -> applyTogether(poll));
        } catch (Moved | Disturbed e) {
            throw e;
        } catch (RuntimeException e) {
            switch (Slice.sizeOf(poll)) {
                case 0 -> throw e;
                case 1 -> {
                    LOG.errorf(e, "The views of %s refuse a value: it is skipped, its key stays as it was", topic);
                    LogMetrics.parked();
                    transactions.run(() -> advance(poll));
                }
                default -> Slice.halves(poll).forEach(this::apply);
            }
        }
    }

    private void applyTogether(List<Slice<StateRecord>> poll) {
        advance(poll);
        fold(poll.stream().flatMap(slice -> slice.records().stream()).toList());
    }

    private void advance(List<Slice<StateRecord>> poll) {
        for (var slice : poll) {
            store.advanceOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next());
        }
    }

    private void fold(List<StateRecord> records) {
        var before = store.heads(topic, records.stream().map(StateRecord::key).collect(Collectors.toSet()));
        var heads = new HashMap<>(before);
        var newest = new TreeMap<UUID, StateRecord>(AS_STORED);
        var late = new TreeSet<>(AS_STORED);
        for (var record : records) {
            var seen = heads.getOrDefault(record.key(), Head.NONE).version();
            if (record.version() > seen) {
                newest.put(record.key(), record);
                heads.put(record.key(), new Head(record.version(), null, null));
                late.remove(record.key());
            } else if (record.version() < seen) {
                late.add(record.key());
            }
        }
        if (!newest.isEmpty()) {
            views.accept(List.copyOf(newest.values()));
            heads.keySet().retainAll(newest.keySet());
            if (!store.moveHeads(topic, before, heads)) {
                throw new Moved();
            }
        }
        late.forEach(outdated);
    }
}
