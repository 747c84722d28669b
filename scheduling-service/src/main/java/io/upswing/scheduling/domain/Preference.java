package io.upswing.scheduling.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a patient would come: on which days of the week, empty for any, and from {@code opens} until just before
 * {@code closes} a session may start, in local times at the site; null for any.
 */
public record Preference(
        Set<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes) {
    public static final Preference ANY = new Preference(Set.of(), null, null);

    public Preference {
        days = Set.copyOf(days);
    }

    boolean wants(LocalDate date) {
        return days.isEmpty() || days.contains(date.getDayOfWeek());
    }

    boolean wants(LocalTime start) {
        return (opens == null || !start.isBefore(opens)) && (closes == null || start.isBefore(closes));
    }
}
