package io.upswing.scheduling.simulation;

import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as it was placed, or as somebody wishes it; {@code left}: when the patient has gone. */
record Entry(
        UUID id,
        UUID patient,
        UUID chair,
        boolean treatment,
        Span time,
        Instant left,
        @Nullable Span watched,
        boolean prescriber,
        boolean overbooked) {

    static Entry of(AppointmentBooked booked) {
        var watch = booked.watch();
        return new Entry(
                booked.appointmentId(),
                booked.patientId(),
                booked.chairId(),
                booked.kind().equals("TREATMENT"),
                new Span(booked.start(), booked.end()),
                booked.end().minus(minutes(booked.turnoverMinutes())),
                watch == null ? null : new Span(watch.from(), watch.to()),
                watch != null && watch.prescriber(),
                booked.overbookReason() != null);
    }

    /** As long as before, at another time. */
    Entry at(Instant start, UUID otherChair) {
        var by = Duration.between(time.from(), start);
        return new Entry(
                id,
                patient,
                otherChair,
                treatment,
                shifted(time, by),
                left.plus(by),
                watched == null ? null : shifted(watched, by),
                prescriber,
                false);
    }

    Entry moved(AppointmentMoved moved) {
        return at(moved.start(), moved.chairId());
    }

    private static Span shifted(Span span, Duration by) {
        return new Span(span.from().plus(by), span.to().plus(by));
    }

    private static Duration minutes(@Nullable Integer minutes) {
        return Duration.ofMinutes(minutes == null ? 0 : minutes);
    }
}
