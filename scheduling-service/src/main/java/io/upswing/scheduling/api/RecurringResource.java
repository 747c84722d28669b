package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.Recurrence;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Consultations and follow-ups that recur: booked together, or none of them. */
@Path("/appointments/recurring")
@RunOnVirtualThread
class RecurringResource {
    record NewVisits(
            @NotNull UUID patientId,
            @Nullable UUID courseId,
            @NotNull UUID siteId,
            @NotNull Kind kind,
            @NotNull Instant start,
            @NotNull @Min(1) @Max(366) Integer everyDays,
            @NotNull @Min(1) @Max(60) Integer count,
            @Min(5) @Max(240) @Nullable Integer minutes) {}

    record Visits(List<Placed> appointments) {
        static Visits of(SchedulingEvent event) {
            if (event instanceof OfSeveral series) {
                return new Visits(series.parts().stream().map(Placed::of).toList());
            }
            throw new IllegalStateException("Books no series: " + event);
        }
    }

    private final AppointmentBook book;
    private final CourseArrivals arrivals;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    RecurringResource(
            AppointmentBook book, CourseArrivals arrivals, Commands commands, Caller caller, Answers answers) {
        this.book = book;
        this.arrivals = arrivals;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Visits> book(@Valid @NotNull NewVisits wish) {
        Wishes.requireGrid(wish.start());
        if (wish.kind() == Kind.TREATMENT) {
            throw new BadInput("kind", "treatments are booked as the series of their course");
        }
        if (wish.courseId() != null) {
            arrivals.await(caller.clinic(), wish.courseId());
        }
        var request = commands.request();
        var recurrence = new Recurrence(first(request.eventId(), wish), wish.everyDays(), wish.count());
        var place = new AppointmentBook.Place(wish.siteId(), wish.courseId());
        return answers.ofEvent(book.handle(request, recurrence, place), Visits::of);
    }

    private static Book first(UUID id, NewVisits wish) {
        return new Book(
                id,
                wish.patientId(),
                wish.courseId(),
                wish.kind(),
                wish.start(),
                null,
                null,
                wish.minutes(),
                null,
                null,
                null);
    }
}
