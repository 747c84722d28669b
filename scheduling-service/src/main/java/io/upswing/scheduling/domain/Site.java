package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where and when treatment takes place: opening hours are local times at the site, on both sides of a clock change.
 * {@code closures} and {@code staffing} are those around the days that are looked at.
 */
public record Site(
        UUID id,
        ZoneId zone,
        List<OpeningHours> hours,
        List<Chair> chairs,
        List<Span> closures,
        Staffing staffing,
        Durations durations) {

    public Site {
        hours = List.copyOf(hours);
        chairs = List.copyOf(chairs);
        closures = List.copyOf(closures);
    }

    /** As it is when it is closed for one more time. */
    public Site closedFor(Span time) {
        return with(Stream.concat(closures.stream(), Stream.of(time)).toList(), staffing);
    }

    /** As it is without one of its closures; another for the same time stays. */
    public Site openedFor(Span closure) {
        var left = new ArrayList<>(closures);
        left.remove(closure);
        return with(left, staffing);
    }

    /** As it is when nobody takes the place of those who are away. */
    public Site without(Collection<Shift> away) {
        return with(closures, staffing.without(away));
    }

    private Site with(List<Span> otherClosures, Staffing otherStaffing) {
        return new Site(id, zone, hours, chairs, otherClosures, otherStaffing, durations);
    }

    /** From midnight to midnight at the site. */
    public Span day(LocalDate date) {
        return Span.ofDay(date, zone);
    }

    /** The local date at the site. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Its hours on a date, whether or not it is closed then. */
    Spans hoursOn(LocalDate date) {
        return Spans.of(hours.stream()
                .filter(open -> open.day() == date.getDayOfWeek())
                .map(open -> new Span(at(date, open.opens()), at(closingDate(date, open), open.closes())))
                .toList());
    }

    /** When it takes patients on a date. */
    Spans openOn(LocalDate date) {
        return hoursOn(date).without(Spans.of(closures));
    }

    /** The same with only those on duty who may matter on a date. */
    Site on(LocalDate date) {
        var day = new Span(at(date.minusDays(1), LocalTime.MIDNIGHT), at(date.plusDays(2), LocalTime.MIDNIGHT));
        return with(closures, staffing.within(day));
    }

    /** In which a treatment of this route can be given; null for what needs none. */
    List<Chair> chairsFor(@Nullable String route) {
        var fitting = chairs.stream()
                .filter(chair -> route == null || chair.routes().contains(route))
                .toList();
        if (fitting.isEmpty()) {
            throw new Refused(Refusal.NO_CHAIR_FOR_ROUTE, "The site has no chair for this treatment.");
        }
        return fitting;
    }

    /** Midnight as the end of a day is the first moment of the next. */
    private static LocalDate closingDate(LocalDate date, OpeningHours open) {
        return open.closes().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
