package io.upswing.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventLog;
import io.upswing.links.Language;
import io.upswing.links.PatientBrowser;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.WordsContract;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.view.Recipients;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the link in a real mail to what the patient gets after that. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class PreferencesResourceTest {
    private static final Pattern LINK = Pattern.compile("/preferences/[A-Za-z0-9_-]{92}");

    @Inject
    Neighbour neighbour;

    @Inject
    Recipients recipients;

    @Inject
    PatientLinks links;

    @Inject
    EventLog<NotificationEvent> log;

    @TestHTTPResource("/")
    URI base;

    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void the_link_of_a_mail_opens_a_page_where_mail_is_ended_once() {
        var patient = neighbour.patient(address);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitMails(address, 1);
        var mail = Desk.mails(address).getFirst().text();
        var path = LINK.matcher(mail).results().findFirst().orElseThrow().group();

        var page = browser().open(path);
        assertThat(page.title()).isEqualTo("How may we write to you?");
        assertThat(page.document().select("input[type=checkbox]").eachAttr("value"))
                .containsExactly("EMAIL");
        browser().open(path);
        assertThat(consent(patient, Channel.EMAIL)).isNotEqualTo(Consent.REFUSED);

        page.document().select("input").removeAttr("checked");
        assertThat(browser().send(page, Map.of()).title()).isEqualTo("We will not write to you any more");
        assertThat(consent(patient, Channel.EMAIL)).isEqualTo(Consent.REFUSED);
        assertThat(browser().open(path).title()).isEqualTo("You have used this link already");
        assertThat(browser().send(path, List.of(Map.entry("channel", "EMAIL"))).title())
                .isEqualTo("You have used this link already");
        assertThat(consent(patient, Channel.EMAIL)).isEqualTo(Consent.REFUSED);
        Desk.get("/messages?patientId={p}", patient)
                .then()
                .body("total", equalTo(1))
                .body("items[0].text", equalTo(mail.replaceAll("[A-Za-z0-9_-]{92}", "…")));
    }

    @Test
    void what_is_said_is_the_patients_own_word_and_says_by_what() {
        var patient = neighbour.patientWithPhone("+15550207777", "en");
        neighbour.patient(patient, address, "+15550207777", "en");
        Desk.awaitRecipient(recipients, patient, address);
        var link = link(Purpose.PREFERENCES, patient, Duration.ofDays(1));
        var page = browser().open(path(link));

        assertThat(browser().send(page, Map.of("first", "SMS")).title()).isEqualTo("Thank you");

        var recorded = log.history(Neighbour.CLINIC, patient).getLast();
        assertThat(recorded.record().actor()).isEqualTo("patient");
        assertThat(recorded.event()).isInstanceOfSatisfying(ConsentChanged.class, said -> {
            assertThat(said.channels())
                    .allMatch(NotificationEvent.ChannelConsent::granted)
                    .extracting(NotificationEvent.ChannelConsent::channel)
                    .containsExactly("EMAIL", "SMS");
            assertThat(said.preferredChannel()).isEqualTo("SMS");
            assertThat(said.source()).isEqualTo("PREFERENCES_PAGE");
            assertThat(said.evidence()).isEqualTo(link.id().toString());
        });
        assertThat(recipient(patient).preferred()).isEqualTo(Channel.SMS);
    }

    @Test
    void forged_links_open_nothing_and_expired_ones_say_so() {
        var patient = neighbour.patient(address);
        Desk.awaitRecipient(recipients, patient, address);

        assertThat(browser().open("/preferences/no-link-of-ours").status()).isEqualTo(404);
        assertThat(open(link(Purpose.CONFIRM, patient, Duration.ofDays(1)))).isEqualTo(404);
        assertThat(open(link(Purpose.PREFERENCES, UUID.randomUUID(), Duration.ofDays(1))))
                .isEqualTo(404);
        assertThat(open(link(Purpose.PREFERENCES, patient, Duration.ZERO))).isEqualTo(410);
        assertThat(open(link(Purpose.PREFERENCES, patient, Duration.ofDays(1)))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_in_the_patients_language(Language language) {
        var patient = neighbour.patient(address);
        Desk.awaitRecipient(recipients, patient, address);
        var link = new PatientLink(
                UUID.randomUUID(),
                Purpose.PREFERENCES,
                language,
                patient,
                patient,
                TestClock.NOW.plus(Duration.ofDays(1)));

        assertThat(browser().open(path(link)).document().selectFirst("html").attr("lang"))
                .isEqualTo(language.tag());
        WordsContract.check(PreferencesResource.class, "preferences");
    }

    private int open(PatientLink link) {
        return browser().open(path(link)).status();
    }

    private PatientLink link(Purpose purpose, UUID patient, Duration lasts) {
        return new PatientLink(UUID.randomUUID(), purpose, Language.EN, patient, patient, TestClock.NOW.plus(lasts));
    }

    private String path(PatientLink link) {
        return "/preferences/" + links.tokenOf(link);
    }

    private PatientBrowser browser() {
        return new PatientBrowser(base);
    }

    private Consent consent(UUID patient, Channel channel) {
        return recipient(patient).consent(channel);
    }

    private Recipient recipient(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        recipients.find(Neighbour.CLINIC, patient).orElseThrow().self());
    }
}
