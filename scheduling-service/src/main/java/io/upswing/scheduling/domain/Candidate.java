package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A free start with what is to be said for and against it. {@code beside}: whether a better start of its date lies so near
 * that nobody who declines that one would take this.
 */
record Candidate(Opening opening, DateFit fit, long hoursFromUsual, boolean beside) {

    static Candidate of(Opening opening, DateFit fit, ZoneId zone, Habit habit) {
        var at = opening.slot().start().atZone(zone);
        return new Candidate(opening, fit, habit.hoursFrom(at.toLocalTime()), false);
    }

    Candidate besideBetter() {
        return new Candidate(opening, fit, hoursFromUsual, true);
    }

    /** Whether it is better than all that may be free on a date. */
    boolean before(DateFit date) {
        return beside ? fit.inWindow() && !date.inWindow() : fit.compareTo(date) < 0;
    }

    Instant start() {
        return opening.slot().start();
    }

    UUID chairId() {
        return opening.slot().chairId();
    }

    Duration stranded() {
        return opening.stranded();
    }

    Duration inside() {
        return opening.inside();
    }

    FreeSlot slot() {
        return new FreeSlot(start(), opening.slot().end(), chairId(), fit.inWindow());
    }
}
