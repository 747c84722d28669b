package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.Booking.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a day on its chair. {@code told}: when the patient was told that it can start at the earliest, null
 * where nobody was told another time than the booked one. {@code watched}: when a monitor is booked for it.
 */
public record Sitting(
        UUID appointmentId,
        UUID patientId,
        UUID chairId,
        boolean treats,
        State state,
        Span booked,
        @Nullable Instant told,
        @Nullable Span watched,
        @Nullable Presence presence) {

    /** Who came has a stage, and the parts of the treatment say how long it will still take. */
    public record Presence(UUID sessionId, Stage stage, Parts parts) {}

    Instant start() {
        return booked.from();
    }

    /** When the patient thinks it starts. */
    Instant knownStart() {
        return told == null ? start() : told;
    }

    /** The patient is still to come. */
    boolean awaited() {
        return presence == null && state.active();
    }

    /** Who did not come or was called off leaves the chair free. */
    boolean needsChair() {
        return presence != null || state.active();
    }

    /** Until when the calendar keeps the chair: for who was given up and came after all, not at all. */
    Instant keptUntil() {
        return state.active() || presence == null || presence.stage() instanceof Stage.Entered
                ? booked.to()
                : booked.from();
    }

    /** Who is here though they were given up. */
    boolean late() {
        return !state.active() && presence != null && presence.stage().present();
    }

    boolean tookChair() {
        return presence != null && presence.stage().tookChair();
    }

    /** When the chair is free again, if it is to be had from {@code start} on. */
    Instant freesChair(Instant start, Instant now) {
        if (presence == null) {
            return start.plus(Duration.between(booked.from(), booked.to()));
        }
        var parts = presence.parts();
        return switch (presence.stage()) {
            case Stage.Entered _ -> booked.to();
            case Stage.Left left -> left.at().plus(parts.turnover());
            case Stage.Arrived arrived -> {
                var dose = later(now, later(arrived.at(), start).plus(parts.checkIn()));
                yield parts.leaves(dose.plus(parts.dosing())).plus(parts.turnover());
            }
            case Stage.InTreatment treated -> {
                var planned = treated.firstDoseAt().plus(parts.dosing());
                yield leaving(parts, later(treated.lastDoseAt(), planned), now).plus(parts.turnover());
            }
            case Stage.Observed observed ->
                leaving(parts, observed.lastDoseAt(), now).plus(parts.turnover());
        };
    }

    /** Who is still there after that may leave at any moment. */
    private static Instant leaving(Parts parts, Instant dosed, Instant now) {
        return later(parts.leaves(dosed), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
