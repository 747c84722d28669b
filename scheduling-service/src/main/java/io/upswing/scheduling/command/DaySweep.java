package io.upswing.scheduling.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.domain.Day.Delay;
import io.upswing.scheduling.domain.DayDecider;
import io.upswing.scheduling.domain.DerivedId;
import io.upswing.scheduling.domain.Grid;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.view.Days;
import io.upswing.scheduling.view.NoShows;
import io.upswing.scheduling.view.Visits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records what becomes of a day's appointments by itself: nobody came, or another runs into them. Replicas do the same work
 * and say the same under the same ids; the history that each decides on says whether it was said.
 */
@Singleton
class DaySweep {
    private static final String ACTOR = "system";
    private static final String SESSION_EVENTS = "session-events";
    private static final Duration LAG = Duration.ofSeconds(2);

    private final EventLogs logs;
    private final EventLog<SchedulingEvent> log;
    private final Days days;
    private final NoShows noShows;
    private final Visits visits;
    private final DayConfig config;
    private final InstantSource clock;

    DaySweep(
            EventLogs logs,
            EventLog<SchedulingEvent> log,
            Days days,
            NoShows noShows,
            Visits visits,
            DayConfig config,
            InstantSource clock) {
        this.logs = logs;
        this.log = log;
        this.days = days;
        this.noShows = noShows;
        this.visits = visits;
        this.config = config;
        this.clock = clock;
    }

    /** Not before the views have reached the logs. */
    @Scheduled(every = "${upswing.day.every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (logs.ready()) {
            Apart.run("giving up who has not come", this::giveUpAll);
            Apart.run("telling delays", this::tellAllDelays);
        }
    }

    private void giveUpAll() {
        missed(clock.instant())
                .forEach(missed -> Apart.run("giving up appointment " + missed.appointmentId(), () -> giveUp(missed)));
    }

    private void tellAllDelays() {
        read(() -> days.busy(clock.instant()))
                .forEach(site -> Apart.run("telling delays at site " + site.siteId(), () -> tellDelays(site)));
    }

    /**
     * Whose grace is over by now, if what sessions had said until now has been heard: who came meanwhile is not given up
     * because this service is behind.
     */
    private List<NoShows.Missed> missed(Instant now) {
        Supplier<List<NoShows.Missed>> missed = () -> read(() -> noShows.missed(now, config.grace()));
        return missed.get().isEmpty() || !logs.awaitEnd(SESSION_EVENTS, LAG) ? List.of() : missed.get();
    }

    private void giveUp(NoShows.Missed missed) {
        var request = request(missed.clinic(), DerivedId.of("no-show", missed.appointmentId()));
        decide(
                request,
                missed.patientId(),
                history -> DayDecider.miss(
                        missed.appointmentId(),
                        missed.patientId(),
                        PatientFile.of(history, visits.stages(missed.appointmentId())),
                        clock.instant(),
                        config.grace()));
    }

    private void tellDelays(Days.Busy site) {
        read(() -> days.today(site.siteId(), clock.instant()).delays())
                .forEach(delay -> Apart.run(
                        "telling the delay of appointment " + delay.appointmentId(), () -> tell(delay, site.clinic())));
    }

    /** The same start may be told again after another: within a step of the grid it is the same word. */
    private void tell(Delay delay, String clinic) {
        var moment = Math.floorDiv(clock.instant().getEpochSecond(), Grid.STEP.toSeconds());
        var request = request(clinic, DerivedId.of("delay", delay.appointmentId(), delay.expectedStart(), moment));
        decide(request, delay.patientId(), history -> DayDecider.delay(delay, PatientFile.of(history)));
    }

    private static Request request(String clinic, UUID eventId) {
        return new Request(clinic, ACTOR, eventId, null, null);
    }

    private void decide(
            Request request, UUID patientId, Function<List<SchedulingEvent>, Optional<SchedulingEvent>> decision) {
        Contention.decideAgain(() -> log.execute(
                request,
                patientId,
                history -> decision.apply(events(history)).map(event -> Draft.of(event, clock.instant()))));
    }

    private static List<SchedulingEvent> events(List<Recorded<SchedulingEvent>> history) {
        return history.stream().map(Recorded::event).toList();
    }

    private static <T> T read(Supplier<T> query) {
        return QuarkusTransaction.requiringNew().call(query::get);
    }
}
