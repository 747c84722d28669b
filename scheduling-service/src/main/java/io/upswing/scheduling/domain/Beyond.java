package io.upswing.scheduling.domain;

import io.upswing.series.Weeks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which appointments after the last visit of a plan may stay: those booked ahead for the phases that follow. */
final class Beyond {
    private final Outline outline;
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private int planned;

    private Beyond(Outline outline, List<Visit> visits) {
        this.outline = outline;
        this.planned = visits.size();
        visits.forEach(visit -> dates.add(visit.date()));
    }

    static List<Booking> of(Outline outline, List<Visit> visits, List<Booking> present) {
        var beyond = new Beyond(outline, visits);
        var kept = new ArrayList<Booking>();
        for (var booking : present) {
            if (beyond.fits(booking.date())) {
                kept.add(booking);
                beyond.dates.add(booking.date());
                beyond.planned++;
            }
        }
        return kept;
    }

    private boolean fits(LocalDate date) {
        var last = last();
        if (!date.isAfter(last)) {
            return false;
        }
        var day1 = day1(date);
        var window = outline.window(date, planned, last, day1, other -> inWeek(day1, other));
        var pace = outline.held(date, planned);
        return window != null && window.holds(date) && (pace == null || inWeek(day1, date) < pace.perWeek());
    }

    private LocalDate last() {
        var last = dates.isEmpty() ? outline.begin() : dates.last();
        return outline.fixed().isEmpty() || outline.fixed().last().isBefore(last)
                ? last
                : outline.fixed().last();
    }

    private LocalDate day1(LocalDate date) {
        if (outline.day1() != null) {
            return outline.day1();
        }
        var first = dates.isEmpty() ? date : dates.first();
        return outline.fixed().isEmpty() || first.isBefore(outline.fixed().first())
                ? first
                : outline.fixed().first();
    }

    private int inWeek(LocalDate day1, LocalDate date) {
        var first = Weeks.firstDay(day1, Weeks.of(day1, date));
        return outline.standing(first, first.plusDays(6))
                + dates.subSet(first, first.plusDays(7)).size();
    }
}
