package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.scheduling.api.ICalendar.Event;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.view.Appointments;
import io.upswing.scheduling.view.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** An appointment for the patient's own calendar: when and where, and not what for. */
@Path("/appointments/{appointmentId}.ics")
@RunOnVirtualThread
class AppointmentFileResource {
    private static final String TITLE = "Appointment";

    private final AppointmentBook book;
    private final Appointments appointments;
    private final Sites sites;
    private final Caller caller;
    private final InstantSource clock;

    AppointmentFileResource(
            AppointmentBook book, Appointments appointments, Sites sites, Caller caller, InstantSource clock) {
        this.book = book;
        this.appointments = appointments;
        this.sites = sites;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Produces(ICalendar.MEDIA_TYPE)
    public RestResponse<String> file(UUID appointmentId) {
        var clinic = caller.clinic();
        var booking = appointments
                .get(clinic, appointmentId)
                .map(appointment -> book.standing(clinic, appointment.patientId(), appointmentId))
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_APPOINTMENT));
        var site = sites.get(clinic, booking.siteId()).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SITE));
        var event = new Event(appointmentId.toString(), booking.start(), booking.leaves(), TITLE, site.name());
        return RestResponse.ResponseBuilder.ok(ICalendar.of(TITLE, List.of(event), clock.instant()))
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .build();
    }
}
