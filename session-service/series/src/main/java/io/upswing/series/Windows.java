package io.upswing.series;

import io.upswing.session.events.Phase.Gap;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R9 to R12: the window of the next session, from where a course stands. Pauses and the end of a course are R13. */
final class Windows {
    private static final int FIRST_TARGET_DAYS = 7;
    private static final int FIRST_LATEST_DAYS = 14;

    private Windows() {}

    /** The window of the next session as of {@code day}; null where the rules give none. */
    static @Nullable Window on(LocalDate day, Progress progress) {
        var last = progress.last();
        if (last == null) {
            return first(progress.prescription());
        }
        return switch (progress.phase()) {
            case Series series -> inSeries(day, progress, series, last.on());
            case Open open -> inOpenPhase(progress, open, last.on());
        };
    }

    private static Window first(Prescription prescription) {
        var from = prescription.on();
        var next = new Next(
                DueItem.Kind.SESSION,
                from,
                from,
                from.plusDays(FIRST_TARGET_DAYS),
                from.plusDays(FIRST_LATEST_DAYS),
                false);
        return new Window("R9", prescription.phases().getFirst(), next, FIRST_TARGET_DAYS);
    }

    /** R12: an open gate leaves only a window that may be booked for the time after the decision. */
    private static @Nullable Window inSeries(LocalDate day, Progress progress, Series series, LocalDate last) {
        var gate = progress.gate();
        if (gate == null || !gate.on(day).awaitsDecision()) {
            return spaced(progress, series, last);
        }
        if (gate.extended()) {
            return spaced(progress, series, last).asProvisional();
        }
        if (gate.completed()) {
            return progress.nextPhase() instanceof Series next
                    ? spaced(progress, next, last).asProvisional()
                    : null;
        }
        var nothingFollows = progress.nextPhase() == null;
        return nothingFollows && gate.pastLastDay(day)
                ? null
                : spaced(progress, series, last).asProvisional();
    }

    /** R10: gaps from the last session; a treatment week that is full pushes the window into the next. */
    private static Window spaced(Progress progress, Series series, LocalDate last) {
        Gap gap = series.gap();
        var earliest = withRoom(progress, series, last.plusDays(gap.min()));
        var targetFrom = later(earliest, last.plusDays(gap.targetFrom()));
        var targetTo = later(targetFrom, last.plusDays(gap.targetTo()));
        var latest = later(targetTo, last.plusDays(gap.max()));
        var next = new Next(DueItem.Kind.SESSION, earliest, targetFrom, targetTo, latest, false);
        return new Window("R10", series, next, gap.targetTo());
    }

    private static LocalDate withRoom(Progress progress, Series series, LocalDate earliest) {
        var day1 = progress.counted().getFirst().session().on();
        var date = earliest;
        while (progress.givenInWeekOf(date) >= series.perWeek()) {
            date = Weeks.firstDay(day1, Weeks.of(day1, date) + 1);
        }
        return date;
    }

    /** R11: one target day, with the phase's window on both sides. Without an interval there is nothing to count from. */
    private static @Nullable Window inOpenPhase(Progress progress, Open open, LocalDate last) {
        var interval = progress.intervalDays();
        if (interval == null) {
            return null;
        }
        var target = last.plusDays(interval);
        var next = new Next(
                DueItem.Kind.MAINTENANCE,
                target.minusDays(open.window()),
                target,
                target,
                target.plusDays(open.window()),
                false);
        return new Window("R11", open, next, interval);
    }

    /** R14: days after the last session from which a course counts as lapsed. */
    static int lapseLimit(Progress progress, @Nullable Window window) {
        var last = progress.last();
        var days = progress.prescription().lapseDays();
        return last == null || window == null
                ? days
                : Math.max(days, Weeks.days(last.on(), window.next().latest()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
