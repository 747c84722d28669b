package io.upswing.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R3: treatment weeks, counted from day 1. Whole days throughout, never elapsed hours. */
public final class Weeks {
    private Weeks() {}

    public static int of(LocalDate day1, LocalDate date) {
        return Math.floorDiv(days(day1, date), 7) + 1;
    }

    /** Null before there is a day 1, and for dates before it. */
    static @Nullable Integer ofOrNull(@Nullable LocalDate day1, LocalDate date) {
        return day1 == null || date.isBefore(day1) ? null : Integer.valueOf(of(day1, date));
    }

    public static LocalDate firstDay(LocalDate day1, int week) {
        return day1.plusDays(7L * (week - 1));
    }

    static LocalDate lastDay(LocalDate day1, int week) {
        return firstDay(day1, week).plusDays(6);
    }

    /** R2: a gap is the difference of two dates. */
    static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    static String inWords(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
