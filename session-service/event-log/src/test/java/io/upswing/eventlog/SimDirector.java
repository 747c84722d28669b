package io.upswing.eventlog;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Lets things go wrong for a while, then lets everything come to rest, and looks whether all agree. */
final class SimDirector {

    /** What goes wrong, and what holds at the end all the same. */
    enum Script {
        /** Whatever the seed says; then all must agree. */
        USUAL,
        /** The same, and now and then two requests in one transaction. */
        SEVERAL_AT_ONCE,
        /**
         * An instance of the owner sleeps through the loss of its database and the start-up of the other, and wakes. Two
         * events may then have one version in the log; what was promised must be on both media.
         */
        OWNER_OVERSLEEPS
    }

    private static final long REST = 20_000;

    private final Simulation world;
    private final Scheduler scheduler;
    private final Script script;
    private List<SimOwner> before = List.of();
    private SimChecks.Tables reseed = new SimChecks.Tables(List.of(), List.of());

    SimDirector(Simulation world, Script script) {
        this.world = world;
        this.scheduler = world.scheduler;
        this.script = script;
    }

    void run() {
        switch (script) {
            case USUAL, SEVERAL_AT_ONCE -> {
                misfortunes();
                calmDown();
                agree();
            }
            case OWNER_OVERSLEEPS -> {
                oversleep();
                calmDown();
                new SimChecks(world).everyPromiseIsOnBothMedia();
            }
        }
        world.end();
    }

    private void misfortunes() {
        for (int i = scheduler.pick(10); i > 0; i--) {
            scheduler.sleep(scheduler.pick(250));
            misfortune();
        }
    }

    private void calmDown() {
        scheduler.sleep(scheduler.pick(100));
        world.faults.end();
        world.kafka.down = false;
        await("the clients' answers", world::clientsAreDone);
        comeToRest();
    }

    private void agree() {
        var checks = new SimChecks(world);
        if (!world.isHealed()) {
            checks.check();
            world.heal();
        }
        world.followers().forEach(this::crash);
        comeToRest();
        checks.check();
    }

    private void oversleep() {
        await("tables", this::tablesAreWhole);
        var sleeper = pick(world.owners());
        scheduler.await(sleeper::isSending, 500);
        sleeper.pausedUntil = scheduler.now() + 2_000;
        world.loseOwnerDatabase();
        scheduler.sleep(2_000);
    }

    private void misfortune() {
        switch (scheduler.pick(13)) {
            case 0, 1 -> crash(pick(world.owners()));
            case 2 -> crash(pick(world.followers()));
            case 3 -> pause(pick(world.owners()));
            case 4 -> pause(pick(world.followers()));
            case 5 -> stopOwnersAndLoseTheirDatabase();
            case 6 -> loseDatabaseUnderOwners();
            case 7 -> loseFollowersDatabase();
            case 8 -> kafkaAway();
            case 9 -> loseKafkasData();
            case 10 -> world.kafka.rebalance();
            case 11 -> upgradeFollowers();
            default -> strangers();
        }
    }

    private <P> P pick(List<P> slots) {
        return slots.get(scheduler.pick(slots.size()));
    }

    private void crash(Scheduler.Process process) {
        scheduler.tell("%s crashes", process.name);
        process.dead = true;
    }

    /** A process that does nothing for a while and then goes on as if nothing had been. */
    private void pause(Scheduler.Process process) {
        scheduler.tell("%s pauses", process.name);
        process.pausedUntil = scheduler.now() + 20 + scheduler.pick(300);
        scheduler.sleep(scheduler.pick(20));
        world.kafka.rebalance();
        scheduler.spawn(null, () -> {
            scheduler.await(() -> process.pausedUntil <= scheduler.now());
            world.kafka.rebalance();
        });
    }

    private void kafkaAway() {
        world.kafka.down = true;
        scheduler.spawn(null, () -> {
            scheduler.sleep(scheduler.pick(200));
            world.kafka.down = false;
        });
    }

    private void stopOwnersAndLoseTheirDatabase() {
        if (everythingIsLogged()) {
            world.owners().forEach(this::crash);
            loseOwnersDatabase();
        }
    }

    private void loseDatabaseUnderOwners() {
        if (everythingIsLogged()) {
            loseOwnersDatabase();
        }
    }

    void loseOwnersDatabase() {
        scheduler.tell("the owners' database is lost");
        before = List.copyOf(world.owners());
        world.loseOwnerDatabase();
    }

    /** A service without its tables is begun anew; one instance may not have heard of it. */
    private void loseFollowersDatabase() {
        scheduler.tell("the followers' database is lost");
        world.loseFollowerDatabase();
        var zombie = scheduler.pick(3);
        for (int i = 0; i < 2; i++) {
            if (i != zombie) {
                crash(world.followers().get(i));
            }
        }
    }

    private void loseKafkasData() {
        if (tablesAreWhole()) {
            world.owners().forEach(this::crash);
            scheduler.tell("Kafka's data are lost");
            world.kafka.loseData();
            reseed = new SimChecks(world).tables();
        }
    }

    /** To a version that understands everything, one instance after the other. */
    private void upgradeFollowers() {
        world.heal();
        crash(world.followers().get(0));
        scheduler.sleep(scheduler.pick(50));
        crash(world.followers().get(1));
    }

    /** Records of somebody else in the topic, perhaps in a transaction; needless ones gone. */
    private void strangers() {
        world.kafka.land(
                Simulation.EVENTS,
                null,
                Records.id("stream " + scheduler.pick(3)),
                scheduler.pick(2) == 0 ? null : "?");
        world.kafka.leaveGap(Simulation.EVENTS);
        world.kafka.compact(Simulation.CARDS);
    }

    /** What a log can give back: what is in it. Of two media one is lost only when the other has everything again. */
    private boolean everythingIsLogged() {
        return tablesAreWhole() && new SimChecks(world).isInTheLog(reseed);
    }

    private boolean tablesAreWhole() {
        var named = (SimLogStore.Named) world.ownerDatabase().committed(SimLogStore.IDENTITY, SimLogStore.IDENTITY);
        return named != null && named.rebuilt();
    }

    boolean nobodyWritesFromBefore() {
        return before.stream().noneMatch(SimOwner::isOpen);
    }

    private void comeToRest() {
        await("everything to come to rest", () -> new SimChecks(world).atRest());
    }

    private void await(String what, BooleanSupplier condition) {
        var deadline = scheduler.now() + REST;
        while (!condition.getAsBoolean()) {
            if (scheduler.now() > deadline) {
                throw new Scheduler.Stuck("Waited in vain for " + what + ": " + new SimChecks(world).unrest());
            }
            scheduler.sleep(20);
        }
    }
}
