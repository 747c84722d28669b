package io.upswing.session.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.upswing.session.view.ListedSession;
import io.upswing.session.view.RunningSession;
import io.upswing.session.view.Sessions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the room again and again, whichever replica writes. A look costs one query; a chart is only read when
 * something was recorded in it since the look before. What becomes late by the clock alone is seen too.
 */
public final class RoomWatch {
    private final Charts charts;
    private final Sessions sessions;
    private final InstantSource clock;
    private final String clinic;
    private final @Nullable UUID siteId;
    private Map<UUID, Seen> seen = Map.of();

    private record Seen(long version, CourseReading reading) {}

    RoomWatch(Charts charts, Sessions sessions, InstantSource clock, String clinic, @Nullable UUID siteId) {
        this.charts = charts;
        this.sessions = sessions;
        this.clock = clock;
        this.clinic = clinic;
        this.siteId = siteId;
    }

    /** The sessions that run now; no connection is held between two looks. */
    public List<ListedSession> look() {
        var running = QuarkusTransaction.requiringNew().call(() -> sessions.running(clinic, siteId));
        var readings = new LinkedHashMap<UUID, Seen>();
        running.forEach(session -> readings.put(session.sessionId(), read(session)));
        seen = readings;
        var now = clock.instant();
        return readings.entrySet().stream()
                .map(each -> each.getValue().reading().at(now).listed(each.getKey()))
                .toList();
    }

    private Seen read(RunningSession session) {
        var known = seen.get(session.sessionId());
        return known != null && known.version() == session.version()
                ? known
                : new Seen(session.version(), charts.course(clinic, session.courseId()));
    }
}
