package io.upswing.notification.gateway;

import io.upswing.links.Language;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.Words;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Invitation;
import io.upswing.notification.domain.Invitations;
import io.upswing.notification.domain.Parameters;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Invitations with signed links. A message has one for what it is about, and a mail one for what is sent to the patient. */
@Singleton
class SignedInvitations implements Invitations {
    /** How long a patient may say by a mail that they want none. */
    private static final Duration PREFERENCES = Duration.ofDays(60);

    private static final String MASK = "…";

    private final PatientLinks links;
    private final PagesConfig pages;

    SignedInvitations(PatientLinks links, PagesConfig pages) {
        this.links = links;
        this.pages = pages;
    }

    /** Makes the last part of an address. */
    private interface Tokens {
        String of(Purpose purpose, UUID subject, Instant expires);
    }

    @Override
    public String under(
            Map<String, String> parameters, Channel channel, UUID reminderId, UUID patientId, Instant writtenAt) {
        var language = language(parameters);
        return lines(
                parameters,
                channel,
                patientId,
                writtenAt,
                (purpose, subject, expires) ->
                        links.tokenOf(new PatientLink(reminderId, purpose, language, patientId, subject, expires)));
    }

    @Override
    public String masked(Map<String, String> parameters, Channel channel) {
        return lines(parameters, channel, new UUID(0, 0), Instant.EPOCH, (purpose, subject, expires) -> MASK);
    }

    private String lines(
            Map<String, String> parameters, Channel channel, UUID patientId, Instant writtenAt, Tokens tokens) {
        if (channel == Channel.WEBHOOK || channel == Channel.WORKLIST) {
            return ""; // read by others than the patient
        }
        var words = Words.of(SignedInvitations.class, "invitations", language(parameters));
        var lines = new ArrayList<String>();
        Invitation.of(parameters)
                .ifPresent(each -> lines.add(line(
                        channel,
                        words.get(each.act().name().toLowerCase(Locale.ROOT)),
                        page(each.act()) + tokens.of(purpose(each.act()), each.subject(), each.until()))));
        if (channel == Channel.EMAIL) {
            var until = writtenAt.plus(PREFERENCES);
            lines.add(words.get("preferences") + "\n" + pages.preferences()
                    + tokens.of(Purpose.PREFERENCES, Parameters.told(parameters).wishes(patientId), until));
        }
        return String.join("\n\n", lines);
    }

    /** A text message is paid for by its length. */
    private static String line(Channel channel, String words, String address) {
        return channel == Channel.SMS ? address : words + "\n" + address;
    }

    private URI page(Invitation.Act act) {
        return switch (act) {
            case APPOINTMENT, BOOK, OFFER -> pages.appointments();
            case QUESTIONNAIRE -> pages.questionnaires();
        };
    }

    private static Purpose purpose(Invitation.Act act) {
        return switch (act) {
            case APPOINTMENT -> Purpose.CONFIRM;
            case BOOK -> Purpose.BOOK;
            case QUESTIONNAIRE -> Purpose.QUESTIONNAIRE;
            case OFFER -> Purpose.OFFER;
        };
    }

    private static Language language(Map<String, String> parameters) {
        return Language.of(parameters.get(Parameters.LANGUAGE));
    }
}
