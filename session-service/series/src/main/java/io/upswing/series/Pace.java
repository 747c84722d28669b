package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Gap;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/**
 * R9 to R11: how a session follows the one before it, in days, and how many a treatment week may hold. A {@code provisional}
 * one waits for a decision.
 */
public record Pace(String rule, Phase phase, Gap gap, int perWeek, boolean provisional) {
    private static final Gap AFTER_THE_PRESCRIPTION = new Gap(0, 0, 7, 14);
    private static final int AS_MANY_AS_FIT = Integer.MAX_VALUE;

    /** R9: counted from the prescription. */
    static Pace first(Phase phase) {
        return new Pace("R9", phase, AFTER_THE_PRESCRIPTION, AS_MANY_AS_FIT, false);
    }

    static Pace of(Series series, boolean provisional) {
        return new Pace("R10", series, series.gap(), series.perWeek(), provisional);
    }

    /** R11: one target day, with the phase's window on both sides. */
    static Pace of(Open open, int interval, boolean provisional) {
        var gap = new Gap(interval - open.window(), interval, interval, interval + open.window());
        return new Pace("R11", open, gap, AS_MANY_AS_FIT, provisional);
    }

    /** In an open phase the same with another interval. */
    public Pace every(int days) {
        return phase instanceof Open open ? of(open, days, provisional) : this;
    }

    /**
     * The window after a session on {@code last}; a treatment week that is full pushes it into the next. {@code inWeekOf}:
     * how many sessions the treatment week of a date holds already.
     */
    public Next after(LocalDate last, LocalDate day1, ToIntFunction<LocalDate> inWeekOf) {
        var earliest = last.plusDays(gap.min());
        while (perWeek != AS_MANY_AS_FIT && inWeekOf.applyAsInt(earliest) >= perWeek) {
            earliest = Weeks.firstDay(day1, Weeks.of(day1, earliest) + 1);
        }
        var targetFrom = later(earliest, last.plusDays(gap.targetFrom()));
        var targetTo = later(targetFrom, last.plusDays(gap.targetTo()));
        var latest = later(targetTo, last.plusDays(gap.max()));
        return new Next(kind(), earliest, targetFrom, targetTo, latest, provisional);
    }

    private DueItem.Kind kind() {
        return rule.equals("R11") ? DueItem.Kind.MAINTENANCE : DueItem.Kind.SESSION;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
