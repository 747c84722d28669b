package io.upswing.eventlog;

import java.util.List;

/** An instance of a service that follows: the owner's events and its state topic. */
final class SimFollower extends Scheduler.Process {

    private final SimConsumer<Incoming> events;
    private final SimConsumer<StateRecord> cards;

    SimFollower(Simulation world, String name) {
        super(name);
        var transactions = new SimTransactions(world.scheduler, world.faults, world::followerDatabase);
        var store = world.parts.followStore(transactions);
        var views = new SimViews(transactions, world::isHealed);
        var codec = new SimCodec(world::isHealed);
        var gate = new Gate(() -> dead = true);
        gate.open();
        events = new SimConsumer<>(
                world.scheduler,
                this,
                world.kafka,
                Simulation.EVENTS,
                transactions,
                store,
                gate,
                SimOwnTopics::event,
                (reader, host) -> {
                    var follower = world.parts.follower(Simulation.EVENTS, codec, views, store, transactions);
                    var target = new SimTarget<>(
                            world.kafka,
                            Simulation.EVENTS,
                            SimOwnTopics::event,
                            incoming -> incoming.record().id(),
                            follower::apply);
                    return new FollowedTopic<>(Simulation.EVENTS, false, reader, target, follower::replayParked, host);
                });
        cards = new SimConsumer<>(
                world.scheduler,
                this,
                world.kafka,
                Simulation.CARDS,
                transactions,
                store,
                gate,
                SimOwnTopics::state,
                (reader, host) -> {
                    var follower =
                            new StateFollower(Simulation.CARDS, views::applyStates, late -> {}, store, transactions);
                    var target = new SimTarget<>(
                            world.kafka,
                            Simulation.CARDS,
                            SimOwnTopics::state,
                            state -> List.of(state.key(), state.version()),
                            SimOwner.applying(follower));
                    return new FollowedTopic<>(Simulation.CARDS, true, reader, target, () -> {}, host);
                });
    }

    void run() {
        events.start("followers of events");
        cards.start("followers of cards");
    }

    boolean isIdle() {
        return !dead && events.isIdle() && cards.isIdle();
    }
}
