package io.upswing.scheduling.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.domain.Planning;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.domain.StillFree;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.view.Visits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Records decisions about several days of a site at once, all or nothing. A plan is looked for while others go on booking;
 * then the turn of its days is awaited, and if it no longer holds, another is looked for. Who lost twice decides while
 * nobody else books at the site.
 */
@Singleton
public class SeriesBook {
    private static final int ATTEMPTS_BESIDE_OTHERS = 2;

    /** What a plan is to be made of, once the patient's appointments and the time at the site are known. */
    public interface Wish<P extends Planning> {
        P planning(PatientFile file, ZoneId zone, Instant now);
    }

    private final EventLog<SchedulingEvent> log;
    private final SeriesDesks desks;
    private final Visits visits;
    private final InstantSource clock;

    SeriesBook(EventLog<SchedulingEvent> log, SeriesDesks desks, Visits visits, InstantSource clock) {
        this.log = log;
        this.desks = desks;
        this.visits = visits;
        this.clock = clock;
    }

    public <P extends Planning> Outcome<SchedulingEvent> handle(
            Request request, UUID patientId, UUID siteId, Wish<P> wish) {
        return Contention.decideAgain(attempt -> log.execute(request, patientId, history -> {
            var turn = new Turn(request.clinic(), siteId, file(patientId, history), clock.instant());
            return decide(turn, wish, attempt > ATTEMPTS_BESIDE_OTHERS).map(event -> Draft.of(event, clock.instant()));
        }));
    }

    /** What would be planned now; nothing is recorded. */
    public <P extends Planning, T> T propose(
            String clinic, UUID patientId, UUID siteId, Wish<P> wish, BiFunction<P, Function<Span, Desk>, T> answer) {
        var turn = new Turn(clinic, siteId, file(patientId, log.history(clinic, patientId)), clock.instant());
        var planning = wish.planning(turn.file(), desks.zone(clinic, siteId), turn.now());
        return answer.apply(planning, calendar(turn, planning));
    }

    private record Turn(String clinic, UUID siteId, PatientFile file, Instant now) {}

    private Optional<SchedulingEvent> decide(Turn turn, Wish<?> wish, boolean alone) {
        var zone = desks.zone(turn.clinic(), turn.siteId());
        if (alone) {
            desks.awaitSite(turn.siteId());
        }
        var planning = wish.planning(turn.file(), zone, turn.now());
        var decided = planning.decide(calendar(turn, planning));
        decided.ifPresent(event -> requireStillFree(turn, planning, event, zone));
        return decided.map(event -> event);
    }

    private Function<Span, Desk> calendar(Turn turn, Planning planning) {
        return around -> desks.at(turn.clinic(), turn.siteId(), List.of(around), planning.freed(), turn.now());
    }

    private void requireStillFree(Turn turn, Planning planning, OfSeveral decided, ZoneId zone) {
        var times = StillFree.times(decided, turn.file());
        if (times.isEmpty()) {
            return;
        }
        desks.awaitDays(turn.siteId(), times, zone, turn.now());
        var desk = desks.at(turn.clinic(), turn.siteId(), times, planning.freed(), turn.now());
        if (!StillFree.holds(decided, turn.file(), desk)) {
            throw new Contention.Overtaken();
        }
    }

    private PatientFile file(UUID patientId, List<Recorded<SchedulingEvent>> history) {
        return PatientFile.of(
                history.stream().map(Recorded::event).toList(), visits.stagesAround(clock.instant(), patientId));
    }
}
