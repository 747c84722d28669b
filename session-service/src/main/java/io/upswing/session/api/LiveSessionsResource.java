package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.session.command.TreatmentRoom;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The room as it is now, for a display on the wall: the whole room at once, and again whenever it has changed. */
@Path("/sessions/live")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class LiveSessionsResource {
    private final TreatmentRoom room;
    private final Caller caller;
    private final LiveConfig config;

    LiveSessionsResource(TreatmentRoom room, Caller caller, LiveConfig config) {
        this.room = room;
        this.caller = caller;
        this.config = config;
    }

    /** Each event is a page of the sessions that run, as in the list of sessions: the 200 newest at most. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void live(
            @RestQuery @Nullable UUID siteId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response) {
        var watch = room.watch(caller.clinic(), siteId);
        var now = watch.look(); // before anything is sent, so that what goes wrong is answered as everywhere
        response.putHeader("X-Accel-Buffering", "no"); // or a proxy keeps what is small to itself
        try (var display = new Display(sink, sse, config.quiet())) {
            while (display.show(now) && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(config.every().toNanos());
                now = watch.look();
            }
        }
    }
}
