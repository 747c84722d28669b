package io.upswing.notification.domain;

/** What ends a step beside the end of its matter. */
public enum Stop {
    /** Nothing else: it goes as long as the matter is open. */
    CLOSED,
    /** The patient said that they come. */
    CONFIRMED
}
