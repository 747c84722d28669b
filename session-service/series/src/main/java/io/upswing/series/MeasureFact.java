package io.upswing.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One score of a patient. {@code courseId}: the course in whose history it is listed; {@code safety}: opens a safety task. */
public record MeasureFact(
        String instrument,
        @Nullable Integer score,
        LocalDate on,
        Instant at,
        boolean safety,
        @Nullable UUID courseId,
        UUID event) {}
