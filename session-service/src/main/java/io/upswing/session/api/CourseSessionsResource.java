package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.session.domain.SessionCommand.CheckIn;
import io.upswing.session.domain.SessionCommand.RecordAdministration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Begins a session of a course, or enters one after the fact. */
@Path("/courses/{courseId}")
@RunOnVirtualThread
@RolesAllowed(Roles.NURSE)
public class CourseSessionsResource {
    private final Recording recording;

    CourseSessionsResource(Recording recording) {
        this.recording = recording;
    }

    record NewAdministration(
            @NotNull LocalDate on,
            @NotNull @Milligrams BigDecimal doseMg,
            @NotNull Boolean complete,
            @Nullable Boolean counted,
            @Name @Nullable String lot,
            @PositiveOrZero @Max(2_880) @Nullable Integer observationMinutes,
            @Prose @Nullable String note,
            @Nullable Instant at) {}

    /** A session entered after the fact in one record. */
    @POST
    @Path("/administrations")
    public RestResponse<Begun> enter(UUID courseId, @Valid NewAdministration body) {
        return recording.begin(new RecordAdministration(
                courseId,
                body.on(),
                body.doseMg(),
                body.complete(),
                body.counted(),
                body.lot(),
                body.observationMinutes(),
                body.note(),
                recording.at(body.at())));
    }

    record NewCheckIn(
            @Nullable UUID appointmentId,
            @Milligrams @Nullable BigDecimal doseMg,
            @Nullable Instant at) {}

    @POST
    @Path("/sessions")
    public RestResponse<Begun> checkIn(UUID courseId, @Valid NewCheckIn body) {
        return recording.begin(new CheckIn(courseId, body.appointmentId(), body.doseMg(), recording.at(body.at())));
    }
}
