package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.session.domain.DoseKind;
import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.domain.SessionCommand.RecordFollowUp;
import io.upswing.session.domain.SessionCommand.StopDose;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What happens in a session, and the day after. */
@Path("/sessions/{sessionId}")
@RunOnVirtualThread
@RolesAllowed(Roles.NURSE)
public class SessionRecordsResource {
    private final Recording recording;

    SessionRecordsResource(Recording recording) {
        this.recording = recording;
    }

    record NewDose(
            @Nullable Instant at,
            @NotNull DoseKind kind,
            @NotNull @Milligrams BigDecimal mg,
            @Name @Nullable String lot,
            @Positive @Max(10) @Nullable Integer device,
            @Nullable Boolean greenDots) {}

    @POST
    @Path("/doses")
    public RestResponse<Entry> dose(UUID sessionId, @Valid NewDose body) {
        return recording.record(new GiveDose(
                sessionId,
                body.kind(),
                body.mg(),
                body.lot(),
                body.device(),
                body.greenDots(),
                recording.at(body.at())));
    }

    record NewStop(
            @Nullable Instant at,
            @NotNull @Milligrams BigDecimal givenMg,
            @Milligrams @Nullable BigDecimal wastedMg,
            @Name @Nullable String witness,
            @Nullable Boolean counted) {}

    /** The dose was ended early and is given in part. */
    @POST
    @Path("/dose-stops")
    public RestResponse<Entry> stop(UUID sessionId, @Valid NewStop body) {
        return recording.record(new StopDose(
                sessionId, body.givenMg(), body.wastedMg(), body.witness(), body.counted(), recording.at(body.at())));
    }

    record NewDischarge(
            @Nullable Instant at,
            @NotNull @Name String by,
            @NotNull Boolean escort) {}

    @POST
    @Path("/discharge")
    public RestResponse<Entry> discharge(UUID sessionId, @Valid NewDischarge body) {
        return recording.record(new Discharge(sessionId, body.by(), body.escort(), recording.at(body.at())));
    }

    record NewAbort(@Nullable Instant at, @NotNull @Prose String reason) {}

    @POST
    @Path("/abort")
    public RestResponse<Entry> abort(UUID sessionId, @Valid NewAbort body) {
        return recording.record(new AbortSession(sessionId, body.reason(), recording.at(body.at())));
    }

    record NewFollowUp(
            @Nullable Instant at,
            @NotNull @Name String by,
            @NotNull @Name String outcome,
            @Prose @Nullable String note) {}

    @POST
    @Path("/follow-ups")
    public RestResponse<Entry> followUp(UUID sessionId, @Valid NewFollowUp body) {
        return recording.record(
                new RecordFollowUp(sessionId, body.by(), body.outcome(), body.note(), recording.at(body.at())));
    }
}
