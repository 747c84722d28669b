package io.upswing.notification.domain;

/** The date of a matter that a step counts its days from. */
public enum Anchor {
    START,
    FROM,
    ON,
    OVERDUE_AFTER
}
