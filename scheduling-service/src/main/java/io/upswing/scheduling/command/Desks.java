package io.upswing.scheduling.command;

import io.upswing.scheduling.command.AppointmentBook.Place;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.view.Courses;
import io.upswing.scheduling.view.Sites;
import io.upswing.scheduling.view.Taken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays before a decision what it needs to know of a site around a day. */
@Singleton
class Desks {
    /** As far as alternatives are looked for, and a day more on both sides. */
    private static final Duration AROUND = Duration.ofDays(9);

    private static final Duration NO_FURTHER = Duration.ZERO;

    private final Sites sites;
    private final Taken taken;
    private final Courses courses;
    private final InstantSource clock;

    Desks(Sites sites, Taken taken, Courses courses, InstantSource clock) {
        this.sites = sites;
        this.taken = taken;
        this.courses = courses;
        this.clock = clock;
    }

    /** When the turn of that day has come. */
    Desk ofDay(String clinic, Place place, BookingCommand command) {
        var zone = zone(clinic, place.siteId());
        var date = date(command, zone);
        taken.awaitTurn(place.siteId(), new TreeSet<>(Set.of(date)), zone, clock.instant());
        return laid(clinic, place, command, NO_FURTHER, date, zone);
    }

    /** As the days around are now, for who only looks and keeps nobody waiting. */
    Desk ofDaysAround(String clinic, Place place, BookingCommand command) {
        return asItIs(clinic, place, command, AROUND);
    }

    /** As that day is now, for who only looks and keeps nobody waiting. */
    Desk asItIs(String clinic, Place place, BookingCommand command) {
        return asItIs(clinic, place, command, NO_FURTHER);
    }

    ZoneId zone(String clinic, UUID siteId) {
        return sites.zone(clinic, siteId).orElseThrow(Refused::noSuchSite);
    }

    private Desk asItIs(String clinic, Place place, BookingCommand command, Duration around) {
        var zone = zone(clinic, place.siteId());
        return laid(clinic, place, command, around, date(command, zone), zone);
    }

    private Desk laid(
            String clinic, Place place, BookingCommand command, Duration around, LocalDate date, ZoneId zone) {
        var day = Span.ofDay(date, zone);
        var span = new Span(day.from().minus(around), day.to().plus(around));
        var site = sites.forBooking(clinic, place.siteId(), span).orElseThrow(Refused::noSuchSite);
        var others = taken.at(site.id(), span, command.inPlaceOf(), clock.instant());
        return new Desk(site, others, course(clinic, place.courseId(), date));
    }

    private static LocalDate date(BookingCommand command, ZoneId zone) {
        return command.start().atZone(zone).toLocalDate();
    }

    private @Nullable CourseAtDesk course(String clinic, @Nullable UUID courseId, LocalDate day) {
        return courseId == null ? null : courses.atDesk(clinic, courseId, day).orElseThrow(Refused::noSuchCourse);
    }
}
