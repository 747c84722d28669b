package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What a batch of session events does to the rows: always the facts, and what is due when that is soon done. */
@Singleton
public class SessionEvents {
    /** More courses than this at once is a replay: they are derived when it is over, once each. */
    private static final int SOON_DONE = 200;

    private final KnownPatientFold patients;
    private final CourseFold courses;
    private final VisitFold visits;
    private final DueFold due;

    SessionEvents(KnownPatientFold patients, CourseFold courses, VisitFold visits, DueFold due) {
        this.patients = patients;
        this.courses = courses;
        this.visits = visits;
        this.due = due;
    }

    /** {@code live}: what comes is new, not a replay of what has been. */
    public void apply(List<Recorded<SessionEvent>> events, boolean live, Instant now) {
        var changed = courses.apply(events, patients.apply(events));
        visits.apply(events);
        if (live && changed.size() <= SOON_DONE) {
            due.derive(List.copyOf(changed), now);
        }
    }
}
