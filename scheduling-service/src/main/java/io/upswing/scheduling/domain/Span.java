package io.upswing.scheduling.domain;

import java.time.Instant;

/** From {@code from} until just before {@code to}. */
public record Span(Instant from, Instant to) {
    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
