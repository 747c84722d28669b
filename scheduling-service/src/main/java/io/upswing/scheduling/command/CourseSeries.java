package io.upswing.scheduling.command;

import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.command.SeriesBook.Wish;
import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.scheduling.domain.Planning;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Replan;
import io.upswing.scheduling.domain.ReplanWish;
import io.upswing.scheduling.domain.Replanning;
import io.upswing.scheduling.domain.SeriesPlanning;
import io.upswing.scheduling.domain.SeriesWish;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.view.Courses;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books and plans anew the series of a course. Without a site it is the course's. */
@Singleton
public class CourseSeries {
    private final SeriesBook book;
    private final Courses courses;
    private final InstantSource clock;

    CourseSeries(SeriesBook book, Courses courses, InstantSource clock) {
        this.book = book;
        this.courses = courses;
        this.clock = clock;
    }

    public Outcome<SchedulingEvent> book(Request request, SeriesWish wish, @Nullable UUID siteId) {
        return handle(request, wish.courseId(), siteId, planning(request.clinic(), wish));
    }

    public SeriesBooked proposeBooking(String clinic, SeriesWish wish, @Nullable UUID siteId) {
        var of = of(clinic, wish.courseId());
        return book.propose(
                clinic,
                patient(of),
                site(of, siteId),
                planning(clinic, wish),
                (planning, calendar) -> planning.decide(calendar).orElseThrow());
    }

    public Outcome<SchedulingEvent> replan(Request request, ReplanWish wish, @Nullable UUID siteId) {
        return handle(request, wish.courseId(), siteId, replanning(request.clinic(), wish));
    }

    public Replan proposeReplan(String clinic, ReplanWish wish, @Nullable UUID siteId) {
        var of = of(clinic, wish.courseId());
        return book.propose(clinic, patient(of), site(of, siteId), replanning(clinic, wish), Replanning::plan);
    }

    private Outcome<SchedulingEvent> handle(
            Request request, UUID courseId, @Nullable UUID siteId, Wish<? extends Planning> wish) {
        var of = of(request.clinic(), courseId);
        return book.handle(request, patient(of), site(of, siteId), wish);
    }

    private Wish<SeriesPlanning> planning(String clinic, SeriesWish wish) {
        return (file, zone, now) ->
                SeriesPlanning.of(wish, at(clinic, wish.courseId(), wish.from(), zone), file, zone, now);
    }

    private Wish<Replanning> replanning(String clinic, ReplanWish wish) {
        return (file, zone, now) ->
                Replanning.of(wish, at(clinic, wish.courseId(), wish.from(), zone), file, zone, now);
    }

    /** Read where the decision is made, so that it sees what is known by then. */
    private CourseAtDesk at(String clinic, UUID courseId, LocalDate from, ZoneId zone) {
        var today = clock.instant().atZone(zone).toLocalDate();
        return find(clinic, courseId, from.isBefore(today) ? today : from);
    }

    private CourseAtDesk of(String clinic, UUID courseId) {
        return find(clinic, courseId, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private CourseAtDesk find(String clinic, UUID courseId, LocalDate day) {
        return courses.atDesk(clinic, courseId, day).orElseThrow(Refused::noSuchCourse);
    }

    private static UUID patient(CourseAtDesk course) {
        return course.facts().prescription().patientId();
    }

    private static UUID site(CourseAtDesk course, @Nullable UUID siteId) {
        return siteId == null ? course.facts().prescription().siteId() : siteId;
    }
}
