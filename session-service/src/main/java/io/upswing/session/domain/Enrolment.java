package io.upswing.session.domain;

/** How far the enrolment under the REMS is. */
public enum Enrolment {
    SENT,
    CONFIRMED
}
