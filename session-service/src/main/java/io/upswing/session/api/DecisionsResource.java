package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.series.BenefitFact.Outcome;
import io.upswing.series.LapseFact;
import io.upswing.session.domain.SessionCommand.CloseCourse;
import io.upswing.session.domain.SessionCommand.DecideBenefit;
import io.upswing.session.domain.SessionCommand.DecideInterval;
import io.upswing.session.domain.SessionCommand.DecideLapse;
import io.upswing.session.domain.SessionCommand.PauseCourse;
import io.upswing.session.domain.SessionCommand.ResumeCourse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a prescriber decides about a course. */
@Path("/courses/{courseId}")
@RunOnVirtualThread
@RolesAllowed(Roles.PRESCRIBER)
public class DecisionsResource {
    private final Recording recording;

    DecisionsResource(Recording recording) {
        this.recording = recording;
    }

    record NewBenefitDecision(
            @NotNull Outcome outcome,
            @NotNull LocalDate on,
            @NotNull @Name String decidedBy,
            @Positive @Max(3_660) @Nullable Integer intervalDays,
            @Nullable LocalDate reviewOn,
            @Prose @Nullable String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/benefit-decisions")
    public RestResponse<Entry> benefit(UUID courseId, @Valid NewBenefitDecision body) {
        return recording.record(new DecideBenefit(
                courseId,
                body.outcome(),
                body.on(),
                body.decidedBy(),
                body.intervalDays(),
                body.reviewOn(),
                body.reason(),
                recording.at(body.at())));
    }

    record NewInterval(
            @NotNull @Positive @Max(3_660) Integer days,
            @NotNull LocalDate from,
            @NotNull @Name String decidedBy,
            @Prose @Nullable String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/intervals")
    public RestResponse<Entry> interval(UUID courseId, @Valid NewInterval body) {
        return recording.record(new DecideInterval(
                courseId, body.days(), body.from(), body.decidedBy(), body.reason(), recording.at(body.at())));
    }

    record NewLapseDecision(
            LapseFact.@NotNull Outcome outcome,
            @NotNull LocalDate on,
            @NotNull @Name String decidedBy,
            @NotNull @Prose String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/lapse-decisions")
    public RestResponse<Entry> lapse(UUID courseId, @Valid NewLapseDecision body) {
        return recording.record(new DecideLapse(
                courseId, body.outcome(), body.on(), body.decidedBy(), body.reason(), recording.at(body.at())));
    }

    record NewPause(
            @NotNull LocalDate from,
            @NotNull @Prose String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/pauses")
    public RestResponse<Entry> pause(UUID courseId, @Valid NewPause body) {
        return recording.record(new PauseCourse(courseId, body.from(), body.reason(), recording.at(body.at())));
    }

    record NewResumption(@NotNull LocalDate on, @Nullable Instant at) {}

    @POST
    @Path("/resumptions")
    public RestResponse<Entry> resume(UUID courseId, @Valid NewResumption body) {
        return recording.record(new ResumeCourse(courseId, body.on(), recording.at(body.at())));
    }

    record NewClosure(
            @NotNull LocalDate on,
            @NotNull @Prose String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/closure")
    public RestResponse<Entry> close(UUID courseId, @Valid NewClosure body) {
        return recording.record(new CloseCourse(courseId, body.on(), body.reason(), recording.at(body.at())));
    }
}
