package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.notification.command.Resolutions;
import io.upswing.notification.domain.Worklist;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import io.upswing.notification.view.WorklistRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a person must do, because the machine could not or must not. */
@Path("/worklist")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class WorklistResource {
    private final WorklistRows worklist;
    private final Resolutions resolutions;
    private final Commands commands;
    private final Answers answers;
    private final Caller caller;
    private final InstantSource clock;

    WorklistResource(
            WorklistRows worklist,
            Resolutions resolutions,
            Commands commands,
            Answers answers,
            Caller caller,
            InstantSource clock) {
        this.worklist = worklist;
        this.resolutions = resolutions;
        this.commands = commands;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    record Item(UUID id, UUID patientId, Worklist.Kind kind, ReminderAnswer reminder) {
        static Item of(WorklistRows.Item item) {
            var reminder = item.reminder();
            return new Item(reminder.id(), reminder.patientId(), item.kind(), ReminderAnswer.of(reminder));
        }
    }

    /** {@code by}: who saw to it; {@code outcome}: what came of it. Names of patients do not belong in either. */
    record NewResolution(
            @NotBlank @Size(max = 200) String by,
            @NotBlank @Size(max = 200) String outcome) {}

    record Resolved(UUID id, UUID patientId, String kind, String by, String outcome) {
        static Resolved of(NotificationEvent event) {
            var resolved = (WorklistResolved) event;
            return new Resolved(
                    resolved.itemId(), resolved.patientId(), resolved.kind(), resolved.by(), resolved.outcome());
        }
    }

    @GET
    @Transactional
    public Page<Item> list(@QueryParam("kind") Worklist.@Nullable Kind kind, @BeanParam @Valid Paging paging) {
        var found = worklist.page(caller.clinic(), kind, clock.instant(), paging.page(), paging.size());
        return new Page<>(found.items().stream().map(Item::of).toList(), found.total());
    }

    @POST
    @Path("/{id}/resolution")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Resolved> resolve(@PathParam("id") UUID id, @NotNull @Valid NewResolution resolution) {
        var patient = worklist.patientOf(caller.clinic(), id)
                .orElseThrow(() -> new NotFoundException("There is no such item."));
        var outcome = resolutions.resolve(commands.request(), patient, id, resolution.by(), resolution.outcome());
        return answers.ofEvent(outcome, Resolved::of);
    }
}
