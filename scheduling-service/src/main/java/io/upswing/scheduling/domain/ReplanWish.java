package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A wish to fit what is left of a series into its windows again, of which {@code id} makes the ids of what is new. */
public record ReplanWish(UUID id, UUID courseId, LocalDate from, Preference preference) {}
