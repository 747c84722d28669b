package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wish for a chair and a time. Without {@code chairId} the first chair that is free will do. */
public sealed interface BookingCommand {
    /** At least 400 days ahead can be booked; two years is where a slip of the hand is likelier. */
    Duration HORIZON = Duration.ofDays(731);

    UUID appointmentId();

    UUID patientId();

    Instant start();

    @Nullable
    UUID chairId();

    /** The hold or the offer that keeps the time; null where none does. */
    @Nullable
    UUID holdId();

    /** What gives way to it: where the appointment is now, and what keeps the time for it. */
    default Set<UUID> inPlaceOf() {
        return Stream.concat(Stream.of(appointmentId()), Stream.ofNullable(holdId()))
                .collect(Collectors.toSet());
    }

    /** A prescriber's word that the date may stand closer to the other sessions than the rules say. */
    @Nullable
    SpacingOverride override();

    /** TREATMENT belongs to a course, the others need not. */
    enum Kind {
        TREATMENT,
        CONSULTATION,
        FOLLOW_UP
    }

    /**
     * {@code minutes}: how long it takes, null for a treatment and for what takes as long as usual; {@code overbookReason}:
     * why it is to stand even where no chair or no monitor has room for it.
     */
    record Book(
            UUID appointmentId,
            UUID patientId,
            @Nullable UUID courseId,
            Kind kind,
            Instant start,
            @Nullable UUID chairId,
            @Nullable BigDecimal doseMg,
            @Nullable Integer minutes,
            @Nullable String overbookReason,
            @Nullable UUID holdId,
            @Nullable SpacingOverride override)
            implements BookingCommand {}

    /** At the same site, for as long as before. */
    record Move(
            UUID appointmentId,
            UUID patientId,
            Instant start,
            @Nullable UUID chairId,
            @Nullable UUID holdId,
            @Nullable SpacingOverride override)
            implements BookingCommand {}
}
