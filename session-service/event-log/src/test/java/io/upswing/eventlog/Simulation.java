package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Two instances of a service that writes, two of one that follows, their databases and Kafka, and everything that can go
 * wrong with them. What goes wrong, and when, is a matter of the seed; it ends, and then all must agree.
 */
final class Simulation {

    static final String EVENTS = "events";
    static final String CARDS = "cards";
    private static final String AFTER = " after ";
    private static final String CARD = " with a card";
    private static final int STREAMS = 3;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 6;
    private static final long LIMIT = 60_000;

    /** What a client was told that its request had come to. */
    record Answer(UUID stream, long version, String text) {}

    final Scheduler scheduler;
    final Faults faults;
    final SimKafka kafka;
    final SimParts parts;
    private final SimDirector director;
    private final double poison;
    private final List<SimOwner> owners = new ArrayList<>();
    private final List<SimFollower> followers = new ArrayList<>();

    /** What a 201 or a repeat's 200 promised, by the event's id. */
    final Map<UUID, Answer> promised = new HashMap<>();

    private SimDatabase ownerDatabase;
    private SimDatabase followerDatabase;
    private int clientsBusy = CLIENTS;
    private final SimDirector.Script script;
    private boolean healed;
    private boolean over;

    Simulation(long seed, SimParts parts) {
        this(seed, parts, SimDirector.Script.USUAL);
    }

    Simulation(long seed, SimParts parts, SimDirector.Script script) {
        this.scheduler = new Scheduler(seed, LIMIT);
        this.faults = new Faults(
                new double[] {0, 0.005, 0.03}[scheduler.pick(3)], new double[] {0, 0.1, 0.4}[scheduler.pick(3)]);
        this.poison = new double[] {0, 0.05, 0.2}[scheduler.pick(3)];
        this.kafka = new SimKafka(scheduler);
        this.parts = parts;
        this.ownerDatabase = new SimDatabase(scheduler);
        this.followerDatabase = new SimDatabase(scheduler);
        this.script = script;
        this.director = new SimDirector(this, script);
    }

    /** Runs it to its end; throws what does not hold. */
    void run() throws Throwable {
        for (int i = 0; i < 2; i++) {
            supervise(owners, i, n -> new SimOwner(this, "owner " + n), SimOwner::run);
            supervise(followers, i, n -> new SimFollower(this, "follower " + n), SimFollower::run);
        }
        for (int i = 0; i < CLIENTS; i++) {
            var client = i;
            scheduler.spawn(null, () -> client(client));
        }
        scheduler.spawn(null, director::run);
        scheduler.run();
    }

    private interface Make<P> {
        P number(int number);
    }

    private interface Run<P> {
        void run(P process);
    }

    /** Starts an instance again whenever it is gone. */
    private <P extends Scheduler.Process> void supervise(List<P> slots, int slot, Make<P> make, Run<P> run) {
        slots.add(make.number(slot));
        scheduler.spawn(null, () -> {
            while (!over) {
                var process = slots.get(slot);
                scheduler.spawn(process, () -> run.run(process));
                scheduler.await(() -> process.dead);
                scheduler.sleep(scheduler.pick(60));
                slots.set(slot, make.number(slot));
            }
        });
    }

    private void client(int client) {
        for (int i = 0; i < REQUESTS; i++) {
            var key = "client " + client + " request " + (i > 0 && scheduler.chance(0.2) ? scheduler.pick(i) : i);
            ask(key);
            scheduler.sleep(scheduler.pick(60));
        }
        clientsBusy--;
    }

    /** Asks until there is an answer, wherever somebody is there to answer; now and then once more. */
    private void ask(String key) {
        var stream = Records.id("stream " + Math.floorMod(key.hashCode(), STREAMS));
        while (true) {
            try {
                var outcome = execute(key, stream);
                if (promises(outcome) || scheduler.chance(0.5)) {
                    return;
                }
            } catch (Scheduler.Crashed | RuntimeException e) {
                if (over) {
                    return;
                }
            }
            scheduler.sleep(5 + scheduler.pick(30));
        }
    }

