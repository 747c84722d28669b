package io.upswing.notification.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatching;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.view.ToDo;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in order of due time; any number of replicas may. Nothing is sent before this replica has read what
 * the log and its neighbours' topics held when it started: until then a plan may rest on what is no longer so.
 */
@Singleton
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Handover NO_OUTCOME =
            new Handover.Unknown("Sending was begun, and nothing was heard of what came of it.");

    /** Less than an orchestrator waits before it kills. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    /** A channel, and how many messages are on their way by it: each may yet take some of the carrier's room. */
    private record Way(Channel channel, AtomicInteger underway) {}

    private final EventLogs logs;
    private final ToDo toDo;
    private final LogJournal journal;
    private final Carriers carriers;
    private final Sender sender;
    private final DispatchConfig config;
    private final InstantSource clock;
    private final Semaphore permits;
    private final List<Way> ways = Arrays.stream(Channel.values())
            .map(channel -> new Way(channel, new AtomicInteger()))
            .toList();
    private volatile boolean stopping;

    Dispatcher(
            EventLogs logs,
            ToDo toDo,
            LogJournal journal,
            Carriers carriers,
            DispatchConfig config,
            InstantSource clock,
            MeterRegistry metrics) {
        this.logs = logs;
        this.toDo = toDo;
        this.journal = journal;
        this.carriers = carriers;
        this.sender = new Sender(journal, new MeteredProvider(carriers.provider(), metrics));
        this.config = config;
        this.clock = clock;
        this.permits = new Semaphore(config.parallel());
    }

    @Scheduled(every = "${upswing.dispatch.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (logs.ready()) {
            run();
        }
    }

    /** What was begun is heard to its end, so that a replica which is replaced leaves nothing in doubt. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (permits.tryAcquire(config.parallel(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            permits.release(config.parallel()); // whoever waits for one sees that nothing begins any more
        } else {
            LOG.warn("Providers have not answered yet; what they were handed is in doubt");
        }
    }

    /** One round: what died without an outcome, what is not worth sending any more or held back, what is due. */
    void run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deadline = clock.instant().minus(Dispatching.OUTCOME_WITHIN);
            toDo.startedBefore(deadline, config.batch())
                    .forEach(claim -> begin(threads, claim, each -> journal.settle(each, NO_OUTCOME)));
            toDo.expired(config.batch()).forEach(claim -> begin(threads, claim, journal::expire));
            toDo.suppressed(clock.instant(), config.batch()).forEach(claim -> begin(threads, claim, journal::hold));
            while (sendsNext(threads) && !stopping) {
                // those who look for what is due next do not wait for what is on its way
            }
        }
    }

    /** True when there may be more. */
    private boolean sendsNext(Executor threads) {
        var full = false;
        for (var way : ways) {
            var due = due(way);
            way.underway().addAndGet(due.size());
            due.forEach(claim -> begin(threads, claim, each -> send(each, way)));
            full |= due.size() == config.batch();
        }
        return full;
    }

    /** What its provider does not take now stays due, and holds up nothing that goes another way. */
    private List<Claim> due(Way way) {
        var now = clock.instant();
        var underway =
                way.underway().get(); // first: who takes a turn meanwhile is counted twice rather than not at all
        var room = carriers.room(way.channel()) - underway;
        var limit = Math.min(config.batch(), room);
        return limit <= 0 ? List.of() : toDo.claim(way.channel(), now, now.plus(config.claim()), limit);
    }

    private void send(Claim claim, Way way) {
        try {
            if (!sender.send(claim)) {
                toDo.release(claim);
            }
        } finally {
            way.underway().decrementAndGet();
        }
    }

    /** One patient's trouble is nobody else's: it is logged, the claim runs out, and the worklist shows what is late. */
    private void begin(Executor threads, Claim claim, Consumer<Claim> work) {
        permits.acquireUninterruptibly();
        if (stopping) {
            permits.release();
            return; // the claims run out
        }
        threads.execute(() -> {
            try {
                work.accept(claim);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Reminder %s is left as it is", claim.reminderId());
            } finally {
                permits.release();
            }
        });
    }
}
