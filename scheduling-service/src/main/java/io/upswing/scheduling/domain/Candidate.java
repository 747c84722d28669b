package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.ZoneId;

/** A free start with what is to be said for and against it. */
record Candidate(Opening opening, DateFit fit, long hoursFromUsual) {

    static Candidate of(Opening opening, DateFit fit, ZoneId zone, Habit habit) {
        var at = opening.start().atZone(zone);
        return new Candidate(opening, fit, habit.hoursFrom(at.toLocalTime()));
    }

    Instant start() {
        return opening.start();
    }

    FreeSlot slot() {
        return new FreeSlot(start(), opening.stay().to(), opening.chair().id(), fit.inWindow());
    }
}
