package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The best plan of all, whichever day is day 1. {@code furthest}: the search that came furthest, for when there is none. */
record Plans(@Nullable Path best, SeriesSearch furthest) {

    static Plans of(Outline outline, NavigableMap<LocalDate, Choice> choices) {
        var days = firstDays(outline, choices);
        var furthest = new SeriesSearch(outline, choices, days.getFirst());
        var best = furthest.best();
        for (var day1 : days.tailSet(days.getFirst(), false)) {
            var search = new SeriesSearch(outline, choices, day1);
            var found = search.best();
            if (found != null && found.cheaperThan(best)) {
                best = found;
            }
            if (search.furthest().goesFurtherThan(furthest.furthest())) {
                furthest = search;
            }
        }
        return new Plans(best, furthest);
    }

    /** Until a first session was given, it is whatever comes first. */
    private static NavigableSet<LocalDate> firstDays(Outline outline, NavigableMap<LocalDate, Choice> choices) {
        var days = new TreeSet<LocalDate>();
        if (outline.day1() != null) {
            days.add(outline.day1());
        } else if (outline.fixed().isEmpty()) {
            days.addAll(choices.navigableKeySet());
            days.add(outline.from());
        } else {
            days.addAll(choices.headMap(outline.fixed().first()).keySet());
            days.add(outline.fixed().first());
        }
        return days;
    }
}
