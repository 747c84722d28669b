package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Where and when treatment takes place: opening hours are local times at the site, on both sides of a clock change. */
public record Site(UUID id, ZoneId zone, List<OpeningHours> hours, List<Chair> chairs) {
    /** From {@code from} until just before {@code to}. */
    record Span(Instant from, Instant to) {
        boolean holds(Instant start, Instant end) {
            return !start.isBefore(from) && !end.isAfter(to);
        }
    }

    public Site {
        hours = List.copyOf(hours);
        chairs = List.copyOf(chairs);
    }

    /** The local date at the site. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** When the site is open on a date, earliest first. */
    List<Span> openOn(LocalDate date) {
        return hours.stream()
                .filter(open -> open.day() == date.getDayOfWeek())
                .sorted(Comparator.comparing(OpeningHours::opens))
                .map(open -> new Span(at(date, open.opens()), at(closingDate(date, open), open.closes())))
                .toList();
    }

    /** Midnight as the end of a day is the first moment of the next. */
    private static LocalDate closingDate(LocalDate date, OpeningHours open) {
        return open.closes().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
