package io.upswing.notification.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatching;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Provider;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Text;
import io.upswing.notification.domain.Worklist;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The life of reminders under everything that can go wrong: two instances that crash and stall at each step, a log that is
 * slow, a database that is lost, a provider that lies. Each run follows from its seed.
 */
class SenderSimulationTest {
    private static final Set<Reminder.State> KNOWN =
            EnumSet.of(Reminder.State.SENT, Reminder.State.DELIVERED, Reminder.State.UNKNOWN);
    private static final int SEEDS = Integer.getInteger("upswing.simulation.seeds", 800);
    private static final int ENOUGH_FOR_A_BUG = 300;
    private static final int TURNS = 200;
    private static final int QUIET_TURNS = 90;
    private static final Set<Reminder.State> OVER = EnumSet.of(
            Reminder.State.SENT,
            Reminder.State.DELIVERED,
            Reminder.State.FAILED,
            Reminder.State.UNKNOWN,
            Reminder.State.SUPPRESSED,
            Reminder.State.CANCELLED,
            Reminder.State.EXPIRED);

    /** Faults of ours that the simulation must find, or it would prove nothing. */
    private enum Bug {
        NONE,
        RESEND_ON_UNKNOWN,
        CALL_ON_A_REPEATED_APPEND,
        CALL_BEFORE_IT_IS_LOGGED
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    @Test
    void nobody_is_told_twice_and_nobody_is_forgotten() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void sending_again_after_doubt_is_caught() {
        assertThat(caught(Bug.RESEND_ON_UNKNOWN)).isTrue();
    }

    @Test
    void calling_for_an_append_that_was_made_before_is_caught() {
        assertThat(caught(Bug.CALL_ON_A_REPEATED_APPEND)).isTrue();
    }

    @Test
    void calling_before_the_log_has_the_start_is_caught() {
        assertThat(caught(Bug.CALL_BEFORE_IT_IS_LOGGED)).isTrue();
    }

    /** One seed after the other: the first that finds it is enough. */
    private static boolean caught(Bug bug) {
        var seeds = LongStream.range(0, ENOUGH_FOR_A_BUG);
        return CompletableFuture.supplyAsync(
                        () -> seeds.anyMatch(seed -> violation(seed, bug).isPresent()), Thread::startVirtualThread)
                .join();
    }

