package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Attendance;
import io.upswing.scheduling.domain.Attendance.Wanted;
import io.upswing.scheduling.domain.Booking;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.domain.Stage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who came for which appointment. Plain SQL, because decisions read it after they have waited for others. */
@Singleton
public class Visits {
    private final Sql sql;

    Visits(Sql sql) {
        this.sql = sql;
    }

    /** How far who came for an appointment has got, if anybody did, and for others of its course on that day. */
    public Map<UUID, Stage> stages(UUID appointmentId) {
        var ofThatDay = sql.query("""
                select a.* from appointment a join appointment asked using (course_id, site_id, on_date)
                where asked.appointment_id = ? order by a.start_at, a.appointment_id
                """, AppointmentState::read, appointmentId);
        return ofThatDay.isEmpty()
                ? Map.of()
                : stages(ofThatDay, ofThatDay.getFirst().on());
    }

    /** The same of the appointments of a patient of which one may be today. */
    public Map<UUID, Stage> stagesAround(Instant now, UUID patientId) {
        var near = sql.query(
                """
                select * from appointment where patient_id = ? and start_at > ? and start_at < ?
                order by start_at, appointment_id
                """, AppointmentState::read, patientId, now.minus(Span.LONGEST_DAY), now.plus(Span.LONGEST_DAY));
        var stages = new HashMap<UUID, Stage>();
        near.stream()
                .collect(Collectors.groupingBy(AppointmentState::on))
                .forEach((date, rows) -> stages.putAll(stages(rows, date)));
        return stages;
    }

    private Map<UUID, Stage> stages(List<AppointmentState> appointments, LocalDate date) {
        return of(appointments, date).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().attendance().stage()));
    }

    /** By the appointments of a date, in the order of their starts, for which they were. */
    Map<UUID, VisitState> of(List<AppointmentState> appointments, LocalDate date) {
        var wanted = appointments.stream().flatMap(row -> wanted(row).stream()).toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var rows = sql
                .query(
                        """
                        select * from visit where course_id = any(?) and (on_date = ? or appointment_id = any(?))
                        order by arrived_at, session_id
                        """,
                        VisitState::read,
                        Column.of("uuid", wanted, Wanted::courseId),
                        date,
                        Column.of("uuid", wanted, Wanted::appointmentId))
                .stream()
                .collect(Collectors.toMap(
                        VisitState::sessionId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var matched = Attendance.matched(
                wanted, rows.values().stream().map(VisitState::attendance).toList());
        return matched.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry ->
                                Objects.requireNonNull(rows.get(entry.getValue().sessionId()))));
    }

    private static List<Wanted> wanted(AppointmentState row) {
        var courseId = row.courseId();
        return courseId != null && row.treats() && row.state() != Booking.State.CANCELLED
                ? List.of(new Wanted(
                        row.id(), courseId, row.placedAt(), row.state().active()))
                : List.of();
    }
}
