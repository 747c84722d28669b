package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.session.command.Charts;
import io.upswing.session.command.Protocols;
import io.upswing.session.domain.SessionCommand.ChangeVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Moves a course to another version of its protocol. */
@Path("/courses/{courseId}/protocol-version")
@RunOnVirtualThread
@RolesAllowed(Roles.PRESCRIBER)
public class ProtocolVersionResource {
    private final Charts charts;
    private final Protocols protocols;
    private final Recording recording;
    private final Caller caller;

    ProtocolVersionResource(Charts charts, Protocols protocols, Recording recording, Caller caller) {
        this.charts = charts;
        this.protocols = protocols;
        this.recording = recording;
        this.caller = caller;
    }

    record NewVersion(
            @NotNull @Positive Integer version,
            @NotNull @Name String decidedBy,
            @Nullable LocalDate on,
            @Nullable Instant at) {}

    @POST
    public RestResponse<Entry> change(UUID courseId, @Valid NewVersion body) {
        var protocolId = charts.course(caller.clinic(), courseId).protocolId();
        var protocol = protocols
                .of(caller.clinic())
                .version(protocolId, body.version())
                .orElseThrow(() -> new BadInput("version", "is no version of " + protocolId));
        return recording.record(
                new ChangeVersion(courseId, protocol, body.on(), body.decidedBy(), recording.at(body.at())));
    }
}
