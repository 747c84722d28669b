package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.session.command.Charts;
import io.upswing.session.domain.Instrument;
import io.upswing.session.domain.SessionCommand.RecordMeasure;
import io.upswing.session.view.MeasureEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a patient is, by the scales. */
@Path("/patients/{patientId}/measures")
@RunOnVirtualThread
public class MeasuresResource {
    private final Charts charts;
    private final Recording recording;
    private final Caller caller;

    MeasuresResource(Charts charts, Recording recording, Caller caller) {
        this.charts = charts;
        this.recording = recording;
        this.caller = caller;
    }

    /** Item by item, or the total alone. */
    record NewMeasure(
            @NotNull Instrument instrument,
            @Size(max = 50) @Nullable List<@NotNull Integer> answers,
            @Nullable Integer score,
            @NotNull LocalDate on,
            @Nullable UUID courseId,
            @Nullable Instant at) {}

    @POST
    @RolesAllowed(Roles.NURSE)
    public RestResponse<MeasureEntry> record(UUID patientId, @Valid NewMeasure body) {
        return recording.measure(new RecordMeasure(
                patientId,
                body.courseId(),
                body.instrument(),
                body.answers(),
                body.score(),
                body.on(),
                recording.at(body.at())));
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<MeasureEntry> list(UUID patientId, @BeanParam @Valid Paging paging) {
        return paging.of(charts.measures(caller.clinic(), patientId).stream()
                .map(MeasureEntry::of)
                .toList());
    }
}
