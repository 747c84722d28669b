package io.upswing.session.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.View;
import io.upswing.session.events.SessionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The views that are folded from this service's own log, and what happens to all views when they are made again. */
@ApplicationScoped
public class SessionViews implements View<SessionEvent> {
    private final Courses courses;
    private final Sessions sessions;
    private final ClinicProtocols protocols;
    private final SafetyTasks safetyTasks;
    private final Sites sites;
    private final Patients patients;
    private final Appointments appointments;

    SessionViews(
            Courses courses,
            Sessions sessions,
            ClinicProtocols protocols,
            SafetyTasks safetyTasks,
            Sites sites,
            Patients patients,
            Appointments appointments) {
        this.courses = courses;
        this.sessions = sessions;
        this.protocols = protocols;
        this.safetyTasks = safetyTasks;
        this.sites = sites;
        this.patients = patients;
        this.appointments = appointments;
    }

    @Override
    public void apply(List<Recorded<SessionEvent>> events) {
        var fold = SessionViewFold.over(courses, sessions, protocols, safetyTasks, events);
        events.forEach(fold::apply);
        sessions.flush();
        sessions.getEntityManager().clear(); // written: a rebuild must not carry every batch along
    }

    @Override
    public void startRebuild() {
        sessions.getEntityManager().clear();
        sessions.deleteAll();
        courses.deleteAll();
        protocols.deleteAll();
        safetyTasks.deleteAll();
        sites.deleteAll();
        patients.deleteAll();
        appointments.deleteAll();
    }

    /** No constraint spans streams here. */
    @Override
    public void finishRebuild() {}
}
