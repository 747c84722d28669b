package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Invitations;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.view.Messages;
import io.upswing.notification.view.Recipients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What patients were told, or who acts for them, with the text: the reader's name and address as they are known now, blank
 * once erased; of links only where they lead, for who has one may act for the patient.
 */
@Path("/messages")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class MessageResource {
    private final Messages messages;
    private final Recipients recipients;
    private final Texts texts;
    private final Invitations invitations;
    private final Caller caller;

    MessageResource(Messages messages, Recipients recipients, Texts texts, Invitations invitations, Caller caller) {
        this.messages = messages;
        this.recipients = recipients;
        this.texts = texts;
        this.invitations = invitations;
        this.caller = caller;
    }

    record MessageAnswer(
            UUID reminderId,
            UUID patientId,
            @Nullable Instant at,
            Dispatch.State state,
            @Nullable String reason,
            Channel channel,
            String to,
            String name,
            String subject,
            String text,
            String template,
            int templateVersion,
            Map<String, String> parameters,
            @Nullable String providerMessageId) {}

    @GET
    @Transactional
    public Page<MessageAnswer> list(
            @QueryParam("patientId") @Nullable UUID patientId, @BeanParam @Valid Paging paging) {
        var found = messages.page(caller.clinic(), patientId, paging.page(), paging.size());
        return new Page<>(found.items().stream().map(this::answer).toList(), found.total());
    }

    private MessageAnswer answer(Dispatch dispatch) {
        var recipient = recipients
                .find(caller.clinic(), dispatch.patientId())
                .flatMap(patient -> patient.get(dispatch.person()));
        var template = Objects.requireNonNull(dispatch.template());
        var text = texts.of(
                        dispatch.channel(),
                        template,
                        dispatch.templateVersion(),
                        dispatch.parameters(),
                        recipient.map(Recipient::givenName).orElse(null))
                .over(invitations.masked(dispatch.parameters(), dispatch.channel()));
        return new MessageAnswer(
                dispatch.reminderId(),
                dispatch.patientId(),
                dispatch.startedAt(),
                dispatch.state(),
                dispatch.reason(),
                dispatch.channel(),
                recipient
                        .flatMap(known -> Optional.ofNullable(known.address(dispatch.channel())))
                        .orElse(""),
                recipient
                        .map(known -> known.givenName() + " " + known.familyName())
                        .orElse(""),
                text.subject(),
                text.body(),
                template,
                dispatch.templateVersion(),
                dispatch.parameters(),
                dispatch.providerMessageId());
    }
}
