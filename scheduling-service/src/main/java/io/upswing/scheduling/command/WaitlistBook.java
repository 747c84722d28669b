package io.upswing.scheduling.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.scheduling.domain.Offer;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Waitlist;
import io.upswing.scheduling.domain.WaitlistDecider;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.view.Courses;
import io.upswing.scheduling.view.Sites;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Records who waits, and who wants nothing of what was offered. */
@Singleton
public class WaitlistBook {
    private final EventLog<SchedulingEvent> log;
    private final Courses courses;
    private final Sites sites;
    private final InstantSource clock;

    WaitlistBook(EventLog<SchedulingEvent> log, Courses courses, Sites sites, InstantSource clock) {
        this.log = log;
        this.courses = courses;
        this.sites = sites;
        this.clock = clock;
    }

    public Outcome<SchedulingEvent> join(Request request, WaitlistJoined wish) {
        return record(request, wish.patientId(), history -> {
            var today = today(request.clinic(), wish.siteId());
            return WaitlistDecider.join(wish, PatientFile.of(history), course(request.clinic(), wish, today), today);
        });
    }

    public Outcome<SchedulingEvent> leave(Request request, UUID patientId, UUID entryId) {
        return record(request, patientId, history -> WaitlistDecider.leave(entryId, patientId, Waitlist.of(history)));
    }

    public Outcome<SchedulingEvent> decline(Request request, UUID patientId, UUID offerId) {
        return record(request, patientId, history -> WaitlistDecider.decline(offerId, patientId, Waitlist.of(history)));
    }

    /** An offer as it stands, and what became of it. */
    public Offer offer(String clinic, UUID patientId, UUID offerId) {
        var history =
                log.history(clinic, patientId).stream().map(Recorded::event).toList();
        return Waitlist.of(history).offer(offerId);
    }

    private Outcome<SchedulingEvent> record(
            Request request, UUID patientId, Function<List<SchedulingEvent>, Optional<SchedulingEvent>> decision) {
        return log.execute(
                request,
                patientId,
                history -> decision.apply(history.stream().map(Recorded::event).toList())
                        .map(event -> Draft.of(event, clock.instant())));
    }

    private LocalDate today(String clinic, UUID siteId) {
        return sites.zone(clinic, siteId)
                .map(zone -> clock.instant().atZone(zone).toLocalDate())
                .orElseThrow(Refused::noSuchSite);
    }

    private CourseAtDesk course(String clinic, WaitlistJoined wish, LocalDate today) {
        return courses.atDesk(clinic, wish.courseId(), today).orElseThrow(Refused::noSuchCourse);
    }
}
