package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Warning;
import io.upswing.series.Next;
import io.upswing.series.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff are told of a date that may be booked but lies outside the window of the next session. */
final class WindowWarning {
    static final Warning PROVISIONAL =
            new Warning("provisional-window", "A decision is pending before this session may be given.");

    private WindowWarning() {}

    /** {@code bookedBefore}: an appointment that comes first; the window after it is not known before it took place. */
    static List<Warning> of(LocalDate date, Standing standing, @Nullable LocalDate bookedBefore) {
        if (bookedBefore != null) {
            return List.of();
        }
        var next = standing.next();
        if (next == null) {
            return List.of(new Warning("no-window", "No session is due: the course is " + standing.state() + "."));
        }
        if (!next.holds(date)) {
            return List.of(outside(next));
        }
        return next.provisional() ? List.of(PROVISIONAL) : List.of();
    }

    static Warning outside(Next next) {
        return new Warning(
                "outside-window",
                "The window of the next session is " + next.earliest() + " to " + next.latest() + ".");
    }
}
