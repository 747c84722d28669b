package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Booking.State;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
        @Nullable String overbookReason,
        @Nullable Watch watch,
        @Nullable Instant expectedStart,
        @Nullable String cancelledBy,
        @Nullable String cancelReason,
        Instant placedAt)
        implements Taking {

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
                booked.overbookReason(),
                booked.watch(),
                null,
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
                watch == null ? null : watchFrom(moved.start(), watch),
                null,
                null,
                null,
                at);
    }

    private Watch watchFrom(Instant newStart, Watch before) {
        var by = Duration.between(start, newStart);
        return new Watch(before.from().plus(by), before.to().plus(by), before.prescriber());
    }

    /** A treatment before it takes longer; it keeps its time in the calendar. */
    AppointmentState delayed(Instant until) {
        return with(state, until, cancelledBy, cancelReason);
    }

    /** Whether it takes the same chair for the same time as before. */
    boolean keepsAsMuchAs(@Nullable AppointmentState before) {
        return before != null
                && state.active() == before.state.active()
                && overbooked == before.overbooked
                && chairId.equals(before.chairId)
                && start.equals(before.start)
                && end.equals(before.end);
    }

    /** Whether the patient was still expected at that time. */
    boolean awaits(UUID patient, Instant at) {
        return patientId.equals(patient) && state.active() && !start.isBefore(at);
    }

    AppointmentState in(State next) {
        return ended(next, null, null);
    }

    AppointmentState ended(State next, @Nullable String by, @Nullable String reason) {
        return with(next, expectedStart, by, reason);
    }

    private AppointmentState with(
            State next, @Nullable Instant expected, @Nullable String by, @Nullable String reason) {
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
                overbookReason,
                watch,
                expected,
                by,
                reason,
                placedAt);
    }

    /** It stands until it is called off. */
    @Override
    public @Nullable Instant expiresAt() {
        return null;
    }

    boolean treats() {
        return kind.equals(Kind.TREATMENT.name());
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
                row.getString("overbook_reason"),
                watch(row),
                Sql.instantOrNull(row, "expected_start"),
                row.getString("cancelled_by"),
                row.getString("cancel_reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Watch watch(ResultSet row) throws SQLException {
        var from = Sql.instantOrNull(row, "watched_from");
        return from == null ? null : new Watch(from, Sql.instant(row, "watched_to"), row.getBoolean("prescriber"));
    }
}
