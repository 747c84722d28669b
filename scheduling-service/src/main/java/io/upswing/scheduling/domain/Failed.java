package io.upswing.scheduling.domain;

import java.time.LocalDate;

/** A date on which a series could not go on. {@code why}: the refusal that a single booking would meet. */
public record Failed(LocalDate date, Refusal why) {}
