package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.domain.Booking.State;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment's row, as its events leave it one after the other. */
record AppointmentState(
        UUID id,
        String clinic,
        UUID patientId,
        @Nullable UUID courseId,
        UUID siteId,
        UUID chairId,
        String kind,
        Instant start,
        Instant end,
        String zone,
        @Nullable BigDecimal doseMg,
        State state,
        boolean overbooked,
        @Nullable String cancelledBy,
        @Nullable String cancelReason,
        Instant placedAt) {

    static AppointmentState of(AppointmentBooked booked, Recorded<SchedulingEvent> recorded) {
        return new AppointmentState(
                booked.appointmentId(),
                recorded.clinic(),
                booked.patientId(),
                booked.courseId(),
                booked.siteId(),
                booked.chairId(),
                booked.kind(),
                booked.start(),
                booked.end(),
                booked.zone(),
                booked.doseMg(),
                State.BOOKED,
                booked.overbookReason() != null,
                null,
                null,
                recorded.record().recordedAt());
    }

    /** A move asks for a chair anew: it stands beside no other booking. */
    AppointmentState moved(AppointmentMoved moved, Instant at) {
        return new AppointmentState(
                id,
                clinic,
                patientId,
                courseId,
                siteId,
                moved.chairId(),
                kind,
                moved.start(),
                moved.end(),
                zone,
                doseMg,
                State.BOOKED,
                false,
                null,
                null,
                at);
    }

    /** Whether the patient was still expected at that time. */
    boolean awaits(UUID patient, Instant at) {
        return patientId.equals(patient) && state.active() && !start.isBefore(at);
    }

    AppointmentState in(State next) {
        return ended(next, null, null);
    }

    AppointmentState ended(State next, @Nullable String by, @Nullable String reason) {
        return new AppointmentState(
                id,
                clinic,
                patientId,
                courseId,
                siteId,
                chairId,
                kind,
                start,
                end,
                zone,
                doseMg,
                next,
                overbooked,
                by,
                reason,
                placedAt);
    }

    LocalDate on() {
        return start.atZone(ZoneId.of(zone)).toLocalDate();
    }

    static AppointmentState read(ResultSet row) throws SQLException {
        return new AppointmentState(
                row.getObject("appointment_id", UUID.class),
                row.getString("clinic"),
                row.getObject("patient_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("chair_id", UUID.class),
                row.getString("kind"),
                row.getObject("start_at", OffsetDateTime.class).toInstant(),
                row.getObject("end_at", OffsetDateTime.class).toInstant(),
                row.getString("zone"),
                row.getBigDecimal("dose_mg"),
                State.valueOf(row.getString("state")),
                row.getBoolean("overbooked"),
                row.getString("cancelled_by"),
                row.getString("cancel_reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }
}
