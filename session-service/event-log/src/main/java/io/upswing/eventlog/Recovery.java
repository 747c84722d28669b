package io.upswing.eventlog;

import java.util.ArrayList;

/**
 * What every start does before this replica may write: read the own topics to their ends, take in what the tables lack,
 * send again what the topics lack, make the views again when they are not the fold of the log. The loss of a database
 * and the loss of Kafka's data are repaired by nothing else.
 */
final class Recovery<E> {

    private static final int PAGE = 5_000;

    private final Identity identity;
    private final OwnTopics topics;
    private final LogStore store;
    private final FollowStore follow;
    private final Transactions transactions;
    private final EventCodec<E> codec;
    private final View<E> views;

    Recovery(
            Identity identity,
            OwnTopics topics,
            LogStore store,
            FollowStore follow,
            Transactions transactions,
            EventCodec<E> codec,
            View<E> views) {
        this.identity = identity;
        this.topics = topics;
        this.store = store;
        this.follow = follow;
        this.transactions = transactions;
        this.codec = codec;
        this.views = views;
    }

    void run() {
        transactions.run(identity::claim);
        if (!transactions.call(identity::rebuilt)) {
            topics.settle();
        }
        readBackEvents();
        topics.states().forEach(this::readBackStates);
        transactions.run(this::unmarkWhatIsGone);
        if (!transactions.call(identity::rebuilt)) {
            rebuild();
        }
    }

    private void readBackEvents() {
        var topic = topics.events();
        var id = topics.id(topic);
        topics.readEvents(
                partition -> transactions.call(() -> follow.offset(id, partition)),
                slice -> transactions.run(() -> {
                    move(topic, slice);
                    var records = slice.records().stream().map(Incoming::record).toList();
                    if (store.restore(records, id) > 0) {
                        identity.setRebuilt(false);
                    }
                }));
    }

    private void readBackStates(String topic) {
        var id = topics.id(topic);
        topics.readStates(
                topic,
                partition -> transactions.call(() -> follow.offset(id, partition)),
                slice -> transactions.run(() -> {
                    move(topic, slice);
                    for (var record : slice.records()) {
                        if (store.restoreState(record, id)) {
                            identity.setRebuilt(false);
                        }
                    }
                }));
    }

    private void move(String topic, Slice<?> slice) {
        if (!follow.moveOffset(topic, slice.topicId(), slice.partition(), slice.from(), slice.next())) {
            throw new Moved(); // another replica is doing the same: start again
        }
    }

    private void unmarkWhatIsGone() {
        store.unmarkOthers(topics.id(topics.events()));
        topics.states().forEach(topic -> store.unmarkOtherStates(topic, topics.id(topic)));
    }

    private void rebuild() {
        var own = new ArrayList<>(topics.states());
        own.add(topics.events());
        transactions.run(() -> {
            follow.forgetExcept(own);
            views.startRebuild();
            topics.states().forEach(topic -> views.applyStates(store.states(topic)));
        });
        for (var page = page(0); !page.records().isEmpty(); page = page(page.last())) {
            var events = page.records().stream().map(this::decoded).toList();
            transactions.run(() -> views.apply(events));
        }
        transactions.run(() -> {
            views.finishRebuild();
            identity.setRebuilt(true);
        });
    }

    private LogStore.Page page(long after) {
        return transactions.call(() -> store.page(after, PAGE));
    }

    private Recorded<E> decoded(EventRecord record) {
        return codec.decode(record.type(), record.value())
                .map(event -> new Recorded<>(record, event))
                .orElseThrow(() -> new IllegalStateException("Own event of an unknown type: " + record.type()));
    }
}
