package io.upswing.session.domain;

/** Where a course is treated. */
public enum Setting {
    OUTPATIENT,
    INPATIENT
}
