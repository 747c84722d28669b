package io.upswing.eventlog;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An instance of the service that writes: a log, its relay, its start-up and the guard of its state topic. */
final class SimOwner extends Scheduler.Process {

    private final Simulation world;
    private final Gate gate = new Gate(() -> dead = true);
    private final Map<String, UUID> topicIds = new ConcurrentHashMap<>();
    private final SimTopicLog topic;
    private final SimLogStore store;
    private final Relay relay;
    private final Recovery<String> recovery;
    private final EventLog<String> log;
    private final SimConsumer<StateRecord> guard;

    SimOwner(Simulation world, String name) {
        super(name);
        this.world = world;
        var scheduler = world.scheduler;
        var transactions = new SimTransactions(scheduler, world.faults, this::database);
        topic = new SimTopicLog(scheduler, world.faults, world.kafka, Simulation.EVENTS, topicIds);
        var parts = world.parts;
        store = parts.logStore(scheduler, this, transactions, topic);
        var followStore = parts.followStore(transactions);
        var codec = new SimCodec(() -> true);
        var views = new SimViews(transactions, () -> true);
        Patience untilMarked = outcome -> {
            scheduler.await(outcome::isDone);
            return !outcome.isCompletedExceptionally();
        };
        relay = parts.relay(
                store, transactions, parts.topicLog(topic, store, transactions), scheduler.executor(this), untilMarked);
        var topics = new SimOwnTopics(
                scheduler, world.kafka, Simulation.EVENTS, Simulation.CARDS, topicIds, parts.settle(world::settle));
        recovery = new Recovery<>(store, topics, store, store, followStore, transactions, codec, views);
        Patience patience = outcome -> scheduler.await(outcome::isDone, 60) && !outcome.isCompletedExceptionally();
        log = new EventLog<>(
                codec,
                views,
                store,
                store,
                transactions,
                relay,
                gate,
                parts.answers(patience),
                InstantSource.fixed(Records.AT));
        guard = new SimConsumer<>(
                scheduler,
                this,
                world.kafka,
                Simulation.CARDS,
                transactions,
                followStore,
                gate,
                SimOwnTopics::state,
                (reader, host) -> {
                    var follower = new StateFollower(
                            Simulation.CARDS,
                            newest -> {},
                            late -> store.renew(Simulation.CARDS, late),
                            followStore,
                            transactions);
                    return new FollowedTopic<>(Simulation.CARDS, true, reader, applying(follower), () -> {}, host);
                });
    }

    static FollowedTopic.Target<StateRecord> applying(StateFollower follower) {
        return slices -> {
            follower.apply(slices);
            return true;
        };
    }

    EventLog<String> log() {
        return log;
    }

    boolean isOpen() {
        return !dead && gate.state() == Gate.State.OPEN;
    }

    boolean isSending() {
        return isOpen() && topic.isSending();
    }

    boolean isIdle() {
        return isOpen() && guard.isIdle();
    }

    void run() {
        topicIds.put(Simulation.EVENTS, world.kafka.ensure(Simulation.EVENTS));
        topicIds.put(Simulation.CARDS, world.kafka.ensure(Simulation.CARDS));
        while (gate.state() == Gate.State.STARTING) {
            try {
                recovery.run();
                gate.open();
            } catch (RuntimeException e) {
                world.scheduler.sleep(10);
            }
        }
        guard.start("guards");
        while (true) {
            sweep();
            world.scheduler.sleep(5 + world.scheduler.pick(20));
        }
    }

    private void sweep() {
        try {
            if (world.scheduler.pick(10) == 0) {
                recovery.keepUp();
            }
            relay.sweep();
        } catch (Recovery.Unlike e) {
            gate.stop("unlike");
        } catch (RuntimeException e) {
            world.scheduler.sleep(5); // as the start-up's loop does: it comes again
        }
    }

    /** As every new connection looks whether it leads to the same database. */
    private SimDatabase database() {
        var database = world.ownerDatabase();
        var known = store.incarnation();
        if (known != null) {
            var named = (SimLogStore.Named) database.committed(SimLogStore.IDENTITY, SimLogStore.IDENTITY);
            if (named == null || !named.incarnation().equals(known)) {
                gate.stop("another database");
                world.scheduler.step();
            }
        }
        return database;
    }
}
