package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.Stay.Watching;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One appointment as its events left it; {@code overruled}: a prescriber took its date on themselves;
 * {@code expectedStart}: what its patient was told when another ran into it.
 */
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
        @Nullable Watching watch,
        @Nullable BigDecimal doseMg,
        boolean overruled,
        @Nullable Instant expectedStart,
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
                watching(booked.watch(), booked.start()),
                booked.doseMg(),
                booked.override() != null,
                null,
                State.BOOKED);
    }

    private static @Nullable Watching watching(@Nullable Watch watch, Instant start) {
        return watch == null
                ? null
                : new Watching(
                        Duration.between(start, watch.from()), Duration.between(start, watch.to()), watch.prescriber());
    }

    Booking moved(AppointmentMoved moved) {
        return new Booking(
                id,
                courseId,
                siteId,
                zone,
                kind,
                moved.chairId(),
                moved.start(),
                moved.end(),
                turnover,
                watch,
                doseMg,
                moved.override() != null,
                null,
                State.BOOKED);
    }

    Booking in(State next) {
        return with(expectedStart, next);
    }

    Booking delayed(Instant until) {
        return with(until, state);
    }

    private Booking with(@Nullable Instant expected, State next) {
        return new Booking(
                id, courseId, siteId, zone, kind, chairId, start, end, turnover, watch, doseMg, overruled, expected,
                next);
    }

    /** When the patient thinks it starts. */
    Instant knownStart() {
        return expectedStart == null ? start : expectedStart;
    }

    /** How long it keeps its chair, wherever it is moved. */
    Stay stay() {
        return new Stay(Duration.between(start, end), turnover, watch);
    }

    /** When the patient has left; the turnover is the chair's alone. */
    public Instant leaves() {
        return end.minus(turnover);
    }

    /** Whether the patient could not stay from a start on, being here meanwhile. */
    boolean keepsFrom(Instant other, Stay stay) {
        return start.isBefore(stay.leaves(other)) && other.isBefore(leaves());
    }

    boolean treats() {
        return kind == Kind.TREATMENT;
    }

    boolean treats(UUID course) {
        return treats() && course.equals(courseId);
    }

    /** The local date at its site. */
    public LocalDate date() {
        return start.atZone(ZoneId.of(zone)).toLocalDate();
    }

    /** A move leaves it at its site, for as long as before. */
    boolean canMoveTo(Site site, Stay other) {
        return siteId.equals(site.id()) && stay().equals(other);
    }
}
