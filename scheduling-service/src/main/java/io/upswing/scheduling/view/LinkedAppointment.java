package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.Booking;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment as its patient is shown it. {@code route}: of a treatment; null for a talk. */
public record LinkedAppointment(
        String clinic,
        UUID appointmentId,
        UUID patientId,
        @Nullable UUID courseId,
        LinkedPlace place,
        Instant start,
        Booking.State state,
        @Nullable BigDecimal doseMg,
        @Nullable String route) {

    LinkedAppointment by(@Nullable String way) {
        return new LinkedAppointment(clinic, appointmentId, patientId, courseId, place, start, state, doseMg, way);
    }

    /** Its date at the site. */
    public LocalDate date() {
        return start.atZone(place.zone()).toLocalDate();
    }

    /** Whether something can still become of it. */
    public boolean isAhead(Instant now) {
        return state.active() && now.isBefore(start);
    }

    /** Where patients come to. */
    public record LinkedPlace(UUID siteId, String name, ZoneId zone) {}
}
