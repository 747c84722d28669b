package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One appointment as its events left it. */
public record Booking(
        UUID id,
        @Nullable UUID courseId,
        UUID siteId,
        String zone,
        Kind kind,
        UUID chairId,
        Instant start,
        Instant end,
        Duration turnover,
        State state) {
    /** Only BOOKED and CONFIRMED keep a chair. */
    public enum State {
        BOOKED,
        CONFIRMED,
        CANCELLED,
        NO_SHOW;

        public boolean active() {
            return this == BOOKED || this == CONFIRMED;
        }
    }

    static Booking of(AppointmentBooked booked) {
        return new Booking(
                booked.appointmentId(),
                booked.courseId(),
                booked.siteId(),
                booked.zone(),
                Kind.valueOf(booked.kind()),
                booked.chairId(),
                booked.start(),
                booked.end(),
                Duration.ofMinutes(booked.turnoverMinutes() == null ? 0 : booked.turnoverMinutes()),
                State.BOOKED);
    }

    Booking moved(AppointmentMoved moved) {
        return new Booking(
                id, courseId, siteId, zone, kind, moved.chairId(), moved.start(), moved.end(), turnover, State.BOOKED);
    }

    Booking in(State next) {
        return new Booking(id, courseId, siteId, zone, kind, chairId, start, end, turnover, next);
    }

    /** How long it keeps its chair, wherever it is moved. */
    Stay stay() {
        return new Stay(Duration.between(start, end), turnover);
    }

    /** When the patient has left; the turnover is the chair's alone. */
    Instant leaves() {
        return end.minus(turnover);
    }

    boolean treats() {
        return kind == Kind.TREATMENT;
    }
}
