package io.upswing.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.LogStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a 202 points to: whether what was recorded has reached the log. */
@Path("/records/{eventId}")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class RecordsResource {
    private final Instance<EventLog<?>> logs;
    private final Caller caller;
    private final Answers answers;

    RecordsResource(Instance<EventLog<?>> logs, Caller caller, Answers answers) {
        this.logs = logs;
        this.caller = caller;
        this.answers = answers;
    }

    record State(UUID eventId, boolean logged, @Nullable String logPosition) {}

    @GET
    public State state(UUID eventId) {
        return logs.get()
                .find(caller.clinic(), eventId)
                .map(this::state)
                .orElseThrow(() -> new NotFoundException("There is no such record."));
    }

    private State state(LogStore.Row row) {
        return new State(row.record().id(), row.logged(), row.logged() ? answers.position(row.record()) : null);
    }
}
