package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Booking;
import io.upswing.scheduling.view.LinkedAppointment.LinkedPlace;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What patients' links are about. A link says whose it is, so the clinic follows; who was erased has none any more. */
@Singleton
public class Linked {
    private final Sql sql;
    private final Courses courses;

    Linked(Sql sql, Courses courses) {
        this.sql = sql;
        this.courses = courses;
    }

    public Optional<LinkedAppointment> appointment(UUID patientId, UUID appointmentId) {
        return sql.query("""
                        select a.clinic, a.appointment_id, a.patient_id, a.course_id, a.start_at, a.state, a.dose_mg,
                            a.site_id, s.name, s.time_zone
                        from appointment a join site s using (site_id) join patient p using (patient_id)
                        where a.appointment_id = ? and a.patient_id = ?
                        """, Linked::appointment, appointmentId, patientId).stream()
                .findFirst()
                .map(appointment -> appointment.by(route(appointment)));
    }

    private @Nullable String route(LinkedAppointment appointment) {
        return appointment.courseId() == null
                ? null
                : courses.atDesk(appointment.clinic(), appointment.courseId(), appointment.date())
                        .map(course -> course.route())
                        .orElse(null);
    }

    public Optional<LinkedCourse> course(UUID patientId, UUID courseId) {
        return sql
                .query(
                        """
                        select c.clinic, c.site_id, s.name, s.time_zone
                        from course c join site s using (site_id) join patient p using (patient_id)
                        where c.course_id = ? and c.patient_id = ?
                        """,
                        row -> new LinkedCourse(row.getString("clinic"), courseId, patientId, place(row)),
                        courseId,
                        patientId)
                .stream()
                .findFirst();
    }

    /** The next session of the course that is booked. */
    public Optional<LinkedAppointment> next(LinkedCourse course, Instant now) {
        return sql
                .query("""
                        select appointment_id from appointment
                        where patient_id = ? and course_id = ? and kind = 'TREATMENT' and state in ('BOOKED', 'CONFIRMED')
                            and start_at > ?
                        order by start_at limit 1
                        """, row -> Sql.uuid(row, "appointment_id"), course.patientId(), course.courseId(), now)
                .stream()
                .findFirst()
                .flatMap(appointment -> appointment(course.patientId(), appointment));
    }

    /** Where what was offered to the patient is. */
    public Optional<LinkedOffer> offer(UUID patientId, UUID offerId) {
        return sql.query("""
                        select o.clinic, c.site_id, s.name, s.time_zone
                        from offer o join chair c using (chair_id) join site s using (site_id)
                            join patient p using (patient_id)
                        where o.offer_id = ? and o.patient_id = ?
                        """, row -> new LinkedOffer(row.getString("clinic"), place(row)), offerId, patientId).stream()
                .findFirst();
    }

    private static LinkedAppointment appointment(ResultSet row) throws SQLException {
        return new LinkedAppointment(
                row.getString("clinic"),
                Sql.uuid(row, "appointment_id"),
                Sql.uuid(row, "patient_id"),
                row.getObject("course_id", UUID.class),
                place(row),
                Sql.instant(row, "start_at"),
                Booking.State.valueOf(row.getString("state")),
                row.getBigDecimal("dose_mg"),
                null);
    }

    private static LinkedPlace place(ResultSet row) throws SQLException {
        return new LinkedPlace(Sql.uuid(row, "site_id"), row.getString("name"), ZoneId.of(row.getString("time_zone")));
    }
}
