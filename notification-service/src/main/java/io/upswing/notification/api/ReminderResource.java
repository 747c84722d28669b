package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.notification.command.History;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.view.ClinicPolicies;
import io.upswing.notification.view.Reminders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to be told what when, who was, and why or why not. */
@Path("/reminders")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class ReminderResource {
    private final Reminders reminders;
    private final History history;
    private final ClinicPolicies policies;
    private final Caller caller;

    ReminderResource(Reminders reminders, History history, ClinicPolicies policies, Caller caller) {
        this.reminders = reminders;
        this.history = history;
        this.policies = policies;
        this.caller = caller;
    }

    /** The reminder, the rule that asked for it, and what the log says happened to it, oldest first. */
    record Why(ReminderAnswer reminder, String rule, List<History.Entry> history) {}

    /** {@code audience}: who is told; patients, unless staff are asked for by their role. */
    @GET
    @Transactional
    public Page<ReminderAnswer> list(
            @QueryParam("patientId") @Nullable UUID patientId,
            @QueryParam("audience") @DefaultValue("PATIENT") Audience audience,
            @QueryParam("state") Reminder.@Nullable State state,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam @Valid Paging paging) {
        var filter = new Reminders.Filter(patientId, audience, state, Period.from(from), Period.to(to));
        var found = reminders.page(caller.clinic(), filter, paging.page(), paging.size());
        return new Page<>(found.items().stream().map(ReminderAnswer::of).toList(), found.total());
    }

    @GET
    @Path("/{id}/why")
    @Transactional
    public Why why(@PathParam("id") UUID id) {
        var reminder = reminders
                .find(caller.clinic(), id)
                .orElseThrow(() -> new NotFoundException("There is no such reminder."));
        return new Why(
                ReminderAnswer.of(reminder),
                policies.of(caller.clinic()).inWords(reminder.about().kind(), reminder.step()),
                history.of(reminder));
    }
}
