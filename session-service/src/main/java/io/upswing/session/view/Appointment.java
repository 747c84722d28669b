package io.upswing.session.view;

import java.util.UUID;

/** An appointment as far as this service needs it: that it was booked, and for whom. */
public record Appointment(UUID appointmentId, String clinic, UUID patientId) {}
