package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.view.AppointmentView;
import io.upswing.scheduling.view.Appointments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The calendar: booking, and what becomes of an appointment. While its patient is here it is not moved, called off or missed:
 * 409 patient-present; once its session was given: 409 appointment-over.
 */
@Path("/appointments")
@RunOnVirtualThread
class AppointmentResource {
    record NewPlace(
            @NotNull Instant start,
            @Nullable UUID chairId,
            @Valid @Nullable SpacingOverruled override) {}

    record Cancellation(
            @NotNull AppointmentCommand.By by,
            @NotBlank @Size(max = 1000) String reason) {}

    private final AppointmentBook book;
    private final Appointments appointments;
    private final Wishes wishes;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    AppointmentResource(
            AppointmentBook book,
            Appointments appointments,
            Wishes wishes,
            Commands commands,
            Caller caller,
            Answers answers) {
        this.book = book;
        this.appointments = appointments;
        this.wishes = wishes;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Placed> book(@Valid NewAppointment wish) {
        var request = commands.request();
        var command = wishes.book(request.eventId(), wish);
        return answers.ofEvent(book.handle(request, command, wish.place()), Placed::of);
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<AppointmentView> list(
            @QueryParam("siteId") @Nullable UUID siteId,
            @QueryParam("patientId") @Nullable UUID patientId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        var filter = new Appointments.Filter(siteId, patientId, from, to);
        var found = appointments.list(caller.clinic(), filter, paging.page(), paging.size());
        return new Page<>(found.some(), found.total());
    }

    @GET
    @Path("/{appointmentId}")
    @RolesAllowed(Roles.READER)
    public AppointmentView get(UUID appointmentId) {
        return appointments
                .get(caller.clinic(), appointmentId)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_APPOINTMENT));
    }

    @POST
    @Path("/{appointmentId}/move")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Placed> move(UUID appointmentId, @Valid NewPlace place) {
        Wishes.requireGrid(place.start());
        var patientId = get(appointmentId).patientId();
        var command = new BookingCommand.Move(
                appointmentId, patientId, place.start(), place.chairId(), null, wishes.overruled(place.override()));
        return answers.of(
                book.handle(commands.request(), command),
                recorded -> Placed.of(recorded.event()),
                history -> Placed.asItStands(appointmentId, history));
    }

    @POST
    @Path("/{appointmentId}/confirm")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Became> confirm(UUID appointmentId) {
        return handle(new AppointmentCommand.Confirm(appointmentId));
    }

    @POST
    @Path("/{appointmentId}/cancel")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Became> cancel(UUID appointmentId, @Valid Cancellation cancellation) {
        return handle(new AppointmentCommand.Cancel(
                appointmentId, cancellation.by(), cancellation.reason().strip()));
    }

    @POST
    @Path("/{appointmentId}/no-show")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Became> noShow(UUID appointmentId) {
        return handle(new AppointmentCommand.ReportNoShow(appointmentId));
    }

    private RestResponse<Became> handle(AppointmentCommand command) {
        var patientId = get(command.appointmentId()).patientId();
        var became = Became.by(command);
        return answers.of(book.handle(commands.request(), patientId, command), recorded -> became, history -> became);
    }
}