    /** Now and then in one transaction with a request about another stream. */
    private Outcome<String> execute(String key, UUID stream) {
        var owner = owners.get(scheduler.pick(owners.size()));
        var command = command(key, stream);
        var outcome = new ArrayList<Outcome<String>>();
        if (script == SimDirector.Script.SEVERAL_AT_ONCE && scheduler.chance(0.3)) {
            var other = command(key + " too", Records.id("other " + stream));
            scheduler.within(
                    owner,
                    () -> owner.log()
                            .recordAll(List.of(command, other), () -> {})
                            .forEach(recorded -> outcome.add(recorded.get())));
            promises(outcome.getLast());
        } else {
            scheduler.within(
                    owner, () -> outcome.add(owner.log().execute(command.request(), stream, command.decision())));
        }
        return outcome.getFirst();
    }

    private Command<String> command(String key, UUID stream) {
        return new Command<>(Records.request(key), stream, history -> {
            var text = poison() + key + AFTER + history.size() + (scheduler.chance(0.3) ? CARD : "");
            return Optional.of(new Draft<>(text, Instant.EPOCH, cards(stream, text)));
        });
    }

    private String poison() {
        return !scheduler.chance(poison) ? "" : scheduler.pick(2) == 0 ? "unreadable " : "refused ";
    }

    private List<StateChange> cards(UUID stream, String text) {
        return text.endsWith(CARD)
                ? List.of(new StateChange(CARDS, stream, "clinic", text.getBytes(StandardCharsets.UTF_8)))
                : List.of();
    }

    /** How many events its stream had before the one with this text. */
    static int eventsBefore(String text) {
        return Integer.parseInt(
                text.substring(text.indexOf(AFTER) + AFTER.length()).replace(CARD, ""));
    }

    private boolean promises(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Logged<String>(var recorded) -> promise(recorded);
            case Outcome.Repeated<String>(var recorded) -> promise(recorded);
            case Outcome.Pending<String> pending -> false;
            case Outcome.Unchanged<String> unchanged -> throw new AssertionError("nobody asked for nothing");
        };
    }

    private boolean promise(Recorded<String> recorded) {
        var answer = new Answer(recorded.stream(), recorded.version(), recorded.event());
        scheduler.tell("%s is promised", answer);
        if (recorded.event().endsWith(CARD)) {
            new SimChecks(this).cardIsInItsTopic(recorded);
        }
        var before = promised.putIfAbsent(recorded.id(), answer);
        if (before != null && !before.equals(answer)) {
            throw new SimChecks.Violated("First " + before + " was answered, then " + answer);
        }
        return true;
    }

    /** Waits until nothing that an earlier instance sent can still land, as the real one does by the clock. */
    void settle() {
        scheduler.await(() -> kafka.nothingInFlight() && director.nobodyWritesFromBefore());
    }

    SimDatabase ownerDatabase() {
        return ownerDatabase;
    }

    SimDatabase followerDatabase() {
        return followerDatabase;
    }

    void loseOwnerDatabase() {
        ownerDatabase.drop();
        ownerDatabase = new SimDatabase(scheduler);
    }

    void loseFollowerDatabase() {
        followerDatabase.drop();
        followerDatabase = new SimDatabase(scheduler);
    }

    List<SimOwner> owners() {
        return owners;
    }

    List<SimFollower> followers() {
        return followers;
    }

    boolean clientsAreDone() {
        return clientsBusy == 0;
    }

    boolean isHealed() {
        return healed;
    }

    void heal() {
        healed = true;
    }

    void end() {
        over = true;
        owners.forEach(owner -> owner.dead = true);
        followers.forEach(follower -> follower.dead = true);
    }
}
