package io.upswing.notification.domain;

/** Who is told. Staff are told on the worklist, by their role. */
public enum Audience {
    PATIENT,
    FRONT_DESK,
    NURSE,
    PRESCRIBER,
    MANAGER;

    public boolean isStaff() {
        return this != PATIENT;
    }
}
