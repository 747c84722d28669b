package io.upswing.scheduling.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for the next session of a course: on which dates it may be, and which of the free starts are best. */
public final class SlotSearch {
    /** How far is looked ahead where no window ends the search. */
    private static final int DAYS_AHEAD = 14;

    /** The longest range that is searched at once. */
    public static final int LONGEST_DAYS = 62;

    /** How many dates are looked at before it is asked whether that was enough. */
    private static final int AT_ONCE = 4;

    private final CourseAtDesk course;
    private final @Nullable BigDecimal doseMg;
    private final UUID siteId;
    private final ZoneId zone;
    private final List<Booking> bookings;
    private final Instant now;
    private final CourseDates dates;

    /** {@code zone}: the site's; {@code bookings}: all appointments of the patient that stand, past ones too. */
    public SlotSearch(
            CourseAtDesk course,
            @Nullable BigDecimal doseMg,
            UUID siteId,
            ZoneId zone,
            List<Booking> bookings,
            Instant now) {
        this.course = course;
        this.doseMg = doseMg;
        this.siteId = siteId;
        this.zone = zone;
        this.bookings = List.copyOf(bookings);
        this.now = now;
        this.dates = CourseDates.of(course, bookings, today());
    }

    public UUID siteId() {
        return siteId;
    }

    /** Where nothing is asked for: the window of the next session, as far as it lies ahead. */
    public DateRange range(@Nullable LocalDate from, @Nullable LocalDate to) {
        var next = dates.next();
        var first = from != null ? from : next == null ? today() : later(today(), next.earliest());
        if (to != null) {
            return new DateRange(first, to);
        }
        var ends = next == null || next.latest().isBefore(first) ? first.plusDays(DAYS_AHEAD) : next.latest();
        return new DateRange(first, earlier(ends, first.plusDays(LONGEST_DAYS - 1L)));
    }

    /** Of a range, the dates that can be booked and that the course allows. */
    public List<LocalDate> allowed(DateRange range) {
        var first = later(range.from(), today());
        var last = earlier(
                range.to(), now.plus(BookingCommand.HORIZON).atZone(zone).toLocalDate());
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).filter(dates::allow).toList();
    }

    /**
     * The best starts on these dates. {@code calendar}: the site, and what stands at it within a time; it is asked for the
     * dates that suit best, and for others only while too little is free on those. Empty where there is no such site.
     */
    public List<FreeSlot> best(Function<Span, Optional<Desk>> calendar, List<LocalDate> some, int limit) {
        var ranking = new SlotRanking(limit);
        var habit = Habit.of(bookings.stream()
                .filter(booking -> booking.start().isBefore(now))
                .toList());
        var left = some.stream().map(date -> fit(date, habit)).sorted().toList();
        while (!left.isEmpty() && !ranking.isDecidedBefore(left.getFirst())) {
            var next = left.subList(0, Math.min(AT_ONCE, left.size()));
            calendar.apply(around(next)).ifPresent(desk -> add(ranking, desk, next, habit));
            left = left.subList(next.size(), left.size());
        }
        return ranking.best().stream().map(Candidate::slot).toList();
    }

    private DateFit fit(LocalDate date, Habit habit) {
        var next = dates.next();
        return new DateFit(
                date,
                next != null && next.holds(date),
                next == null ? 0 : new DateRange(next.targetFrom(), next.targetTo()).daysTo(date),
                habit.comesOn(date.getDayOfWeek()));
    }

    private Span around(List<DateFit> some) {
        var ordered = some.stream().map(DateFit::date).sorted().toList();
        return Span.ofDays(ordered.getFirst(), ordered.getLast(), zone);
    }

    private void add(SlotRanking ranking, Desk desk, List<DateFit> some, Habit habit) {
        var site = desk.site();
        var chairs = site.chairs().stream()
                .filter(chair -> chair.routes().contains(course.route()))
                .toList();
        var stay = course.stayFor(doseMg, site.durations());
        var patientId = course.facts().prescription().patientId();
        var openings = new Openings(site, chairs, desk.forPatient(patientId).taken(), stay);
        var latest = now.plus(BookingCommand.HORIZON);
        for (var fit : some) {
            ranking.add(openings.on(fit.date(), now).stream()
                    .filter(opening -> !opening.start().isAfter(latest) && isFree(opening.start(), stay))
                    .map(opening -> Candidate.of(opening, fit, zone, habit))
                    .toList());
        }
    }

    /** Whether the patient is at no other appointment. */
    private boolean isFree(Instant start, Stay stay) {
        return bookings.stream().noneMatch(other -> other.keepsFrom(start, stay));
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
