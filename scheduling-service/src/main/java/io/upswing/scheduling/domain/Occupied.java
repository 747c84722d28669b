package io.upswing.scheduling.domain;

import org.jspecify.annotations.Nullable;

/** A chair that is taken for a time; {@code watched}: when a monitor is needed meanwhile, null where none is. */
public record Occupied(Slot slot, @Nullable Span watched) {}