    /** On virtual threads throughout: a turn that changes hands then costs no operating system's switch. */
    private static List<String> violations() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = LongStream.range(0, SEEDS)
                    .mapToObj(seed -> CompletableFuture.supplyAsync(() -> violation(seed, Bug.NONE), threads))
                    .toList();
            return runs.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .limit(3)
                    .toList();
        }
    }

    private static Optional<String> violation(long seed, Bug bug) {
        try {
            return Optional.ofNullable(new Run(seed, bug).violation()).map(what -> "seed " + seed + ": " + what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** One run. */
    private static final class Run {
        private final Random random;
        private final Bug bug;
        private final Turns turns;
        private final SimulatedWorld world;
        private final Map<UUID, Integer> accepted = new HashMap<>();
        private boolean stop;

        Run(long seed, Bug bug) {
            this.random = new Random(seed);
            this.bug = bug;
            this.turns = new Turns(random);
            this.world = new SimulatedWorld(random, bug == Bug.RESEND_ON_UNKNOWN);
        }

        @Nullable
        String violation() throws InterruptedException {
            turns.add(this::instance);
            turns.add(this::instance);
            for (int i = 0; i < TURNS; i++) {
                turns.next();
                world.turn();
            }
            world.faults = false;
            for (int i = 0; i < QUIET_TURNS; i++) {
                turns.next();
                world.hear();
                world.now = world.now.plus(Duration.ofHours(2));
            }
            stop = true;
            while (turns.next()) {
                // each ends at its next turn
            }
            return judge();
        }

        private @Nullable String judge() {
            for (var count : accepted.entrySet()) {
                if (count.getValue() > 1) {
                    return "told " + count.getValue() + " times: " + count.getKey();
                }
            }
            for (var reminder : world.plan()) {
                var told = accepted.containsKey(reminder.id());
                if (!OVER.contains(reminder.state())) {
                    return "left over: " + reminder;
                }
                if (told && !KNOWN.contains(reminder.state())) {
                    return "told and not known: " + reminder;
                }
                if (!told
                        && (reminder.state() == Reminder.State.SENT || reminder.state() == Reminder.State.DELIVERED)) {
                    return "not told and taken for sent: " + reminder;
                }
                if (reminder.state() == Reminder.State.UNKNOWN
                        && Worklist.of(reminder, SimulatedWorld.POLICIES, world.now)
                                .isEmpty()) {
                    return "in doubt and nobody asked: " + reminder;
                }
            }
            return null;
        }

        private void instance() throws InterruptedException {
            while (!stop) {
                try {
                    live(new Instance());
                } catch (Crash e) {
                    turns.pause(); // and is started again
                }
            }
        }

        private void live(Instance instance) throws InterruptedException {
            while (!stop) {
                for (var claim : world.startedBefore(world.now.minus(Dispatching.OUTCOME_WITHIN))) {
                    instance.settle(claim, new Handover.Unknown("no outcome"));
                }
                for (var claim : world.claim(2)) {
                    instance.step();
                    instance.sender.send(claim);
                    world.release(claim);
                }
                turns.pause();
            }
        }

        /** One life of an instance: what it knows is lost when it crashes. */
        private final class Instance implements Journal, Provider {
            private final int incarnation = world.incarnation;
            private final Sender sender = new Sender(this, this) {
                @Override
                boolean mayCall(Answer answer) {
                    return switch (bug) {
                        case NONE, RESEND_ON_UNKNOWN -> super.mayCall(answer);
                        case CALL_ON_A_REPEATED_APPEND -> super.mayCall(answer) || answer == Answer.REPEATED;
                        case CALL_BEFORE_IT_IS_LOGGED -> super.mayCall(answer) || answer == Answer.PENDING;
                    };
                }
            };

            @Override
            public Start start(Claim claim) {
                step();
                requireSameDatabase();
                var answer = world.start(claim);
                step();
                return new Start(answer, message(claim));
            }

            private static Message message(Claim claim) {
                return new Message(
                        claim.reminderId(),
                        claim.patientId(),
                        claim.clinic(),
                        claim.attempt(),
                        Channel.EMAIL,
                        Person.PATIENT,
                        "ama@example.org",
                        new Text("s", "b"));
            }

            @Override
            public void settle(Claim claim, Handover handover) {
                step();
                requireSameDatabase();
                world.settle(claim, handover);
                step();
            }

            @Override
            public Handover hand(Message message) {
                step();
                var handover = answer(message);
                step();
                return handover;
            }

            private Handover answer(Message message) {
                if (!world.faults || random.nextInt(3) == 0) {
                    return accept(message, new Handover.Accepted("<1@x>"));
                }
                return switch (random.nextInt(4)) {
                    case 0 -> new Handover.Rejected("SMTP 550");
                    case 1 -> new Handover.NotNow("SMTP 450");
                    case 2 -> accept(message, new Handover.Unknown("timeout after accept"));
                    default -> new Handover.Unknown("timeout before accept");
                };
            }

            /** What comes back told nobody, and the provider says so; otherwise it says nothing, or that it was delivered. */
            private Handover accept(Message message, Handover handover) {
                if (random.nextInt(4) == 0) {
                    world.willSay(message, new Receipt.Bounced("<1@x>", "5.1.1"));
                } else {
                    accepted.merge(message.reminderId(), 1, Integer::sum);
                    if (random.nextBoolean()) {
                        world.willSay(message, new Receipt.Delivered("<1@x>"));
                    }
                }
                return handover;
            }

            /** Anything may come between, and this may be the end. */
            private void step() {
                try {
                    turns.pause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Crash();
                }
                if (stop || world.faults && random.nextInt(25) == 0) {
                    throw new Crash();
                }
            }

            /** A replica whose database changed under it writes nothing more. */
            private void requireSameDatabase() {
                if (incarnation != world.incarnation) {
                    throw new Crash();
                }
            }
        }
    }
}
