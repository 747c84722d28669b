package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment that stands, and what it needs of its site. {@code watched}: when somebody watches the patient, null where
 * nobody need; {@code prescriber}: whether one must be on the site meanwhile; {@code placedAt}: when the place was given.
 */
public record KeptPlace(
        UUID appointmentId, Span time, @Nullable Span watched, boolean prescriber, Instant placedAt) {}
