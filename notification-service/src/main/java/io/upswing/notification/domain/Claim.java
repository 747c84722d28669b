package io.upswing.notification.domain;

import java.time.Instant;
import java.util.UUID;

/** A reminder that this replica has taken on for a while: the right to try to start the attempt, and to nothing else. */
public record Claim(UUID reminderId, UUID patientId, String clinic, int attempt, Instant dueAt) {}
