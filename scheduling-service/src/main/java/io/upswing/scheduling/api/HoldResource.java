package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.view.Holds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Times that are kept for a short while for somebody who decides. */
@Path("/holds")
@RunOnVirtualThread
@RolesAllowed(Roles.FRONT_DESK)
class HoldResource {
    /** What is kept, and until when nobody else gets it. */
    record Held(UUID holdId, Instant expiresAt, Instant start, Instant end, UUID chairId) {
        static Held of(SchedulingEvent event) {
            return switch (event) {
                case SlotHeld held ->
                    new Held(held.holdId(), held.expiresAt(), held.start(), held.end(), held.chairId());
                case HoldReleased _,
                        OfAppointment _,
                        OfSeveral _,
                        OfWaitlist _,
                        OfSite _,
                        PatientRegistered _,
                        PatientChanged _,
                        PatientErased _ -> throw new IllegalStateException("Holds nothing: " + event);
            };
        }
    }

    record GivenBack(UUID holdId) {}

    private final AppointmentBook book;
    private final Holds holds;
    private final Wishes wishes;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    HoldResource(AppointmentBook book, Holds holds, Wishes wishes, Commands commands, Caller caller, Answers answers) {
        this.book = book;
        this.holds = holds;
        this.wishes = wishes;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    public RestResponse<Held> hold(@Valid NewAppointment wish) {
        requirePlain(wish);
        var request = commands.request();
        var command = wishes.book(request.eventId(), wish);
        return answers.ofEvent(book.hold(request, command, wish.place()), Held::of);
    }

    /** Giving back twice, or what has expired or was booked, is fine: it keeps nobody out. */
    @DELETE
    @Path("/{holdId}")
    public RestResponse<GivenBack> giveBack(UUID holdId) {
        var patientId =
                holds.patientOf(caller.clinic(), holdId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_HOLD));
        return answers.of(
                book.giveBack(commands.request(), patientId, holdId),
                recorded -> new GivenBack(holdId),
                history -> new GivenBack(holdId));
    }

    private static void requirePlain(NewAppointment wish) {
        if (wish.overbook() != null) {
            throw new BadInput("overbook", "only what is free is held; what is put beside others is booked at once");
        }
        if (wish.holdId() != null) {
            throw new BadInput("holdId", "a hold is not made of another");
        }
    }
}
