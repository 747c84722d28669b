package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.UUID;

/** A chair for a time; {@code end} is exclusive and includes the turnover. */
public record Slot(Instant start, Instant end, UUID chairId) {}
