package io.upswing.session.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Roles;
import io.upswing.session.domain.Eligibility;
import io.upswing.session.domain.Enrolment;
import io.upswing.session.domain.SessionCommand.DecideEligibility;
import io.upswing.session.domain.SessionCommand.OrderDose;
import io.upswing.session.domain.SessionCommand.RecordConcurrentTreatment;
import io.upswing.session.domain.SessionCommand.RecordContraindication;
import io.upswing.session.domain.SessionCommand.RecordRemsEnrolment;
import io.upswing.session.domain.SessionCommand.SignConsent;
import io.upswing.session.events.SessionEvent.DrugTrial;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What must be on file before a dose. */
@Path("/courses/{courseId}")
@RunOnVirtualThread
public class PapersResource {
    private final Recording recording;

    PapersResource(Recording recording) {
        this.recording = recording;
    }

    record NewOrder(
            @Milligrams @Nullable BigDecimal mg,
            @Milligrams @Nullable BigDecimal mgPerKg,
            @NotNull LocalDate from,
            @NotNull @Name String orderedBy,
            @Nullable Instant at) {}

    @POST
    @Path("/dose-orders")
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Entry> order(UUID courseId, @Valid NewOrder body) {
        var dose = new DoseBody(body.mg(), body.mgPerKg()).dose("mg");
        return recording.record(new OrderDose(courseId, dose, body.from(), body.orderedBy(), recording.at(body.at())));
    }

    record NewConsent(
            @NotNull LocalDate signedOn,
            @NotNull @Name String document,
            @Nullable Instant at) {}

    @POST
    @Path("/consents")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> consent(UUID courseId, @Valid NewConsent body) {
        return recording.record(new SignConsent(courseId, body.signedOn(), body.document(), recording.at(body.at())));
    }

    record NewTrial(
            @NotNull @Name String drug,
            @JsonProperty("class") @NotNull @Name String drugClass,
            @NotNull @PositiveOrZero @Max(5_000) Integer weeks,
            @NotNull Boolean adequate) {}

    record NewEligibility(
            @NotNull @Size(max = 50) List<@NotNull @Valid NewTrial> trials,
            @NotNull @Name String decidedBy,
            @NotNull Eligibility decision,
            @Prose @Nullable String reason,
            @Nullable Instant at) {}

    @POST
    @Path("/eligibility")
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Entry> eligibility(UUID courseId, @Valid NewEligibility body) {
        var trials = body.trials().stream()
                .map(trial -> new DrugTrial(trial.drug(), trial.drugClass(), trial.weeks(), trial.adequate()))
                .toList();
        return recording.record(new DecideEligibility(
                courseId, body.decision(), body.decidedBy(), trials, body.reason(), recording.at(body.at())));
    }

    record NewContraindication(
            @NotNull
            @Pattern(regexp = "[a-z0-9]++(-[a-z0-9]++)*+", message = "must be a code such as av-malformation")
            @Size(max = 60)
            String code,

            @NotNull Boolean present,
            @NotNull LocalDate on,
            @Nullable Instant at) {}

    @POST
    @Path("/contraindications")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> contraindication(UUID courseId, @Valid NewContraindication body) {
        return recording.record(
                new RecordContraindication(courseId, body.code(), body.present(), body.on(), recording.at(body.at())));
    }

    record NewTreatment(
            @NotNull Boolean oralAntidepressant,
            @NotNull LocalDate on,
            @Nullable Instant at) {}

    @POST
    @Path("/concurrent-treatments")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> treatment(UUID courseId, @Valid NewTreatment body) {
        return recording.record(
                new RecordConcurrentTreatment(courseId, body.oralAntidepressant(), body.on(), recording.at(body.at())));
    }

    record NewEnrolment(
            @NotNull Enrolment state,
            @NotNull LocalDate on,
            @Nullable Instant at) {}

    @POST
    @Path("/rems-enrolment")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> enrolment(UUID courseId, @Valid NewEnrolment body) {
        return recording.record(new RecordRemsEnrolment(courseId, body.state(), body.on(), recording.at(body.at())));
    }
}
