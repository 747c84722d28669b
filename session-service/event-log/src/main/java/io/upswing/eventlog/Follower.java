package io.upswing.eventlog;

import io.upswing.eventlog.FollowStore.Head;
import io.upswing.eventlog.FollowStore.Parked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Applies a neighbour's events exactly once: the offsets are moved by compare-and-set in the transaction that writes
 * the rows, so that a replica which lost its partition writes nothing.
 */
public final class Follower<E> {

    private final String topic;
    private final EventCodec<E> codec;
    private final Fold<E> views;
    private final FollowStore store;
    private final Transactions transactions;

    public Follower(String topic, EventCodec<E> codec, Fold<E> views, FollowStore store, Transactions transactions) {
        this.topic = topic;
        this.codec = codec;
        this.views = views;
        this.store = store;
        this.transactions = transactions;
    }

    public String topic() {
        return topic;
    }

    /**
     * Applies what a poll brought.
     *
     * @return false when the stored offsets are not where this reader believed them to be: it must seek and read again
     */
    public boolean apply(List<Slice<Incoming>> poll) {
        try {
            applyOrIsolate(poll).forEach(this::replayParked);
            return true;
        } catch (Moved e) {
            return false;
        }
    }

    /** Tries the parked records of a stream again, in order, as far as they go. */
    public void replayParked(UUID stream) {
        try {
            transactions.run(() -> replay(stream));
        } catch (RuntimeException e) {
            transactions.run(() -> store.heads(topic, Set.of(stream))); // throws when it is the database that failed
            System.getLogger(Follower.class.getName())
                    .log(System.Logger.Level.WARNING, "A parked stream of {0} still cannot be applied", topic);
        }
    }

    /** Tries everything parked: done at start, because a newer version of the service may understand it. */
    public void replayParked() {
        transactions.call(() -> store.parkedStreams(topic)).forEach(this::replayParked);
    }

    private Set<UUID> applyOrIsolate(List<Slice<Incoming>> poll) {
        try {
            return transactions.call(() -> applyWithout(poll, Set.of()));
        } catch (Moved e) {
            throw e;
        } catch (RuntimeException e) {
            var poisoned = findPoisoned(poll, e);
            return transactions.call(() -> applyWithout(poll, poisoned));
        }
    }

    private Set<UUID> applyWithout(List<Slice<Incoming>> poll, Set<UUID> poisoned) {
        for (var slice : poll) {
            if (!store.moveOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next())) {
                throw new Moved();
            }
        }
        var sequencer = new Sequencer<>(codec, store.heads(topic, streams(poll)), poisoned);
        poll.forEach(slice -> slice.records().forEach(sequencer::take));
        if (!sequencer.apply.isEmpty()) {
            views.apply(sequencer.apply);
        }
        sequencer.park.forEach(refused -> {
            store.park(topic, refused.record(), refused.reason());
            LogMetrics.parked();
        });
        store.saveHeads(topic, sequencer.changed);
        return sequencer.continued;
    }

    /** The streams whose events make the views fail, found by folding each alone and taking it back. */
    private Set<UUID> findPoisoned(List<Slice<Incoming>> poll, RuntimeException failure) {
        var poisoned = new HashSet<UUID>();
        for (var stream : streams(poll)) {
            var alone = poll.stream()
                    .map(slice -> new Slice<>(
                            slice.topicId(),
                            slice.partition(),
                            slice.from(),
                            slice.next(),
                            slice.records().stream()
                                    .filter(incoming ->
                                            incoming.record().stream().equals(stream))
                                    .toList()))
                    .toList();
            if (!folds(alone)) {
                poisoned.add(stream);
            }
        }
        transactions.run(() -> store.heads(topic, Set.of())); // a database that is away is not poison
        if (poisoned.isEmpty() || poisoned.size() == streams(poll).size() && poisoned.size() > 1) {
            throw failure; // not a matter of one patient
        }
        return poisoned;
    }

    private boolean folds(List<Slice<Incoming>> alone) {
        try {
            transactions.run(() -> {
                applyWithout(alone, Set.of());
                throw new TakenBack();
            });
            return true;
        } catch (TakenBack e) {
            return true;
        } catch (Moved e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void replay(UUID stream) {
        var head = store.heads(topic, Set.of(stream)).getOrDefault(stream, Head.NONE);
        var parked = store.parked(topic, stream);
        if (head.parked() == Parked.FORK) {
            return;
        }
        var sequencer = new Sequencer<>(codec, Map.of(stream, head), Set.of());
        parked.forEach(record -> sequencer.take(new Incoming(record, null)));
        var still =
                sequencer.park.stream().map(refused -> refused.record().id()).collect(Collectors.toSet());
        if (!sequencer.apply.isEmpty()) {
            views.apply(sequencer.apply);
        }
        parked.stream().filter(record -> !still.contains(record.id())).forEach(record -> store.unpark(topic, record));
        var reached = new HashMap<>(Map.of(stream, head));
        reached.putAll(sequencer.changed);
        reached.computeIfPresent(
                stream, (id, at) -> new Head(at.version(), at.eventId(), still.isEmpty() ? null : at.parked()));
        store.saveHeads(topic, reached);
    }

    private static Set<UUID> streams(List<Slice<Incoming>> poll) {
        return poll.stream()
                .flatMap(slice -> slice.records().stream())
                .map(incoming -> incoming.record().stream())
                .collect(Collectors.toSet());
    }

    /** Ends a trial. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
