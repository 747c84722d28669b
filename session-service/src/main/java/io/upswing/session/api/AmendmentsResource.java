package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.session.domain.SessionCommand.CorrectSession;
import io.upswing.session.domain.SessionCommand.JudgePartDose;
import io.upswing.session.domain.SessionCommand.VoidSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sets a session right that was recorded wrongly, and counts a part dose. */
@Path("/sessions/{sessionId}")
@RunOnVirtualThread
@RolesAllowed(Roles.NURSE)
public class AmendmentsResource {
    private final Recording recording;

    AmendmentsResource(Recording recording) {
        this.recording = recording;
    }

    record NewCorrection(
            @Nullable LocalDate on,
            @Milligrams @Nullable BigDecimal doseMg,
            @Nullable Boolean complete,
            @Nullable Boolean counted,
            @Name @Nullable String lot,
            @NotNull @Prose String reason,
            @Nullable Instant at) {}

    /** Replaces the fields that are named. */
    @POST
    @Path("/corrections")
    public RestResponse<Entry> correct(UUID sessionId, @Valid NewCorrection body) {
        return recording.record(new CorrectSession(
                sessionId,
                body.on(),
                body.doseMg(),
                body.complete(),
                body.counted(),
                body.lot(),
                body.reason(),
                recording.at(body.at())));
    }

    @POST
    @Path("/void")
    public RestResponse<Entry> takeBack(UUID sessionId, @Valid Reason body) {
        return recording.record(new VoidSession(sessionId, body.reason(), recording.at(body.at())));
    }

    record NewJudgement(
            @NotNull Boolean counted,
            @NotNull @Name String decidedBy,
            @NotNull @Prose String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/count-decisions")
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Entry> judge(UUID sessionId, @Valid NewJudgement body) {
        return recording.record(
                new JudgePartDose(sessionId, body.counted(), body.decidedBy(), body.reason(), recording.at(body.at())));
    }
}
