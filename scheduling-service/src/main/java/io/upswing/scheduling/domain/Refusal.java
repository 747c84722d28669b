package io.upswing.scheduling.domain;

import java.util.Locale;

/** Why a command was refused. */
public enum Refusal {
    NO_SUCH_PATIENT,
    NO_SUCH_SITE,
    NO_SUCH_CHAIR,
    NO_SUCH_COURSE,
    NO_SUCH_APPOINTMENT,
    NO_SUCH_HOLD,
    NO_SUCH_SHIFT,
    NO_SUCH_CLOSURE,
    NO_SUCH_CALENDAR,
    NO_SUCH_ENTRY,
    NO_SUCH_OFFER,
    SLOT_TAKEN,
    HOLD_FOR_ANOTHER_TIME,
    PATIENT_ALREADY_BOOKED,
    SPACING,
    OUTSIDE_HOURS,
    SITE_CLOSED,
    NO_PRESCRIBER,
    NO_MONITOR,
    SHIFT_OVERLAPS,
    START_IN_PAST,
    TOO_FAR_AHEAD,
    NO_CHAIR_FOR_ROUTE,
    COURSE_OVER,
    COURSE_PAUSED,
    COURSE_OF_ANOTHER_PATIENT,
    APPOINTMENT_OVER,
    PATIENT_PRESENT,
    APPOINTMENT_ELSEWHEN,
    OFFER_OVER,
    NOT_YET_STARTED,
    NO_SERIES,
    NO_WINDOW,
    NOTHING_PLANNED,
    COUNT_REQUIRED,
    INTERVAL_NOT_ALLOWED;

    /** As it is on the wire: in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether another time or another chair may do: it is then told which. */
    public boolean mayBeFreeElsewhere() {
        return this == SLOT_TAKEN || this == NO_MONITOR || this == NO_PRESCRIBER;
    }
}
