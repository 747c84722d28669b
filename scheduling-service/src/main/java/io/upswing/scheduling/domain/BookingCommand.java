package io.upswing.scheduling.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish for a chair and a time. Without {@code chairId} the first chair that is free will do. */
public sealed interface BookingCommand {
    UUID appointmentId();

    UUID patientId();

    Instant start();

    @Nullable
    UUID chairId();

    /** TREATMENT belongs to a course, CONSULTATION need not. */
    enum Kind {
        TREATMENT,
        CONSULTATION
    }

    record Book(
            UUID appointmentId,
            UUID patientId,
            @Nullable UUID courseId,
            Kind kind,
            Instant start,
            @Nullable UUID chairId,
            @Nullable BigDecimal doseMg)
            implements BookingCommand {}

    /** At the same site, for as long as before. */
    record Move(
            UUID appointmentId,
            UUID patientId,
            Instant start,
            @Nullable UUID chairId) implements BookingCommand {}
}
