package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.view.Patients;
import io.upswing.scheduling.view.Standings;
import io.upswing.series.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where all courses of a patient stand. */
@Path("/patients/{patientId}/series")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
class PatientSeriesResource {
    private final Standings standings;
    private final Patients patients;
    private final Caller caller;
    private final InstantSource clock;

    PatientSeriesResource(Standings standings, Patients patients, Caller caller, InstantSource clock) {
        this.standings = standings;
        this.patients = patients;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Page<Standing> ofPatient(
            UUID patientId, @QueryParam("asOf") @Nullable LocalDate asOf, @BeanParam @Valid Paging paging) {
        var all = standings.ofPatient(caller.clinic(), patientId, asOf, clock.instant());
        if (all.isEmpty() && patients.get(caller.clinic(), patientId).isEmpty()) {
            throw Refusals.notFound(Refusal.NO_SUCH_PATIENT);
        }
        return paging.of(all);
    }
}
