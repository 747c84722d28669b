package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.session.command.Protocols;
import io.upswing.session.domain.SessionCommand.Prescribe;
import io.upswing.session.domain.Setting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Begins a course of treatment. */
@Path("/patients/{patientId}/courses")
@RunOnVirtualThread
@RolesAllowed(Roles.PRESCRIBER)
public class PrescribingResource {
    private final Recording recording;
    private final Protocols protocols;
    private final Caller caller;

    PrescribingResource(Recording recording, Protocols protocols, Caller caller) {
        this.recording = recording;
        this.protocols = protocols;
        this.caller = caller;
    }

    record NewCourse(
            @NotNull @Name String protocolId,
            @Name @Nullable String pattern,
            @NotNull UUID siteId,
            @Nullable UUID continues,
            @Nullable LocalDate prescribedOn,
            @NotNull @Name String prescriberId,
            @NotNull @Name String indication,
            @Valid @Nullable DoseBody dose,
            @Nullable Setting setting,
            @Nullable Instant at) {}

    @POST
    public RestResponse<Prescribed> prescribe(UUID patientId, @Valid NewCourse body) {
        var protocol = protocols
                .of(caller.clinic())
                .newest(body.protocolId())
                .orElseThrow(() -> new BadInput("protocolId", "is not among the protocols of the clinic"));
        var setting = body.setting() == null ? Setting.OUTPATIENT : body.setting();
        var command = new Prescribe(
                patientId,
                body.siteId(),
                protocol,
                body.pattern(),
                body.prescribedOn(),
                body.prescriberId(),
                body.indication(),
                body.dose() == null ? null : body.dose().dose("dose"),
                setting,
                body.continues(),
                recording.at(body.at()));
        return recording.prescribe(command);
    }
}
