package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best plan of all, whichever day is day 1. {@code furthest}: the search that came furthest, for when there is none. */
record Plans(@Nullable Path best, SeriesSearch furthest) {

    /** Among {@code choices} up to the {@code last} date. */
    static Plans of(Outline outline, Choices choices, LocalDate last) {
        var days = firstDays(outline, last);
        var furthest = new SeriesSearch(outline, choices, last, days.getFirst(), null);
        var best = furthest.best();
        for (var day1 : days.subList(1, days.size())) {
            var search = new SeriesSearch(outline, choices, last, day1, best);
            best = search.best();
            if (search.furthest().goesFurtherThan(furthest.furthest())) {
                furthest = search;
            }
        }
        return new Plans(best, furthest);
    }

    /** Until a first session was given, it is whatever comes first: one of the plan, or one that stands anyway. */
    private static List<LocalDate> firstDays(Outline outline, LocalDate last) {
        if (outline.day1() != null) {
            return List.of(outline.day1());
        }
        var standing = outline.fixed().isEmpty() ? null : outline.fixed().first();
        var end = standing == null || standing.isAfter(last) ? last.plusDays(1) : standing;
        var days = new ArrayList<LocalDate>();
        for (var date = outline.from(); date.isBefore(end); date = date.plusDays(1)) {
            days.add(date);
        }
        if (standing != null) {
            days.add(standing);
        }
        return days;
    }
}
