package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.session.command.Charts;
import io.upswing.session.command.TreatmentRoom;
import io.upswing.session.view.ListedSession;
import io.upswing.session.view.SessionChart;
import io.upswing.session.view.SessionState;
import io.upswing.session.view.Sessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The sessions of a clinic. */
@Path("/sessions")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class SessionsResource {
    private final Sessions sessions;
    private final Charts charts;
    private final TreatmentRoom room;
    private final Caller caller;

    SessionsResource(Sessions sessions, Charts charts, TreatmentRoom room, Caller caller) {
        this.sessions = sessions;
        this.charts = charts;
        this.room = room;
        this.caller = caller;
    }

    @GET
    public Page<ListedSession> list(
            @RestQuery @Nullable UUID siteId,
            @RestQuery @Nullable SessionState state,
            @BeanParam @Valid Paging paging) {
        var found = sessions.list(caller.clinic(), siteId, state, paging.page(), paging.size());
        return new Page<>(room.listed(caller.clinic(), found.some()), found.total());
    }

    @GET
    @Path("/{sessionId}")
    public SessionChart session(UUID sessionId) {
        return charts.courseOfSession(caller.clinic(), sessionId).session(sessionId);
    }
}
