package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.UUID;

/** A time at which the next session of a course could be; {@code inWindow}: whether it should be then. */
public record FreeSlot(Instant start, Instant end, UUID chairId, boolean inWindow) {}
