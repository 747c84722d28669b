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
import io.upswing.notification.view.Plans;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sends what is due, in order of due time; any number of replicas may. Nothing is sent before this replica has read what
 * the log and its neighbours' topics held when it started: until then a plan may rest on what is no longer so.
 */
@Singleton
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Handover NO_OUTCOME =
            new Handover.Unknown("Sending was begun, and nothing was heard of what came of it.");

    /** Less than an orchestrator waits before it kills. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final EventLogs logs;
    private final Plans plans;
    private final LogJournal journal;
    private final Carriers carriers;
    private final Sender sender;
    private final DispatchConfig config;
    private final InstantSource clock;
    private final Semaphore permits;
    private volatile boolean stopping;

    Dispatcher(
            EventLogs logs,
            Plans plans,
            LogJournal journal,
            Carriers carriers,
            DispatchConfig config,
            InstantSource clock,
            MeterRegistry metrics) {
        this.logs = logs;
        this.plans = plans;
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
        if (!permits.tryAcquire(config.parallel(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Providers have not answered yet; what they were handed is in doubt");
        }
    }

    /** One round: what died without an outcome, what is not worth sending any more or held back, what is due. */
    void run() {
        var deadline = clock.instant().minus(Dispatching.OUTCOME_WITHIN);
        each(plans.startedBefore(deadline, config.batch()), claim -> journal.settle(claim, NO_OUTCOME));
        each(plans.expired(config.batch()), journal::expire);
        each(plans.suppressed(clock.instant(), config.batch()), journal::hold);
        var more = true;
        while (more && !stopping) {
            var due = Arrays.stream(Channel.values()).map(this::due).toList();
            each(due.stream().flatMap(List::stream).toList(), this::send);
            more = due.stream().anyMatch(claims -> claims.size() == config.batch());
        }
    }

    /** What its provider does not take now stays due, and holds up nothing that goes another way. */
    private List<Claim> due(Channel channel) {
        var now = clock.instant();
        var limit = Math.min(config.batch(), carriers.room(channel));
        return limit == 0 ? List.of() : plans.claim(channel, now, now.plus(config.claim()), limit);
    }

    private void send(Claim claim) {
        if (!sender.send(claim)) {
            plans.release(claim);
        }
    }

    /** One patient's trouble is nobody else's: it is logged, the claim runs out, and the worklist shows what is late. */
    private void each(List<Claim> claims, Consumer<Claim> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : claims) {
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
    }
}
