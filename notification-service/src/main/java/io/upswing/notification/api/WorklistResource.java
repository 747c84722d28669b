package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.notification.command.Resolutions;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Worklist;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import io.upswing.notification.view.ClinicPolicies;
import io.upswing.notification.view.Words;
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
import java.time.Instant;
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
    private final ClinicPolicies policies;
    private final Resolutions resolutions;
    private final Commands commands;
    private final Words words;
    private final Answers answers;
    private final Caller caller;
    private final InstantSource clock;

    WorklistResource(
            WorklistRows worklist,
            ClinicPolicies policies,
            Resolutions resolutions,
            Commands commands,
            Words words,
            Answers answers,
            Caller caller,
            InstantSource clock) {
        this.worklist = worklist;
        this.policies = policies;
        this.resolutions = resolutions;
        this.commands = commands;
        this.words = words;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * {@code role}: whose it is to see to, after too long the manager's; {@code reminder}: what it is about; null for what
     * a patient answered, whose words are {@code text}. {@code since}: how old it is;
     * {@code claimedBy}: who sees to it; null: nobody yet.
     */
    record Item(
            UUID id,
            UUID patientId,
            Worklist.Kind kind,
            Audience role,
            Instant since,
            @Nullable ReminderAnswer reminder,
            @Nullable String text,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt) {
        static Item of(WorklistRows.Item item, @Nullable String text, Instant now) {
            var reminder = item.reminder();
            return new Item(
                    item.id(),
                    item.patientId(),
                    item.kind(),
                    role(item, now),
                    item.since(),
                    reminder == null ? null : ReminderAnswer.of(reminder),
                    text,
                    item.claimedBy(),
                    item.claimedAt());
        }

        private static Audience role(WorklistRows.Item item, Instant now) {
            var claimed = item.claimedAt();
            return Worklist.role(item.kind(), item.reminder(), claimed == null ? item.since() : claimed, now);
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
        var now = clock.instant();
        var found =
                worklist.page(caller.clinic(), kind, policies.of(caller.clinic()), now, paging.page(), paging.size());
        return new Page<>(
                found.items().stream()
                        .map(item -> Item.of(item, text(item), now))
                        .toList(),
                found.total());
    }

    /** What a patient wrote; null for reminders, and once it was erased. */
    private @Nullable String text(WorklistRows.Item item) {
        return item.reminder() == null ? words.of(item.patientId(), item.id()).orElse(null) : null;
    }

    /** {@code by}: who sees to it from now on. */
    record NewClaim(@NotBlank @Size(max = 200) String by) {}

    record Claimed(UUID id, UUID patientId, String kind, String by) {
        static Claimed of(NotificationEvent event) {
            var claimed = (WorklistClaimed) event;
            return new Claimed(claimed.itemId(), claimed.patientId(), claimed.kind(), claimed.by());
        }
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Claimed> claim(@PathParam("id") UUID id, @NotNull @Valid NewClaim claim) {
        var outcome = resolutions.claim(commands.request(), patientOf(id), id, claim.by());
        return answers.ofEvent(outcome, Claimed::of);
    }

    @POST
    @Path("/{id}/resolution")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Resolved> resolve(@PathParam("id") UUID id, @NotNull @Valid NewResolution resolution) {
        var outcome = resolutions.resolve(commands.request(), patientOf(id), id, resolution.by(), resolution.outcome());
        return answers.ofEvent(outcome, Resolved::of);
    }

    private UUID patientOf(UUID item) {
        return worklist.patientOf(caller.clinic(), item)
                .orElseThrow(() -> new NotFoundException("There is no such item."));
    }
}
