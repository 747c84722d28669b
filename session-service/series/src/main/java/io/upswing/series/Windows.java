package io.upswing.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R9 to R12: the window of the next session, from where a course stands. Pauses and the end of a course are R13. */
final class Windows {
    private Windows() {}

    /** The window of the next session as of {@code day}; null where the rules give none. */
    static @Nullable Window on(LocalDate day, Progress progress) {
        var day1 = progress.day1();
        var pace = Ahead.of(day, progress).planned(0, day1);
        if (pace == null) {
            return null;
        }
        var last = progress.last();
        var from = last == null ? progress.prescription().on() : last.on();
        return new Window(pace, pace.after(from, day1 == null ? from : day1, progress::givenInWeekOf));
    }

    /** R14: days after the last session from which a course counts as lapsed. */
    static int lapseLimit(Progress progress, @Nullable Window window) {
        var last = progress.last();
        var days = progress.prescription().lapseDays();
        return last == null || window == null
                ? days
                : Math.max(days, Weeks.days(last.on(), window.next().latest()));
    }
}
