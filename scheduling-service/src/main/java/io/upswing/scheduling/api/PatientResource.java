package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.Registry;
import io.upswing.scheduling.domain.PatientCommand;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.view.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The registry: who the patients are and how they may be reached. */
@Path("/patients")
@RunOnVirtualThread
class PatientResource {
    /** The patient that a command was about. */
    record Concerned(UUID patientId) {}

    /** A patient as shown. */
    record Patient(
            UUID patientId,
            String givenName,
            String familyName,
            LocalDate birthDate,
            String timeZone,
            @Nullable String language,
            @Nullable String email,
            @Nullable String phone,
            List<PatientRecord.Consent> consents,
            @Nullable String preferredChannel,
            PatientRecord.@Nullable Representative representative) {
        static Patient of(PatientRecord record) {
            return new Patient(
                    record.patientId(),
                    record.givenName(),
                    record.familyName(),
                    record.birthDate(),
                    record.timeZone(),
                    record.language(),
                    record.email(),
                    record.phone(),
                    record.consents(),
                    record.preferredChannel(),
                    record.representative());
        }
    }

    private final Registry registry;
    private final Patients patients;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;
    private final InstantSource clock;

    PatientResource(
            Registry registry,
            Patients patients,
            Commands commands,
            Caller caller,
            Answers answers,
            InstantSource clock) {
        this.registry = registry;
        this.patients = patients;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Concerned> register(@Valid NewPatient patient) {
        requireBorn(patient.birthDate(), patient.timeZone());
        requireSaid(patient.consents(), patient.representative());
        var request = commands.request();
        var patientId = request.eventId();
        var command = new PatientCommand.Register(patient.toRecord(patientId, request.clinic()));
        return answers.of(
                registry.handle(request, patientId, command),
                recorded -> new Concerned(patientId),
                history -> new Concerned(patientId));
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<Patient> search(@QueryParam("query") @DefaultValue("") String query, @BeanParam @Valid Paging paging) {
        var found = patients.search(caller.clinic(), query, paging.page(), paging.size());
        return new Page<>(found.some().stream().map(Patient::of).toList(), found.total());
    }

    @GET
    @Path("/{patientId}")
    @RolesAllowed(Roles.READER)
    public Patient get(UUID patientId) {
        return patients.get(caller.clinic(), patientId)
                .map(Patient::of)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_PATIENT));
    }

    @PATCH
    @Path("/{patientId}")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Concerned> change(UUID patientId, @Valid PatientPatch patch) {
        patch.requireNothingEssentialEmptied();
        if (patch.birthDate != null) {
            requireBorn(patch.birthDate, "UTC");
        }
        requireSaid(patch.consents, patch.representative);
        return handle(patientId, new PatientCommand.Change(patientId, patch::applyTo));
    }

    @DELETE
    @Path("/{patientId}")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Concerned> erase(UUID patientId) {
        return handle(patientId, new PatientCommand.Erase(patientId));
    }

    private RestResponse<Concerned> handle(UUID patientId, PatientCommand command) {
        return answers.of(
                registry.handle(commands.request(), patientId, command),
                recorded -> new Concerned(patientId),
                history -> new Concerned(patientId));
    }

    private void requireSaid(@Nullable List<Consent> consents, @Nullable Representative representative) {
        var now = clock.instant();
        if (consents != null) {
            Consent.requireSaid("consents", consents, now);
        }
        if (representative != null && representative.consents() != null) {
            Consent.requireSaid("representative.consents", representative.consents(), now);
        }
    }

    private void requireBorn(LocalDate birthDate, String zone) {
        if (birthDate.isAfter(clock.instant().atZone(ZoneId.of(zone)).toLocalDate())) {
            throw new BadInput("birthDate", "must not be in the future");
        }
    }
}
