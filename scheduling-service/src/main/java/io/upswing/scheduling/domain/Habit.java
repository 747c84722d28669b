package io.upswing.scheduling.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** On which days of the week and at which local time a patient comes; no days and no time while it is not known. */
record Habit(Set<DayOfWeek> days, @Nullable LocalTime time) {
    /** What was long ago says little. */
    private static final int LOOKED_AT = 12;

    /** Who comes twice or three times a week has as many usual days. */
    private static final int A_THIRD = 3;

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

    /** How many whole hours a time lies from the usual one. */
    long hoursFrom(LocalTime at) {
        return time == null ? 0 : Duration.between(time, at).abs().toHours();
    }
}
