package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.links.DeadLink;
import io.upswing.links.Pages;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.Words;
import io.upswing.notification.command.Preferences;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.view.Recipients;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a patient wants to be written to, or who acts for them about the patient, said by the link in a mail. Opening it changes
 * nothing, it serves once, and the link alone says who comes.
 */
@Path("/preferences/{token}")
@RunOnVirtualThread
class PreferencesResource {
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS);

    private final PatientLinks links;
    private final Recipients recipients;
    private final Preferences preferences;
    private final Pages pages;
    private final InstantSource clock;

    PreferencesResource(
            PatientLinks links, Recipients recipients, Preferences preferences, Pages pages, InstantSource clock) {
        this.links = links;
        this.recipients = recipients;
        this.preferences = preferences;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response open(String token) {
        var link = link(token);
        var clinic = clinic(link);
        return preferences.isSaid(clinic, link.eventId())
                ? pages.say(200, words(link), "used")
                : ask(token, link, recipient(link, clinic));
    }

    /** {@code channel}: those that are wanted; {@code first}: which of them to try first. */
    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response say(
            String token, @FormParam("channel") List<String> channel, @FormParam("first") @Nullable String first) {
        var link = link(token);
        var clinic = clinic(link);
        if (preferences.isSaid(clinic, link.eventId())) {
            return pages.say(200, words(link), "used");
        }
        var wanted = new EnumMap<Channel, Boolean>(Channel.class);
        reachable(recipient(link, clinic)).forEach(each -> wanted.put(each, channel.contains(each.name())));
        var preferred = wanted.entrySet().stream()
                .filter(each -> each.getValue() && each.getKey().name().equals(first))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        preferences.say(clinic, link.eventId(), link.id(), link.patientId(), person(link), wanted, preferred);
        return pages.say(200, words(link), wanted.containsValue(true) ? "said" : "none");
    }

    private Response ask(String token, PatientLink link, Recipient recipient) {
        var words = words(link);
        var channels = reachable(recipient)
                .map(each -> Map.<String, Object>of(
                        "name", each.name(),
                        "text", words.get(each == Channel.EMAIL ? "email" : "sms"),
                        "first", words.get(each == Channel.EMAIL ? "emailFirst" : "smsFirst"),
                        "wanted", recipient.consent(each) != Consent.REFUSED,
                        "preferred", each == recipient.preferred()))
                .toList();
        return pages.page(
                200,
                words,
                "preferences",
                Map.of(
                        "title",
                        words.get("askTitle"),
                        "action",
                        "/preferences/" + token,
                        "channels",
                        channels,
                        "several",
                        channels.size() > 1));
    }

    /** The channels that there is an address for. */
    private static Stream<Channel> reachable(Recipient recipient) {
        return CHANNELS.stream().filter(each -> recipient.address(each) != null);
    }

    private PatientLink link(String token) {
        return links.open(token, EnumSet.of(Purpose.PREFERENCES), clock.instant());
    }

    private String clinic(PatientLink link) {
        return recipients.clinicOf(link.patientId()).orElseThrow(() -> unknown(link));
    }

    private Recipient recipient(PatientLink link, String clinic) {
        return recipients
                .find(clinic, link.patientId())
                .flatMap(patient -> patient.get(person(link)))
                .orElseThrow(() -> unknown(link));
    }

    private static Person person(PatientLink link) {
        return Person.of(link.subject(), link.patientId());
    }

    private static DeadLink unknown(PatientLink link) {
        return new DeadLink(DeadLink.Why.UNKNOWN, link.language());
    }

    private static Words words(PatientLink link) {
        return Words.of(PreferencesResource.class, "preferences", link.language());
    }
}
