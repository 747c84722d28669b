package io.upswing.scheduling.domain;

import java.util.UUID;

/** What can be asked of an appointment that stands. */
public sealed interface AppointmentCommand {
    UUID appointmentId();

    record Confirm(UUID appointmentId) implements AppointmentCommand {}

    /** Who calls it off. */
    enum By {
        PATIENT,
        CLINIC
    }

    record Cancel(UUID appointmentId, By by, String reason) implements AppointmentCommand {}

    record ReportNoShow(UUID appointmentId) implements AppointmentCommand {}
}
