package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One appointment as its events left it. */
public record Booking(
        UUID id,
        @Nullable UUID courseId,
        UUID siteId,
        String zone,
        String kind,
        UUID chairId,
        Instant start,
        Instant end,
        State state) {
    static final String TREATMENT = "TREATMENT";

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
                booked.kind(),
                booked.chairId(),
                booked.start(),
                booked.end(),
                State.BOOKED);
    }

    Booking moved(AppointmentMoved moved) {
        return new Booking(id, courseId, siteId, zone, kind, moved.chairId(), moved.start(), moved.end(), State.BOOKED);
    }

    Booking in(State next) {
        return new Booking(id, courseId, siteId, zone, kind, chairId, start, end, next);
    }

    boolean treats() {
        return kind.equals(TREATMENT);
    }
}
