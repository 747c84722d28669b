package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.StateRecord;
import io.upswing.eventlog.View;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** All that is folded from our own log. */
@Singleton
public class SchedulingViews implements View<SchedulingEvent> {
    private final Sql sql;
    private final PatientFold patients;
    private final SiteFold sites;
    private final AppointmentFold appointments;
    private final Courses courses;
    private final DueFold due;
    private volatile boolean rebuilding;

    SchedulingViews(
            Sql sql, PatientFold patients, SiteFold sites, AppointmentFold appointments, Courses courses, DueFold due) {
        this.sql = sql;
        this.patients = patients;
        this.sites = sites;
        this.appointments = appointments;
        this.courses = courses;
        this.due = due;
    }

    @Override
    public void apply(List<Recorded<SchedulingEvent>> events) {
        var erased = patients.apply(events);
        sites.apply(events);
        var concerned = new HashSet<>(appointments.apply(events));
        concerned.addAll(courses.idsOfPatients(erased));
        if (!concerned.isEmpty() && !rebuilding) {
            due.derive(concerned, events.getLast().record().recordedAt());
        }
    }

    @Override
    public void applyStates(List<StateRecord> states) {
        var byTopic = states.stream().collect(Collectors.groupingBy(StateRecord::topic));
        patients.applyStates(byTopic.getOrDefault(PatientFold.TOPIC, List.of()));
        due.remember(byTopic.getOrDefault(DueFold.TOPIC, List.of()));
    }

    /**
     * Courses and what is known of patients come back with session-events, which are read again from their start; until
     * then there are none. The table of courses is taken first, as a derivation that is still running does: it reads the
     * others only then.
     */
    @Override
    public void startRebuild() {
        rebuilding = true;
        sql.update("truncate course, patient, erased_patient, site, chair, appointment, patient_facts, published_due,"
                + " due_item");
        sql.update("alter table appointment drop constraint if exists appointment_chair_free");
    }

    @Override
    public void finishRebuild() {
        patients.removeErased();
        flagCollisions();
        sql.update("""
                alter table appointment add constraint appointment_chair_free
                    exclude using gist (chair_id with =, tstzrange(start_at, end_at, '[)') with &&)
                    where (state in ('BOOKED', 'CONFIRMED') and not overbooked)
                """);
        rebuilding = false;
    }

    /** Two bookings of one chair can only be there when an answer of 202 was lost: the later one is flagged, and kept. */
    private void flagCollisions() {
        sql.update("""
                update appointment later set overbooked = true
                where later.state in ('BOOKED', 'CONFIRMED') and not later.overbooked and exists (
                    select 1 from appointment earlier
                    where earlier.chair_id = later.chair_id and earlier.state in ('BOOKED', 'CONFIRMED')
                        and not earlier.overbooked
                        and earlier.start_at < later.end_at and later.start_at < earlier.end_at
                        and (earlier.placed_at, earlier.appointment_id) < (later.placed_at, later.appointment_id))
                """);
    }
}
