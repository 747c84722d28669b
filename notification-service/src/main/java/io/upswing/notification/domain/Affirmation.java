package io.upswing.notification.domain;

import java.time.Instant;
import java.util.UUID;

/** A patient's yes to an appointment at its time. */
public record Affirmation(UUID replyId, UUID patientId, UUID appointmentId, Instant start) {}
