package io.upswing.scheduling.domain;

/** Why nothing can be booked at a time, in the order in which it is looked for: what comes first is named. */
public enum Obstacle {
    OUTSIDE_HOURS(Refusal.OUTSIDE_HOURS),
    SITE_CLOSED(Refusal.SITE_CLOSED),
    NO_PRESCRIBER(Refusal.NO_PRESCRIBER),
    SLOT_TAKEN(Refusal.SLOT_TAKEN),
    NO_MONITOR(Refusal.NO_MONITOR);

    private final Refusal refusal;

    Obstacle(Refusal refusal) {
        this.refusal = refusal;
    }

    /** As a booking meets it. */
    public Refusal refusal() {
        return refusal;
    }

    /** Whether a manager may book all the same: a chair or a monitor can be shared, the presence of a prescriber not. */
    boolean mayBeOverbooked() {
        return this == SLOT_TAKEN || this == NO_MONITOR;
    }
}
