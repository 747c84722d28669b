package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time. Each is a virtual thread that hands over at every step, to whoever the seed says; time is
 * counted in steps. The same seed gives the same run.
 */
final class Scheduler {

    /** Ends what an instance was doing, wherever it was. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1L;

        Crashed() {
            super("crashed", null, false, false);
        }
    }

    /** A run that does not come to its end. */
    static final class Stuck extends AssertionError {
        private static final long serialVersionUID = 1L;

        Stuck(String message) {
            super(message);
        }
    }

    /** A process: what it does ends with it. */
    static class Process {
        final String name;
        boolean dead;
        long pausedUntil;

        Process(String name) {
            this.name = name;
        }
    }

    private final class Actor {
        private final Thread thread;
        private @Nullable Process process;
        private @Nullable BooleanSupplier ready;
        private long until;
        private boolean started;
        private volatile boolean turn;

        private Actor(@Nullable Process process, Runnable body) {
            this.process = process;
            this.thread = Thread.ofVirtual().unstarted(body);
        }

        private boolean canGo() {
            if (failure != null) {
                return true; // to its end
            }
            if (process != null && (process.dead || process.pausedUntil > now)) {
                return process.dead;
            }
            return until <= now || ready != null && ready.getAsBoolean();
        }
    }

    private static final boolean TOLD = Boolean.getBoolean("upswing.simulation.told");
    private static final long NEVER = Long.MAX_VALUE;

    final SplittableRandom random;
    private final double sticky;
    private final long limit;
    private final List<Actor> actors = new ArrayList<>();
    private final Thread main = Thread.currentThread();
    private @Nullable Actor current;
    private @Nullable Throwable failure;
    private volatile boolean finished;
    private long now;
    private long trace;

    /** @param limit steps after which a run counts as stuck */
    Scheduler(long seed, long limit) {
        this.random = new SplittableRandom(seed);
        this.sticky = new double[] {0, 0.5, 0.9}[random.nextInt(3)];
        this.limit = limit;
    }

    long now() {
        return now;
    }

    /** Differs when a run differs. */
    long trace() {
        return trace;
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    int pick(int bound) {
        return random.nextInt(bound);
    }

    void spawn(@Nullable Process process, Runnable body) {
        var self = new Actor[1];
        var actor = new Actor(process, () -> {
            awaitTurn(self[0]);
            try {
                check(self[0]);
                body.run();
            } catch (Crashed e) {
                trace = trace * 31 + 7;
            } catch (Throwable e) {
                failure = failure == null ? e : failure;
            }
            end(self[0]);
        });
        self[0] = actor;
        actor.until = now;
        actors.add(actor);
    }

    Executor executor(Process process) {
        return work -> spawn(process, work);
    }

    /** What happens, for whoever wants to know why a seed fails. */
    void tell(String what, Object... details) {
        if (TOLD) {
            var who = current == null || current.process == null ? "-" : current.process.name;
            System.out.printf("%6d %-10s %s%n", now, who, String.format(what, details));
        }
    }

    /** Somebody else may go now. */
    void step() {
        pause(null, now);
    }

    void sleep(long steps) {
        pause(null, now + steps);
    }

    void await(BooleanSupplier ready) {
        pause(ready, NEVER);
    }

    /** True when it is ready, false when the time was up before. */
    boolean await(BooleanSupplier ready, long steps) {
        pause(ready, now + steps);
        return ready.getAsBoolean();
    }

    /** Does something as a part of the process: it ends when the process does. */
    void within(Process process, Runnable work) {
        var actor = me();
        actor.process = process;
        try {
            work.run();
        } finally {
            actor.process = null;
        }
    }

    /** Runs until no actor can go any more; throws what one of them threw. */
    void run() throws Throwable {
        handOver(null);
        while (!finished) {
            LockSupport.park(this);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void pause(@Nullable BooleanSupplier ready, long until) {
        var actor = me();
        check(actor);
        actor.ready = ready;
        actor.until = until;
        handOver(actor);
        check(actor);
    }

    private Actor me() {
        if (current == null) {
            throw new IllegalStateException("not an actor");
        }
        return current;
    }

    private void check(Actor actor) {
        if (failure != null || actor.process != null && actor.process.dead) {
            throw new Crashed();
        }
    }

    private void end(Actor actor) {
        actors.remove(actor);
        handOver(null);
    }

    private void handOver(@Nullable Actor from) {
        var next = next(from);
        if (next == null) {
            finished = true;
            LockSupport.unpark(main);
            return;
        }
        if (next == from) {
            return;
        }
        current = next;
        next.turn = true;
        if (next.started) {
            LockSupport.unpark(next.thread);
        } else {
            next.started = true;
            next.thread.start();
        }
        if (from != null) {
            awaitTurn(from);
        }
    }

    private static void awaitTurn(Actor actor) {
        while (!actor.turn) {
            LockSupport.park(actor);
        }
        actor.turn = false;
    }

    private @Nullable Actor next(@Nullable Actor from) {
        if (++now > limit && failure == null) {
            failure = new Stuck("Not done after " + limit + " steps");
        }
        if (from != null && from.canGo() && chance(sticky)) {
            return from;
        }
        var ready = new ArrayList<Actor>(actors.size());
        while (ready.isEmpty()) {
            for (var actor : actors) {
                if (actor.canGo()) {
                    ready.add(actor);
                }
            }
            if (ready.isEmpty() && !skip()) {
                return null;
            }
        }
        var chosen = random.nextInt(ready.size());
        trace = trace * 31 + chosen + ready.size();
        return ready.get(chosen);
    }

    /** Nobody can go now: goes to the time when somebody can. */
    private boolean skip() {
        var soonest = NEVER;
        for (var actor : actors) {
            var paused = actor.process == null ? 0 : actor.process.pausedUntil;
            var ready = actor.ready != null && actor.ready.getAsBoolean() ? paused : Math.max(actor.until, paused);
            soonest = Math.min(soonest, ready);
        }
        if (soonest == NEVER) {
            return false;
        }
        now = Math.max(now, soonest);
        return true;
    }
}
