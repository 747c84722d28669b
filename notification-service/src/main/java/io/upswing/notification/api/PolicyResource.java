package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Problem;
import io.upswing.http.Roles;
import io.upswing.notification.command.Adoptions;
import io.upswing.notification.command.Previews;
import io.upswing.notification.domain.Adoption;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import io.upswing.notification.view.ClinicPolicies;
import io.upswing.notification.view.Replanning;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which reminder goes out when: what a clinic adopted, and the defaults until then. */
@Path("/policies")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class PolicyResource {
    private final ClinicPolicies policies;
    private final Replanning replanning;
    private final Adoptions adoptions;
    private final Previews previews;
    private final Commands commands;
    private final Answers answers;
    private final Caller caller;

    PolicyResource(
            ClinicPolicies policies,
            Replanning replanning,
            Adoptions adoptions,
            Previews previews,
            Commands commands,
            Answers answers,
            Caller caller) {
        this.policies = policies;
        this.replanning = replanning;
        this.adoptions = adoptions;
        this.previews = previews;
        this.commands = commands;
        this.answers = answers;
        this.caller = caller;
    }

    /** {@code adopted}: null while the clinic has the defaults; {@code replanning}: how many plans follow it already. */
    record PoliciesAnswer(
            List<Channel> channels,
            PoliciesBody.Hours sendingHours,
            PoliciesBody.CapsBody caps,
            Duration usefulFor,
            List<PoliciesBody.PolicyBody> policies,
            @Nullable Adopted adopted,
            Replanning.@Nullable Progress replanning) {}

    record Adopted(long version, String by, Instant at) {}

    /** {@code policy}: to be tried, whether adopted or not; null: as the clinic has it. */
    record NewPreview(
            @NotNull UUID patientId, @Nullable @Valid PoliciesBody policy) {}

    /** {@code subject} and {@code text}: what would be read, where it would be sent. */
    record PreviewAnswer(
            ReminderAnswer reminder,
            String rule,
            @Nullable String subject,
            @Nullable String text) {
        static PreviewAnswer of(Previews.Preview preview) {
            var text = preview.text();
            return new PreviewAnswer(
                    ReminderAnswer.of(preview.reminder()),
                    preview.rule(),
                    text == null ? null : text.subject(),
                    text == null ? null : text.body());
        }
    }

    record Previewed(List<PreviewAnswer> items) {}

    @GET
    @Transactional
    public PoliciesAnswer get() {
        var adopted = policies.adopted(caller.clinic());
        var body = PoliciesBody.of(adopted.map(ClinicPolicies.Adopted::policies).orElse(Policies.DEFAULTS));
        return new PoliciesAnswer(
                body.channels(),
                body.sendingHours(),
                body.caps(),
                body.usefulFor(),
                body.policies(),
                adopted.map(each -> new Adopted(each.version(), each.by(), each.at()))
                        .orElse(null),
                replanning.progress(caller.clinic()).orElse(null));
    }

    /** All of the clinic's policies at once; plans follow in the background, and nothing is sent by the old ones. */
    @PUT
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<PoliciesBody> put(@NotNull @Valid PoliciesBody body) {
        var outcome = adoptions.adopt(commands.request(), checked(body));
        return answers.ofEvent(outcome, PolicyResource::body);
    }

    /** What a patient would get, when and why, in the order in which it would go; what was sent is part of it. */
    @POST
    @Path("/preview")
    public Previewed preview(@NotNull @Valid NewPreview wanted) {
        var policy = wanted.policy();
        var found = previews.of(caller.clinic(), wanted.patientId(), policy == null ? null : checked(policy))
                .orElseThrow(() -> new NotFoundException("There is no such patient."));
        return new Previewed(found.stream().map(PreviewAnswer::of).toList());
    }

    private Policies checked(PoliciesBody body) {
        var wanted = body.policiesIn();
        var faults = adoptions.faults(wanted);
        if (!faults.isEmpty()) {
            throw new BadInput(faults.stream()
                    .map(fault -> new Problem.Violation(fault.field(), fault.message()))
                    .toList());
        }
        return wanted;
    }

    private static PoliciesBody body(NotificationEvent event) {
        return PoliciesBody.of(Adoption.policies((PoliciesAdopted) event));
    }
}
