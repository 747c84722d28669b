package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.StateRecord;
import io.upswing.eventlog.View;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** All that is folded from our own log. */
@Singleton
public class SchedulingViews implements View<SchedulingEvent> {
    private final Sql sql;
    private final PatientFold patients;
    private final SiteFold sites;
    private final HoldFold holds;
    private final AppointmentFold appointments;
    private final Taken taken;
    private final WaitlistFold waitlist;
    private final Courses courses;
    private final DueFold due;
    private final InstantSource clock;

    SchedulingViews(
            Sql sql,
            PatientFold patients,
            SiteFold sites,
            HoldFold holds,
            AppointmentFold appointments,
            Taken taken,
            WaitlistFold waitlist,
            Courses courses,
            DueFold due,
            InstantSource clock) {
        this.sql = sql;
        this.patients = patients;
        this.sites = sites;
        this.holds = holds;
        this.appointments = appointments;
        this.taken = taken;
        this.waitlist = waitlist;
        this.courses = courses;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void apply(List<Recorded<SchedulingEvent>> events) {
        var erased = patients.apply(events);
        sites.apply(events);
        var held = holds.apply(events);
        taken.free(held.ended());
        var concerned = new HashSet<>(appointments.apply(events));
        taken.take(held.begun());
        waitlist.apply(events);
        concerned.addAll(courses.idsOfPatients(erased));
        courses.markStale(concerned);
    }

    @Override
    public void applyStates(List<StateRecord> states) {
        var byTopic = states.stream().collect(Collectors.groupingBy(StateRecord::topic));
        patients.applyStates(byTopic.getOrDefault(PatientFold.TOPIC, List.of()));
        due.remember(byTopic.getOrDefault(DueFold.TOPIC, List.of()));
    }

    /**
     * Courses, visits and what is known of patients come back with session-events, which are read again from their start; until
     * then there are none. The table of courses is taken first, as a derivation that is still running does: it reads the
     * others only then.
     */
    @Override
    public void startRebuild() {
        sql.update("truncate course, patient, erased_patient, site, chair, shift, closure, appointment, hold, vacancy,"
                + " waitlist_entry, offer, patient_facts, visit, calendar, published_due, due_item");
        taken.startRebuild();
    }

    @Override
    public void finishRebuild() {
        patients.removeErased();
        taken.finishRebuild(clock.instant());
    }
}
