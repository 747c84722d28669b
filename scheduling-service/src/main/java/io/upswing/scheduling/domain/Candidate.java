package io.upswing.scheduling.domain;

import io.upswing.series.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A free start with what is to be said for and against it. {@code beside}: whether a better start of its date lies so near
 * that nobody who declines that one would take this.
 */
record Candidate(
        Opening opening, boolean inWindow, long daysFromTarget, boolean usualDay, long hoursFromUsual, boolean beside) {

    static Candidate of(Opening opening, ZoneId zone, @Nullable Next next, Habit habit) {
        var at = opening.slot().start().atZone(zone);
        var date = at.toLocalDate();
        return new Candidate(
                opening,
                next != null && next.holds(date),
                next == null ? 0 : new DateRange(next.targetFrom(), next.targetTo()).daysTo(date),
                habit.comesOn(at.getDayOfWeek()),
                habit.hoursFrom(at.toLocalTime()),
                false);
    }

    Candidate besideBetter() {
        return new Candidate(opening, inWindow, daysFromTarget, usualDay, hoursFromUsual, true);
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
        return new FreeSlot(start(), opening.slot().end(), chairId(), inWindow);
    }
}
