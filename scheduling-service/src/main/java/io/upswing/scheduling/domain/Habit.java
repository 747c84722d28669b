package io.upswing.scheduling.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On which days of the week and at which local time a patient comes; no days and no time while it is not known. */
record Habit(Set<DayOfWeek> days, @Nullable LocalTime time) {
    /** What was long ago says little. */
    private static final int LOOKED_AT = 12;

    /** Who comes twice or three times a week has as many usual days. */
    private static final int A_THIRD = 3;

    private static final int STEP_MINUTES = (int) Grid.STEP.toMinutes();
    private static final int OTHER_DAY = 60 / STEP_MINUTES;

    Habit {
        days = Set.copyOf(days);
    }

    /** From the latest of the appointments. */
    static Habit of(Collection<Booking> bookings) {
        var visits = bookings.stream()
                .sorted(Comparator.comparing(Booking::start).reversed())
                .limit(LOOKED_AT)
                .map(booking -> booking.start().atZone(ZoneId.of(booking.zone())))
                .toList();
        var byDay = visits.stream().collect(Collectors.groupingBy(ZonedDateTime::getDayOfWeek, Collectors.counting()));
        var days = byDay.entrySet().stream()
                .filter(day -> day.getValue() * A_THIRD >= visits.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var times = visits.stream().map(ZonedDateTime::toLocalTime).sorted().toList();
        return new Habit(days, times.isEmpty() ? null : times.get((times.size() - 1) / 2));
    }

    boolean comesOn(DayOfWeek day) {
        return days.contains(day);
    }

    /** Who has no usual time is given the one that is free on most days. */
    Habit or(Stream<List<Opening>> days, ZoneId zone) {
        return time == null ? new Habit(this.days, freeOnMost(days, zone)) : this;
    }

    private static @Nullable LocalTime freeOnMost(Stream<List<Opening>> days, ZoneId zone) {
        var times = days.flatMap(List::stream)
                .map(opening -> opening.start().atZone(zone).toLocalTime())
                .collect(Collectors.groupingBy(time -> time, TreeMap::new, Collectors.counting()));
        return times.isEmpty()
                ? null
                : Collections.max(times.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    /** How far from it a start is, in steps of the grid; another day weighs as much as an hour. */
    int distance(ZonedDateTime start) {
        var otherDay = days.isEmpty() || comesOn(start.getDayOfWeek()) ? 0 : OTHER_DAY;
        var minutes = time == null
                ? 0
                : Duration.between(time, start.toLocalTime()).abs().toMinutes();
        return otherDay + (int) (minutes / STEP_MINUTES);
    }

    /** How many whole hours a time lies from the usual one. */
    long hoursFrom(LocalTime at) {
        return time == null ? 0 : Duration.between(time, at).abs().toHours();
    }
}
