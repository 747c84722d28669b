package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.session.domain.SessionCommand.GiveOverride;
import io.upswing.session.domain.SessionCommand.LeaveAgainstAdvice;
import io.upswing.session.domain.SessionCommand.RecordAdverseEvent;
import io.upswing.session.domain.SessionCommand.RecordAssessment;
import io.upswing.session.domain.SessionCommand.RecordChecklist;
import io.upswing.session.domain.SessionCommand.RecordVitals;
import io.upswing.session.events.SessionEvent.Concomitant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is asked, read and seen of a patient in the chair. */
@Path("/sessions/{sessionId}")
@RunOnVirtualThread
@RolesAllowed(Roles.NURSE)
public class BedsideResource {
    private final Recording recording;

    BedsideResource(Recording recording) {
        this.recording = recording;
    }

    record Drugs(
            @Nullable Boolean benzodiazepines,
            @Nullable Boolean stimulants,
            @Nullable Boolean maois,
            @Nullable Boolean opioids) {
        Concomitant concomitant() {
            return new Concomitant(benzodiazepines, stimulants, maois, opioids);
        }
    }

    record NewChecklist(
            @Nullable Instant at,
            @Nullable Instant lastFoodAt,
            @Nullable Instant lastLiquidAt,
            @Nullable Instant nasalProductAt,
            @NotNull Boolean rideConfirmed,
            @NotNull @Valid Drugs concomitant,

            @DecimalMin("20") @DecimalMax("400") @Digits(integer = 3, fraction = 2) @Nullable
            BigDecimal weightKg,

            @Name @Nullable String pregnancy) {}

    @POST
    @Path("/checklist")
    public RestResponse<Entry> checklist(UUID sessionId, @Valid NewChecklist body) {
        return recording.record(new RecordChecklist(
                sessionId,
                body.lastFoodAt(),
                body.lastLiquidAt(),
                body.nasalProductAt(),
                body.rideConfirmed(),
                body.concomitant().concomitant(),
                body.weightKg(),
                body.pregnancy(),
                recording.at(body.at())));
    }

    record NewVitals(
            @Nullable Instant at,
            @NotNull @Min(40) @Max(300) Integer systolic,
            @NotNull @Min(20) @Max(200) Integer diastolic,
            @Min(20) @Max(300) @Nullable Integer heartRate,
            @Min(0) @Max(100) @Nullable Integer spo2,
            @Min(0) @Max(100) @Nullable Integer respiratoryRate) {}

    @POST
    @Path("/vitals")
    public RestResponse<Entry> vitals(UUID sessionId, @Valid NewVitals body) {
        return recording.record(new RecordVitals(
                sessionId,
                body.systolic(),
                body.diastolic(),
                body.heartRate(),
                body.spo2(),
                body.respiratoryRate(),
                recording.at(body.at())));
    }

    record NewAssessment(
            @Nullable Instant at,
            @Min(0) @Max(5) @Nullable Integer moaas,
            @Min(0) @Max(92) @Nullable Integer cadss,
            @Nullable Boolean respiratoryDepression) {}

    @POST
    @Path("/assessments")
    public RestResponse<Entry> assessment(UUID sessionId, @Valid NewAssessment body) {
        return recording.record(new RecordAssessment(
                sessionId, body.moaas(), body.cadss(), body.respiratoryDepression(), recording.at(body.at())));
    }

    record NewAdverseEvent(
            @Nullable Instant at,
            @NotNull @Name String kind,
            @NotNull Boolean serious,
            @Prose @Nullable String description) {}

    @POST
    @Path("/adverse-events")
    public RestResponse<Entry> adverseEvent(UUID sessionId, @Valid NewAdverseEvent body) {
        return recording.record(new RecordAdverseEvent(
                sessionId, body.kind(), body.serious(), body.description(), recording.at(body.at())));
    }

    record NewOverride(
            @Nullable Instant at,
            @NotNull @Name String rule,
            @NotNull @Prose String reason,
            @NotNull @Name String by) {}

    /** A prescriber takes what may be overridden, or a prompt, on themselves. */
    @POST
    @Path("/overrides")
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Entry> override(UUID sessionId, @Valid NewOverride body) {
        return recording.record(
                new GiveOverride(sessionId, body.rule(), body.reason(), body.by(), recording.at(body.at())));
    }

    record NewLeaving(@Nullable Instant at) {}

    @POST
    @Path("/left-against-advice")
    public RestResponse<Entry> leftAgainstAdvice(UUID sessionId, @Valid NewLeaving body) {
        return recording.record(new LeaveAgainstAdvice(sessionId, recording.at(body.at())));
    }
}
