package io.upswing.scheduling.view;

import java.time.Instant;
import java.util.UUID;

/** A time at which a site takes nobody. */
public record ClosureView(UUID closureId, Instant from, Instant to, String reason) {}
