package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;

/** From {@code from} until just before {@code to}. */
public record Span(Instant from, Instant to) {
    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** For how long both last. */
    Duration shared(Span other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = to.isBefore(other.to) ? to : other.to;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
