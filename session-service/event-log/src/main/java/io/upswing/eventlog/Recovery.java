package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What every start does before this replica may write: send again what the topics lack, read them to their ends and take
 * in what the tables lack, make the views again when they are not the fold of the log. The loss of a database and the
 * loss of Kafka's data are repaired by nothing else.
 */
class Recovery<E> {

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final int PAGE = 5_000;

    private final Identity identity;
    private final OwnTopics topics;
    private final LogStore store;
    private final StateStore states;
    private final FollowStore follow;
    private final Transactions transactions;
    private final EventCodec<E> codec;
    private final View<E> views;

    Recovery(
            Identity identity,
            OwnTopics topics,
            LogStore store,
            StateStore states,
            FollowStore follow,
            Transactions transactions,
            EventCodec<E> codec,
            View<E> views) {
        this.identity = identity;
        this.topics = topics;
        this.store = store;
        this.states = states;
        this.follow = follow;
        this.transactions = transactions;
        this.codec = codec;
        this.views = views;
    }

    /** Replicas do this one after the other: the second finds nothing left to do. */
    void run() {
        identity.alone(this::recover);
    }

    private void recover() {
        transactions.run(identity::claim);
        if (!rebuilt()) {
            topics.settle();
        }
        inTurn(this::unmarkWhatIsGone);
        readBackEvents();
        topics.states().forEach(this::readBackStates);
        if (!rebuilt()) {
            rebuild();
        }
    }

    /**
     * Reads on in the own log while this replica runs, so that the next start has little to read.
     *
     * @throws Unlike when the table lacks what the log has: a replica on such a table would fork the log
     */
    void keepUp() {
        topics.readEvents(
                offsets(topics.events()),
                slice -> transactions.run(() -> {
                    if (restore(slice) > 0) {
                        throw new Unlike();
                    }
                }));
    }

    /** The table is not what the log was written from. */
    static final class Unlike extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unlike() {
            super("the log holds events that the database lacks");
        }
    }

    /** Nothing is changed by a start-up that lost the lock without noticing, and another one goes on from there. */
    private void inTurn(Runnable work) {
        transactions.run(() -> {
            identity.requireTurn();
            work.run();
        });
    }

    private boolean rebuilt() {
        return transactions.call(identity::rebuilt);
    }

    /** A topic of which nothing was ever read is a new one, and has nothing of what is marked. */
    private void unmarkWhatIsGone() {
        var events = topics.id(topics.events());
        if (!follow.knows(events)) {
            store.unmarkOthers(events);
        }
        for (var topic : topics.states()) {
            if (!follow.knows(topics.id(topic))) {
                states.unmarkOtherStates(topic, topics.id(topic));
            }
        }
    }

    private void readBackEvents() {
        topics.readEvents(
                offsets(topics.events()),
                slice -> transactions.run(() -> {
                    if (restore(slice) > 0) {
                        identity.setRebuilt(false);
                    }
                }));
    }

    /** How many events the table lacked. */
    private int restore(Slice<Incoming> slice) {
        var topic = topics.events();
        if (!follow.moveOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next())) {
            throw new Moved();
        }
        var readable = slice.records().stream()
                .filter(incoming -> incoming.unreadable() == null)
                .map(Incoming::record)
                .toList();
        var restored = store.restore(readable, slice.topicId());
        alarm(slice.size() - readable.size(), restored.forked());
        return restored.lacking();
    }

    private static void alarm(int unreadable, List<EventRecord> forked) {
        if (unreadable > 0) {
            LOG.errorf("%d records of our own topic are not ours: somebody else writes to it", unreadable);
        }
        for (var record : forked) {
            LOG.errorf(
                    "Fork: event %s is version %d of stream %s in the log, and another one is in the table",
                    record.id(), record.version(), record.stream());
            LogMetrics.forked();
        }
    }

    /** As the service's followers do, so that a value that landed late is found, whenever it landed. */
    private void readBackStates(String topic) {
        var id = topics.id(topic);
        var reader = new StateFollower(
                topic, newest -> restoreStates(newest, id), key -> sendAgain(topic, key), follow, transactions);
        topics.readStates(topic, offsets(topic), slice -> reader.apply(List.of(slice)));
    }

    /**
     * A table that is whole gives a new version, since another replica may be about to mark the present one. Where it is
     * not, no replica writes, and versions that the table does not know may still come.
     */
    private void sendAgain(String topic, UUID key) {
        if (identity.rebuilt()) {
            states.renew(topic, key);
        } else {
            states.unmarkState(topic, key);
        }
    }

    private void restoreStates(List<StateRecord> newest, UUID topicId) {
        for (var record : newest) {
            if (states.restoreState(record, topicId)) {
                identity.setRebuilt(false);
            }
        }
    }

    private IntToLongFunction offsets(String topic) {
        var id = topics.id(topic);
        return partition -> transactions.call(() -> follow.offset(id, partition));
    }

    private void rebuild() {
        var own = new ArrayList<>(topics.states());
        own.add(topics.events());
        inTurn(() -> {
            follow.forgetExcept(own);
            views.startRebuild();
        });
        for (var page = page(null); !page.isEmpty(); page = page(page.getLast())) {
            var events = page.stream().map(this::decoded).toList();
            inTurn(() -> views.apply(events));
        }
        inTurn(() -> {
            topics.states().forEach(topic -> views.applyStates(states.states(topic)));
            views.finishRebuild();
            identity.setRebuilt(true);
        });
    }

    private List<EventRecord> page(@Nullable EventRecord after) {
        return transactions.call(() -> store.page(after, PAGE));
    }

    private Recorded<E> decoded(EventRecord record) {
        return codec.decode(record.type(), record.value())
                .map(event -> new Recorded<>(record, event))
                .orElseThrow(() -> new IllegalStateException("Own event of an unknown type: " + record.type()
                        + "; the log was written by a newer version of this service"));
    }
}
