package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** What a batch of session events does to the rows: the facts. What is due then waits to be derived from them. */
@Singleton
public class SessionEvents {
    private final KnownPatientFold patients;
    private final CourseFold courses;
    private final VisitFold visits;

    SessionEvents(KnownPatientFold patients, CourseFold courses, VisitFold visits) {
        this.patients = patients;
        this.courses = courses;
        this.visits = visits;
    }

    public void apply(List<Recorded<SessionEvent>> events) {
        courses.apply(events, patients.apply(events));
        visits.apply(events);
    }
}
