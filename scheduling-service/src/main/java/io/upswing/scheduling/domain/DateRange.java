package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Dates at a site, both included. */
public record DateRange(LocalDate from, LocalDate to) {
    /** How many they are; none where the last lies before the first. */
    public long days() {
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** How many days a date lies outside. */
    long daysTo(LocalDate date) {
        return Math.max(0, Math.max(ChronoUnit.DAYS.between(date, from), ChronoUnit.DAYS.between(to, date)));
    }
}
