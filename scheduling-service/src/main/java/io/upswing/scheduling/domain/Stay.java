package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an appointment keeps a chair; the turnover at its end is the chair's alone, the patient has left by then.
 * {@code watch}: when in it the patient is watched; null where nobody need.
 */
record Stay(Duration chair, Duration turnover, @Nullable Watching watch) {
    /** After the start. {@code prescriber}: whether one must be on the site meanwhile. */
    record Watching(Duration from, Duration to, boolean prescriber) {
        Span at(Instant start) {
            return new Span(start.plus(from), start.plus(to));
        }
    }

    Instant leaves(Instant start) {
        return start.plus(chair).minus(turnover);
    }

    Span at(Instant start) {
        return new Span(start, start.plus(chair));
    }
}
