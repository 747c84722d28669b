package io.upswing.notification.domain;

/** What a patient said to being written to on a channel. */
public enum Consent {
    GRANTED,
    UNASKED,
    REFUSED
}
