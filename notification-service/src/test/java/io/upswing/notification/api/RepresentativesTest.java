package io.upswing.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.EventLog;
import io.upswing.links.PatientBrowser;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Patient;
import io.upswing.notification.domain.Person;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.view.Recipients;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.PatientRecord.Representative;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parents, guardians and proxies: what they get for the patient they act for, and what their word ends. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class RepresentativesTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern PREFERENCES = Pattern.compile("/preferences/[A-Za-z0-9_-]{92}");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Inject
    Neighbour neighbour;

    @Inject
    Recipients recipients;

    @Inject
    EventLog<NotificationEvent> log;

    @TestHTTPResource("/")
    URI base;

    private final String own = UUID.randomUUID() + "@example.org";
    private final String parents = UUID.randomUUID() + "@example.org";
    private final String phone = "+1555030" + NUMBERS.incrementAndGet();

    @Test
    void who_acts_for_a_minor_gets_the_mail_and_the_minor_none() {
        var minor = minor(null, parent(parents, null));
        neighbour.appointment(minor, neighbour.site("Riverside"), "2026-03-11T12:30:00Z");

        Desk.awaitMails(parents, 1);

        var text = Desk.mails(parents).getFirst().text().replaceAll("[A-Za-z0-9_-]{92}", "…");
        assertThat(text).startsWith("Bonjour Efua,").contains("13 h 30").doesNotContain("Ada", "Muster");
        Wait.orFail(SOON, "its receipt", () -> "SENT".equals(Desk.states(minor).get("1-day-before")));
        assertThat(Desk.mails(own)).isEmpty();
        Desk.get("/messages?patientId={p}", minor)
                .then()
                .body("items.to", hasItem(parents))
                .body("items[0].name", equalTo("Efua Muster"))
                .body("items[0].text", startsWith("Bonjour Efua,"))
                .body("items[0].parameters.told", equalTo("REPRESENTATIVE"));
        Desk.get("/reminders/{id}/why", Desk.reminder(minor, "1-day-before"))
                .then()
                .body("reminder.why", startsWith("For the patient's representative. "));
        assertThat(logged(minor)).doesNotContain("Efua", "Ada", parents, own);
    }

    @Test
    void their_link_ends_what_they_get_and_nothing_of_the_patients_own() {
        var minor = minor(null, parent(parents, null));
        neighbour.pending(minor, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitMails(parents, 1);
        var path = PREFERENCES
                .matcher(Desk.mails(parents).getFirst().text())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        var browser = new PatientBrowser(base);

        var page = browser.open(path);
        page.document().select("input").removeAttr("checked");
        browser.send(page, Map.of());

        assertThat(consent(minor, Person.REPRESENTATIVE, Channel.EMAIL)).isEqualTo(Consent.REFUSED);
        assertThat(consent(minor, Person.PATIENT, Channel.EMAIL)).isEqualTo(Consent.UNASKED);
        assertThat(log.history(Neighbour.CLINIC, minor))
                .filteredOn(each ->
                        each.event() instanceof ConsentChanged change && "REPRESENTATIVE".equals(change.saidBy()))
                .singleElement()
                .returns("representative", each -> each.record().actor());
    }

    @Test
    void a_parent_of_two_who_says_stop_ends_the_texts_for_both_and_those_of_their_own() {
        var first = minor(null, parent(null, phone));
        var second = minor("+15550309999", parent(null, phone));
        var parent = known(neighbour.patientWithPhone(phone, "fr"));
        var child = minor(phone, parent(null, phone));

        say("STOP").statusCode(201).body("patients", equalTo(4)).body("answer", startsWith("Vous"));

        for (var patient : List.of(first, second, child)) {
            assertThat(consent(patient, Person.REPRESENTATIVE, Channel.SMS)).isEqualTo(Consent.REFUSED);
        }
        assertThat(consent(second, Person.PATIENT, Channel.SMS)).isEqualTo(Consent.UNASKED);
        assertThat(consent(parent, Person.PATIENT, Channel.SMS)).isEqualTo(Consent.REFUSED);
        assertThat(consent(child, Person.PATIENT, Channel.SMS)).isEqualTo(Consent.REFUSED);
        assertThat(replies(first)).extracting(ReplyReceived::saidBy).containsExactly("REPRESENTATIVE");
        assertThat(replies(child)).extracting(ReplyReceived::saidBy).containsExactly("EITHER");
        assertThat(replies(parent)).extracting(ReplyReceived::saidBy).containsOnlyNulls();
        say("START").statusCode(201).body("patients", equalTo(4));
        assertThat(consent(child, Person.PATIENT, Channel.SMS)).isEqualTo(Consent.GRANTED);
        assertThat(consent(first, Person.REPRESENTATIVE, Channel.SMS)).isEqualTo(Consent.GRANTED);
    }

    @Test
    void the_registry_says_what_they_agreed_to_and_takes_them_away() {
        var refused = List.of(new PatientRecord.Consent("EMAIL", false, TestClock.NOW));
        var minor = minor(
                null,
                new Representative("Efua", "Muster", "GUARDIAN", parents, null, null, "Europe/Paris", refused, false));
        assertThat(consent(minor, Person.REPRESENTATIVE, Channel.EMAIL)).isEqualTo(Consent.REFUSED);
        neighbour.pending(minor, "2026-03-09", "2026-03-10", "2026-03-16");
        Wait.orFail(SOON, "the refusal", () -> "NOT_WANTED".equals(suppression(minor)));

        publish(minor, null, null);

        Wait.orFail(SOON, "nobody to act", () -> "MINOR".equals(suppression(minor)));
        neighbour.forget(minor);
        Wait.orFail(SOON, "the erasure", () -> find(minor).isEmpty());
    }

    private UUID minor(@Nullable String phone, Representative representative) {
        var id = UUID.randomUUID();
        publish(id, phone, representative);
        return known(id);
    }

    private void publish(UUID id, @Nullable String phone, @Nullable Representative representative) {
        var record = new PatientRecord(
                id,
                Neighbour.CLINIC,
                "Ada",
                "Muster",
                LocalDate.of(2012, 5, 2),
                Neighbour.ZONE,
                "en",
                own,
                phone,
                List.of(),
                null,
                representative);
        neighbour.state("patients", id, StateCodec.patients().encode(record));
    }

    private static Representative parent(@Nullable String email, @Nullable String phone) {
        return new Representative("Efua", "Muster", "PARENT", email, phone, "fr", "Europe/Paris", List.of(), false);
    }

    private UUID known(UUID patient) {
        Wait.orFail(SOON, "the patient", () -> find(patient).isPresent());
        return patient;
    }

    private Optional<Patient> find(UUID patient) {
        return QuarkusTransaction.requiringNew().call(() -> recipients.find(Neighbour.CLINIC, patient));
    }

    private Consent consent(UUID patient, Person person, Channel channel) {
        return find(patient).orElseThrow().get(person).orElseThrow().consent(channel);
    }

    private static @Nullable String suppression(UUID patient) {
        return Desk.get("/reminders?patientId={p}&size=200", patient)
                .path("items.find { it.step == 'due-on' }.suppression");
    }

    private ValidatableResponse say(String text) {
        return Desk.as("front-desk")
                .body(Map.of("from", phone, "to", "+15550100", "text", text, "providerId", text + phone))
                .post("/inbound/sms")
                .then();
    }

    private List<ReplyReceived> replies(UUID patient) {
        return log.history(Neighbour.CLINIC, patient).stream()
                .map(each -> each.event())
                .filter(ReplyReceived.class::isInstance)
                .map(ReplyReceived.class::cast)
                .toList();
    }

    private String logged(UUID patient) {
        return log.history(Neighbour.CLINIC, patient).stream()
                .map(each -> new String(each.record().value(), StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }
}
