package io.upswing.scheduling.domain;

import org.jspecify.annotations.Nullable;

/**
 * A chair that is taken for a time; {@code watched}: when a monitor is needed meanwhile, null where none is. {@code held}:
 * only kept for somebody, who may still book it.
 */
public record Occupied(Slot slot, @Nullable Span watched, boolean held) {
    public Occupied(Slot slot, @Nullable Span watched) {
        this(slot, watched, false);
    }
}
