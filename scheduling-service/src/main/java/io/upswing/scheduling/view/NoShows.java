package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Treatments at which nobody arrived. */
@Singleton
public class NoShows {
    /** What is older was left standing by somebody for a reason, or by a stop of this service that people knew of. */
    private static final Duration LOOKS_BACK = Duration.ofDays(2);

    /** An appointment of a clinic's patient. */
    public record Missed(UUID appointmentId, UUID patientId, String clinic) {}

    private final Sql sql;

    NoShows(Sql sql) {
        this.sql = sql;
    }

    /**
     * Of which the start that the patient knows is {@code grace} ago, and no session of the course is known of that day that
     * had not ended before the appointment got its time: the earliest first, and some at once. Of whose sessions something
     * is parked, it is not known whether they came.
     */
    public List<Missed> missed(Instant now, Duration grace) {
        var begun = now.minus(grace);
        return sql.query(
                """
                select appointment_id, patient_id, clinic from appointment a
                where kind = 'TREATMENT' and state in ('BOOKED', 'CONFIRMED') and start_at > ? and start_at <= ?
                    and coalesce(expected_start, start_at) <= ?
                    and not exists (
                        select 1 from visit v where v.course_id = a.course_id
                            and coalesce(v.left_at, 'infinity') > a.placed_at
                            and (v.on_date = a.on_date or v.appointment_id = a.appointment_id))
                    and not exists (select 1 from follow_stream f
                        where f.topic = 'session-events' and f.stream = a.patient_id and f.parked is not null)
                    and not exists (select 1 from erased_patient e where e.patient_id = a.patient_id)
                order by start_at, appointment_id limit 500
                """,
                row -> new Missed(
                        Sql.uuid(row, "appointment_id"), Sql.uuid(row, "patient_id"), row.getString("clinic")),
                now.minus(LOOKS_BACK),
                begun,
                begun);
    }
}
