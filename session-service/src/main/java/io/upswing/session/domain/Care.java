package io.upswing.session.domain;

/** The phase of care of a session. */
public enum Care {
    ARRIVED,
    DOSING,
    OBSERVED,
    OVER
}
