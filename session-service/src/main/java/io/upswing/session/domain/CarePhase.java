package io.upswing.session.domain;

/** The phase of care of a session. */
public enum CarePhase {
    ARRIVED,
    DOSING,
    OBSERVED,
    OVER
}
