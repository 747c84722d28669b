package io.upswing.session.command;

import io.upswing.session.view.ListedSession;
import io.upswing.session.view.SessionEntry;
import io.upswing.session.view.SessionState;
import io.upswing.session.view.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes on in a clinic now, by the charts of those who are there. */
@ApplicationScoped
public class TreatmentRoom {
    private final Charts charts;
    private final Sessions sessions;
    private final InstantSource clock;

    TreatmentRoom(Charts charts, Sessions sessions, InstantSource clock) {
        this.charts = charts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The sessions of the clinic that were found; of those that run, where they are. */
    public List<ListedSession> listed(String clinic, List<SessionEntry> found) {
        return found.stream().map(entry -> listed(clinic, entry)).toList();
    }

    private ListedSession listed(String clinic, SessionEntry entry) {
        return entry.state() == SessionState.IN_PROGRESS
                ? charts.course(clinic, entry.courseId()).listed(entry.sessionId())
                : ListedSession.over(entry);
    }

    /** For a display that stays on; {@code siteId} null: all sites of the clinic. */
    public RoomWatch watch(String clinic, @Nullable UUID siteId) {
        return new RoomWatch(charts, sessions, clock, clinic, siteId);
    }
}
