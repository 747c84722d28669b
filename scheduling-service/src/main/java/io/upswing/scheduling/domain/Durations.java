package io.upswing.scheduling.domain;

import org.jspecify.annotations.Nullable;

/** The minutes that a site takes in place of the protocol's; null: as the protocol says. */
public record Durations(
        @Nullable Integer checkIn,
        @Nullable Integer observation,
        @Nullable Integer discharge,
        @Nullable Integer turnover) {
    public static final Durations OF_PROTOCOL = new Durations(null, null, null, null);
}
