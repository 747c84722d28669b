package io.upswing.notification.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.notification.api.Desk;
import io.upswing.notification.domain.Carrier;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.view.ToDo;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica that is replaced, beside the one that all tests share. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class DispatcherTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STEP = "1-day-before";

    private record Config(String every, int parallel, int batch, Duration claim) implements DispatchConfig {}

    private static final Config ONE_AT_A_TIME = new Config("off", 1, 100, Duration.ofMinutes(2));
    private static final Config ONE_CLAIM_AT_A_TIME = new Config("off", 2, 1, Duration.ofMinutes(2));

    @Inject
    EventLogs logs;

    @Inject
    ToDo toDo;

    @Inject
    PlanSweep plans;

    @Inject
    LogJournal journal;

    @Inject
    MeterRegistry metrics;

    @Inject
    Scheduler scheduler;

    @Inject
    BeanManager beans;

    @Inject
    Neighbour neighbour;

    private final SlowPost post = new SlowPost();

    @BeforeEach
    void theOtherReplicaRests() {
        scheduler.pause();
    }

    @AfterEach
    void theOtherReplicaGoesOn() {
        post.open.countDown();
        scheduler.resume();
    }

    private Dispatcher replica(InstantSource clock) {
        return replica(post, ONE_AT_A_TIME, clock);
    }

    private Dispatcher replica(Carrier carrier, Config config, InstantSource clock) {
        return new Dispatcher(logs, toDo, journal, new Carriers(List.of(carrier)), config, clock, metrics);
    }

    /** Somebody who is to be written to now. */
    private UUID patient() {
        var patient = UUID.randomUUID();
        post.customers.add(patient);
        neighbour.patient(patient, patient + "@example.org");
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-11T12:30:00Z");
        Wait.orFail(SOON, "a plan", () -> {
            plans.sweep();
            return "PLANNED".equals(state(patient));
        });
        return patient;
    }

    private static String state(UUID patient) {
        return Desk.states(patient).getOrDefault(STEP, "");
    }

    @Test
    void a_replica_that_is_told_to_end_hears_what_it_began_and_begins_nothing_more() throws Exception {
        var patients = List.of(patient(), patient());
        var replica = replica(InstantSource.fixed(TestClock.NOW));
        var round = Thread.ofVirtual().start(replica::run);
        Wait.orFail(SOON, "a mail on its way", () -> !post.taken.isEmpty());
        var begun = post.taken.getFirst();
        var waiting = patients.get(1 - patients.indexOf(begun));

        var stop = new FutureTask<Void>(() -> {
            replica.stop(new ShutdownEvent());
            return null;
        });
        var end = Thread.ofPlatform().daemon().start(stop);
        Wait.orFail(SOON, "the end", () -> end.getState() == Thread.State.TIMED_WAITING || stop.isDone());
        assertThat(stop).isNotDone();

        post.open.countDown();
        stop.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(state(begun)).isEqualTo("SENT");
        assertThat(round.join(SOON)).isTrue();
        assertThat(post.taken).containsExactly(begun);
        assertThat(state(waiting)).isEqualTo("PLANNED");

        var claimHasRunOut = TestClock.NOW.plus(ONE_AT_A_TIME.claim()).plusSeconds(1);
        replica(InstantSource.fixed(claimHasRunOut)).run();
        assertThat(post.taken).containsExactly(begun, waiting);
        assertThat(state(waiting)).isEqualTo("SENT");
    }

    @Test
    void who_takes_a_turn_while_the_room_is_looked_at_leaves_none_to_others() {
        patient();
        patient();
        var counter = new OneTurn();
        replica(counter, ONE_CLAIM_AT_A_TIME, InstantSource.fixed(TestClock.NOW))
                .run();
        assertThat(counter.handed).hasValue(1);
    }

    @Test
    void the_end_of_the_service_is_told() {
        assertThat(beans.resolveObserverMethods(new ShutdownEvent()))
                .anyMatch(observer -> observer.getBeanClass() == Dispatcher.class);
    }

    /** Takes every mail, and says so of its customers' when it opens. */
    private static final class SlowPost implements Carrier {
        final Set<UUID> customers = ConcurrentHashMap.newKeySet();
        final List<UUID> taken = new CopyOnWriteArrayList<>();
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public Handover hand(Message message) {
            if (customers.contains(message.patientId())) {
                taken.add(message.patientId());
                awaitOpening();
            }
            return new Handover.Accepted("<" + message.reminderId() + "@upswing.example>");
        }

        private void awaitOpening() {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Has one turn, which is taken just after the second look, and whose taker is done before that look is over. */
    private static final class OneTurn implements Carrier {
        final AtomicInteger handed = new AtomicInteger();
        private final AtomicInteger looks = new AtomicInteger();
        private final CompletableFuture<Thread> taker = new CompletableFuture<>();
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public int room() {
            var look = looks.incrementAndGet();
            if (look == 2) {
                var taking = taker.join();
                open.countDown();
                Wait.orFail(SOON, "the taker to be done", () -> !taking.isAlive());
            }
            return look > 2 ? 0 : 1;
        }

        @Override
        public Handover hand(Message message) {
            if (handed.incrementAndGet() > 1) {
                return new Handover.NotNow("No turn is left.");
            }
            taker.complete(Thread.currentThread());
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Handover.Accepted("<" + message.reminderId() + "@upswing.example>");
        }
    }
}
