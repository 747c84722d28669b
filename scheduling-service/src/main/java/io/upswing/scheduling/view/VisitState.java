package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Attendance;
import io.upswing.scheduling.domain.Stage;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit's row, as the events of its session leave it one after the other. */
record VisitState(
        UUID sessionId,
        String clinic,
        UUID patientId,
        UUID courseId,
        UUID siteId,
        @Nullable UUID appointmentId,
        LocalDate on,
        @Nullable Instant arrivedAt,
        @Nullable Instant firstDoseAt,
        @Nullable Instant lastDoseAt,
        boolean dosed,
        @Nullable Instant leftAt,
        boolean aborted) {

    static VisitState of(CheckedIn in, String clinic, UUID patientId) {
        return new VisitState(
                in.sessionId(),
                clinic,
                patientId,
                in.courseId(),
                in.siteId(),
                in.appointmentId(),
                in.treatmentDate(),
                in.at(),
                null,
                null,
                false,
                null,
                false);
    }

    static VisitState of(AdministrationRecorded recorded, String clinic, UUID patientId) {
        return new VisitState(
                recorded.sessionId(),
                clinic,
                patientId,
                recorded.courseId(),
                recorded.siteId(),
                null,
                recorded.treatmentDate(),
                null,
                null,
                null,
                true,
                null,
                false);
    }

    /** {@code last}: nothing more of the dose is to come. */
    VisitState dosed(Instant at, boolean last) {
        var first = firstDoseAt == null || at.isBefore(firstDoseAt) ? at : firstDoseAt;
        var latest = lastDoseAt == null || at.isAfter(lastDoseAt) ? at : lastDoseAt;
        return with(appointmentId, on, first, latest, dosed || last, leftAt, aborted);
    }

    VisitState left(Instant at) {
        return with(appointmentId, on, firstDoseAt, lastDoseAt, dosed, at, aborted);
    }

    VisitState aborted(Instant at) {
        return with(appointmentId, on, firstDoseAt, lastDoseAt, dosed, at, true);
    }

    /** What took place on another day was not the appointment that it was checked in for. */
    VisitState on(LocalDate date) {
        return with(date.equals(on) ? appointmentId : null, date, firstDoseAt, lastDoseAt, dosed, leftAt, aborted);
    }

    private VisitState with(
            @Nullable UUID appointment,
            LocalDate date,
            @Nullable Instant first,
            @Nullable Instant last,
            boolean complete,
            @Nullable Instant left,
            boolean sentHome) {
        return new VisitState(
                sessionId,
                clinic,
                patientId,
                courseId,
                siteId,
                appointment,
                date,
                arrivedAt,
                first,
                last,
                complete,
                left,
                sentHome);
    }

    Attendance attendance() {
        return new Attendance(sessionId, courseId, appointmentId, stage());
    }

    private Stage stage() {
        if (arrivedAt == null) {
            return new Stage.Entered();
        }
        if (leftAt != null) {
            return new Stage.Left(arrivedAt, leftAt, firstDoseAt != null);
        }
        if (firstDoseAt == null || lastDoseAt == null) {
            return new Stage.Arrived(arrivedAt);
        }
        return dosed
                ? new Stage.Observed(arrivedAt, lastDoseAt)
                : new Stage.InTreatment(arrivedAt, firstDoseAt, lastDoseAt);
    }

    static VisitState read(ResultSet row) throws SQLException {
        return new VisitState(
                Sql.uuid(row, "session_id"),
                row.getString("clinic"),
                Sql.uuid(row, "patient_id"),
                Sql.uuid(row, "course_id"),
                Sql.uuid(row, "site_id"),
                row.getObject("appointment_id", UUID.class),
                row.getObject("on_date", LocalDate.class),
                Sql.instantOrNull(row, "arrived_at"),
                Sql.instantOrNull(row, "first_dose_at"),
                Sql.instantOrNull(row, "last_dose_at"),
                row.getBoolean("dosed"),
                Sql.instantOrNull(row, "left_at"),
                row.getBoolean("aborted"));
    }
}
