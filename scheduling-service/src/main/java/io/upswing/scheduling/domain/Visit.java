package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Warning;
import io.upswing.series.Next;
import java.time.LocalDate;
import java.util.List;

/** One session of a plan, and the window that the due rules give it after those before it. */
record Visit(LocalDate date, Choice choice, Next window) {

    /** The first of a plan may come late: its window had passed when the plan was made. */
    List<Warning> warnings() {
        if (!window.holds(date)) {
            return List.of(WindowWarning.outside(window));
        }
        return window.provisional() ? List.of(WindowWarning.PROVISIONAL) : List.of();
    }
}
