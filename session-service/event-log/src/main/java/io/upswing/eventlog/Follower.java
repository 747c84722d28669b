package io.upswing.eventlog;

import io.upswing.eventlog.FollowStore.Head;
import io.upswing.eventlog.FollowStore.Parked;
import io.upswing.eventlog.Transactions.Disturbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies a neighbour's events exactly once: offsets and heads are moved by compare-and-set in the transaction that
 * writes the rows, so that a replica which lost its partition writes nothing.
 */
public class Follower<E> {

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final String topic;
    private final EventCodec<E> codec;
    private final Fold<E> views;
    private final FollowStore store;
    private final Transactions transactions;

    /** Streams whose missing version has come, and whose parked records have not been tried since. */
    private final Set<UUID> due = ConcurrentHashMap.newKeySet();

    public Follower(String topic, EventCodec<E> codec, Fold<E> views, FollowStore store, Transactions transactions) {
        this.topic = topic;
        this.codec = codec;
        this.views = views;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Applies what a poll brought.
     *
     * @return false when what is stored is not where this reader believed it to be: it must seek and read again
     */
    public boolean apply(List<Slice<Incoming>> poll) {
        replayDue(); // where the last call was disturbed after its commit
        try {
            applyInParts(poll);
        } catch (Moved e) {
            return false;
        }
        replayDue();
        return true;
    }

    /** Tries everything parked: done at start, because a newer version of the service may understand it. */
    public void replayParked() {
        transactions.call(() -> store.parkedStreams(topic)).forEach(this::replayParked);
    }

    /** Tries the parked records of a stream again, in order, as far as they go. */
    public void replayParked(UUID stream) {
        try {
            while (transactions.call(() -> replayNext(stream))) {
                LOG.debugf("A parked record of %s was applied", topic);
            }
        } catch (Disturbed e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("A parked stream of %s still cannot be applied", topic);
        }
    }

    /** Where the views refuse the whole, each half is tried alone, until what is left is the record they refuse. */
    private void applyInParts(List<Slice<Incoming>> poll) {
        try {
            transactions.run(() -> applyTogether(poll, null));
        } catch (Moved | Disturbed e) {
            throw e;
        } catch (RuntimeException e) {
            switch (Slice.sizeOf(poll)) {
                case 0 -> throw e;
                case 1 -> {
                    LOG.errorf(e, "The views of %s refuse a record: its stream is parked", topic);
                    transactions.run(() -> applyTogether(poll, "the views could not take it"));
                }
                default -> Slice.halves(poll).forEach(this::applyInParts);
            }
        }
    }

    private void applyTogether(List<Slice<Incoming>> poll, @Nullable String refusal) {
        for (var slice : poll) {
            if (!store.moveOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next())) {
                throw new Moved();
            }
        }
        var heads = store.heads(topic, streams(poll));
        var sequencer = sequencer(heads, refusal);
        poll.forEach(slice -> slice.records().forEach(sequencer::take));
        finish(heads, sequencer, sequencer.changed);
        sequencer.park.forEach(refused -> {
            store.park(topic, refused.record(), refused.reason());
            LogMetrics.parked();
        });
        due.addAll(sequencer.continued); // before the commit: should that end in doubt, one try too many does no harm
    }

    private void replayDue() {
        for (var stream : List.copyOf(due)) {
            replayParked(stream);
            due.remove(stream);
        }
    }

    /** One record, or none, so that a record which the views refuse does not hold up those before it. */
    private boolean replayNext(UUID stream) {
        store.lock(topic, stream);
        var heads = store.heads(topic, Set.of(stream));
        var head = heads.getOrDefault(stream, Head.NONE);
        if (head.parked() == null || head.parked() == Parked.FORK) {
            return false;
        }
        var parked = new ArrayList<>(store.parked(topic, stream));
        var sequencer = sequencer(heads, null);
        for (var record : List.copyOf(parked)) {
            if (sequencer.apply.isEmpty()) {
                var refused = sequencer.park.size();
                sequencer.take(new Incoming(record, null));
                if (sequencer.park.size() == refused) {
                    store.unpark(topic, record);
                    parked.remove(record);
                }
            }
        }
        var at = sequencer.changed.getOrDefault(stream, head);
        var after = new Head(at.version(), at.eventId(), parked.isEmpty() ? null : at.parked());
        finish(heads, sequencer, Map.of(stream, after));
        return !sequencer.apply.isEmpty();
    }

    private void finish(Map<UUID, Head> before, Sequencer<E> sequencer, Map<UUID, Head> after) {
        if (!sequencer.apply.isEmpty()) {
            views.apply(sequencer.apply);
        }
        if (!store.moveHeads(topic, before, after)) {
            throw new Moved();
        }
    }

    Sequencer<E> sequencer(Map<UUID, Head> heads, @Nullable String refusal) {
        return new Sequencer<>(codec, heads, refusal);
    }

    private static Set<UUID> streams(List<Slice<Incoming>> poll) {
        return poll.stream()
                .flatMap(slice -> slice.records().stream())
                .map(incoming -> incoming.record().stream())
                .collect(Collectors.toSet());
    }
}
