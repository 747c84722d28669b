package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.session.command.Charts;
import io.upswing.session.domain.FormStep;
import io.upswing.session.domain.SessionCommand.RecordRemsForm;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.view.RemsFormChart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The monitoring form of a session under REMS: filled from the record, and what is done with it. */
@Path("/sessions/{sessionId}")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class RemsFormResource {
    private final Charts charts;
    private final Recording recording;
    private final Caller caller;

    RemsFormResource(Charts charts, Recording recording, Caller caller) {
        this.charts = charts;
        this.recording = recording;
        this.caller = caller;
    }

    @GET
    @Path("/rems-form")
    public RemsFormChart form(UUID sessionId) {
        return charts.courseOfSession(caller.clinic(), sessionId).remsForm(sessionId);
    }

    /** To be printed: what is not in this service is left to be filled in by hand. */
    @GET
    @Path("/rems-form.pdf")
    @Produces("application/pdf")
    public byte[] print(UUID sessionId) {
        return RemsFormPdf.of(form(sessionId));
    }

    record NewStep(
            @NotNull FormStep state,
            @Nullable Instant at,
            @Size(max = 50) @Nullable List<@NotNull @Valid Explanation> explained) {}

    /** Why a field of the form stays empty. */
    record Explanation(
            @NotNull @Name String field, @NotNull @Prose String reason) {}

    @POST
    @Path("/rems-form")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> record(UUID sessionId, @Valid NewStep body) {
        return recording.record(
                new RecordRemsForm(sessionId, body.state(), explained(body.explained()), recording.at(body.at())));
    }

    private static List<MissingField> explained(@Nullable List<Explanation> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(field -> new MissingField(field.field(), field.reason()))
                        .toList();
    }
}
