package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.links.Language;
import io.upswing.links.Words;
import io.upswing.notification.command.Inbound;
import io.upswing.notification.command.Inbound.Taken;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reply;
import io.upswing.notification.domain.ReplyReader;
import io.upswing.notification.view.Recipients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Text messages from patients, as the provider's adapter brings them. */
@Path("/inbound/sms")
@RunOnVirtualThread
@RolesAllowed(Roles.FRONT_DESK)
class InboundResource {
    private static final String NUMBER = "\\+[1-9](?:[ ().-]*[0-9]){6,14}";

    private final Inbound inbound;
    private final Recipients recipients;
    private final Caller caller;
    private final Answers answers;

    InboundResource(Inbound inbound, Recipients recipients, Caller caller, Answers answers) {
        this.inbound = inbound;
        this.recipients = recipients;
        this.caller = caller;
        this.answers = answers;
    }

    /** {@code providerId}: the provider's own name for the message: brought again, it is taken once. */
    record NewSms(
            @NotNull @Pattern(regexp = NUMBER, message = "must be a number in international form such as +15555550100")
            String from,

            @NotBlank @Size(max = 50) String to,
            @NotNull @Size(max = 10_000) String text,
            @NotBlank @Size(max = 200) String providerId) {}

    /** {@code patients}: whom it concerns, how many; {@code answer}: what to send back to it, if anything. */
    record Understood(Reply meaning, int patients, @Nullable String answer) {}

    @POST
    public RestResponse<Understood> receive(@NotNull @Valid NewSms sms) {
        var taken = inbound.take(new Inbound.Sms(
                caller.clinic(),
                caller.actor(),
                "+" + sms.from().replaceAll("[^0-9]", ""),
                sms.text(),
                sms.providerId()));
        var understood = new Understood(ReplyReader.read(sms.text()), taken.size(), answer(sms, taken));
        return Inbound.together(taken)
                .map(outcome -> answers.of(outcome, recorded -> understood, history -> understood))
                .orElseGet(() -> RestResponse.ok(understood));
    }

    private @Nullable String answer(NewSms sms, List<Taken> taken) {
        var name = ReplyReader.read(sms.text()).name().toLowerCase(Locale.ROOT);
        return taken.stream()
                .filter(Taken::acknowledged)
                .findFirst()
                .map(each -> Words.of(InboundResource.class, "replies", language(each))
                        .get(name))
                .orElse(null);
    }

    private Language language(Taken taken) {
        var recipient = recipients
                .find(caller.clinic(), taken.from().patientId())
                .flatMap(patient -> patient.get(taken.from().reader()));
        return Language.of(recipient.map(Recipient::language).orElse(null));
    }
}
