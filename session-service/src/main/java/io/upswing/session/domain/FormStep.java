package io.upswing.session.domain;

import org.jspecify.annotations.Nullable;

/** What is done with a monitoring form, in this order. */
public enum FormStep {
    DRAFTED(null),
    SIGNED(DRAFTED),
    SUBMITTED(SIGNED),
    ACKNOWLEDGED(SUBMITTED);

    private final @Nullable FormStep before;

    FormStep(@Nullable FormStep before) {
        this.before = before;
    }

    /** What must have been done first; null for a draft. */
    public @Nullable FormStep before() {
        return before;
    }

    boolean isAtLeast(FormStep other) {
        return compareTo(other) >= 0;
    }
}
