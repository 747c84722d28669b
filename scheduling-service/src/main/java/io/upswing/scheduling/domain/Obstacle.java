package io.upswing.scheduling.domain;

/** Why nothing can be booked at a time: each a {@link Refusal} of the same name. What comes first is named. */
public enum Obstacle {
    OUTSIDE_HOURS,
    SITE_CLOSED,
    NO_PRESCRIBER,
    SLOT_TAKEN,
    NO_MONITOR;

    /** Whether another time or another chair may be free of it. */
    boolean dependsOnOthers() {
        return this != OUTSIDE_HOURS && this != SITE_CLOSED;
    }

    /** Whether a manager may book all the same: a chair or a monitor can be shared, the presence of a prescriber not. */
    boolean mayBeOverbooked() {
        return this == SLOT_TAKEN || this == NO_MONITOR;
    }
}
