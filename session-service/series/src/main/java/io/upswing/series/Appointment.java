package io.upswing.series;

import java.time.LocalDate;
import java.util.UUID;

/** A treatment appointment of the course, on its local date at the site. Cancelled and moved ones are left out. */
public record Appointment(UUID id, LocalDate on, Status status) {
    /** BOOKED also when confirmed or arrived. */
    public enum Status {
        BOOKED,
        NO_SHOW
    }
}
