package io.upswing.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Request;
import io.upswing.eventlog.Sql;
import io.upswing.links.WordsContract;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Replies;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.view.Affirmed;
import io.upswing.notification.view.Recipients;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a patient's telephone sends, from the provider's call to what follows from it. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class InboundResourceTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Inject
    Neighbour neighbour;

    @Inject
    Recipients recipients;

    @Inject
    Affirmed affirmed;

    @Inject
    EventLog<NotificationEvent> log;

    @Inject
    Sql sql;

    private final String phone = "+1555020" + NUMBERS.incrementAndGet();

    @Test
    void stop_ends_the_channel_at_once_is_acknowledged_once_and_put_before_a_person() {
        var patient = patient("en");

        say("STOP", "SM1" + phone)
                .statusCode(201)
                .body("meaning", equalTo("STOP"))
                .body("patients", equalTo(1))
                .body("answer", containsString("no more text messages"));
        assertThat(consent(patient)).isEqualTo(Consent.REFUSED);
        say("stop!", "SM2" + phone).statusCode(201).body("answer", nullValue());
        worklist("STOPPED", patient, 2);
        say("START", "SM3" + phone).body("answer", containsString("again"));
        assertThat(consent(patient)).isEqualTo(Consent.GRANTED);
        say("Stop", "SM4" + phone).body("answer", containsString("no more text messages"));
        assertThat(consent(patient)).isEqualTo(Consent.REFUSED);
    }

    @Test
    void cancel_revokes_and_asks_whether_the_appointment_was_meant() {
        var patient = patient("es");

        say("Cancel", "SM1" + phone)
                .statusCode(201)
                .body("meaning", equalTo("CANCEL"))
                .body("answer", containsString("sigue en pie"));

        assertThat(consent(patient)).isEqualTo(Consent.REFUSED);
        worklist("MEANT_APPOINTMENT", patient, 1);
    }

    @Test
    void what_is_brought_again_is_taken_once_and_answered_the_same() {
        var patient = patient("en");
        say("STOP", "SM1" + phone).statusCode(201);

        say("STOP", "SM1" + phone).statusCode(200).body("answer", containsString("no more text messages"));

        assertThat(log.history(Neighbour.CLINIC, patient)).hasSize(1);
    }

    @Test
    void words_go_before_a_person_and_into_no_event_and_are_forgotten_with_the_patient() {
        var patient = patient("en");
        var words = "My brother will drive me, is that fine? " + UUID.randomUUID();
        say(words, "SM1" + patient)
                .statusCode(201)
                .body("meaning", equalTo("TEXT"))
                .body("answer", nullValue());

        assertThat(log.history(Neighbour.CLINIC, patient))
                .allSatisfy(each -> assertThat(new String(each.record().value(), StandardCharsets.UTF_8))
                        .doesNotContain("brother", phone));
        Desk.get("/worklist?kind=READ_REPLY&size=200")
                .then()
                .body("items.find { it.patientId == '" + patient + "' }.text", equalTo(words));

        neighbour.forget(patient);

        Wait.orFail(SOON, "the words to be forgotten", () -> kept(patient).equals(List.of(false)));
        Desk.get("/worklist?kind=READ_REPLY&size=200")
                .then()
                .body("items.find { it.patientId == '" + patient + "' }.text", nullValue());
        say("hello?", "SM2" + phone).statusCode(200).body("patients", equalTo(0));
    }

    @Test
    void yes_is_for_the_appointment_of_the_last_message_until_the_calendar_knows() {
        var patient = patient("en");
        var site = neighbour.site("Riverside");
        var appointment = neighbour.appointment(patient, site, "2026-03-11T12:30:00Z");
        var reminder = told(patient, "appointment/" + appointment + "/2026-03-11T12:30:00Z");

        say("Yes", "SM1" + phone).statusCode(201).body("meaning", equalTo("YES"));

        assertThat(reply(patient).reminderId()).isEqualTo(reminder);
        Wait.orFail(SOON, "the yes", () -> affirms(patient));
        assertThat(RestAssured.get("/q/metrics").asString()).containsPattern("upswing_confirmations_open [1-9]");
        neighbour.event(patient, new SchedulingEvent.AppointmentConfirmed(appointment, patient, null));
        Wait.orFail(SOON, "the calendar", () -> !affirms(patient));
        worklist("READ_REPLY", patient, 0);
    }

    @Test
    void a_yes_from_before_the_appointment_was_moved_to_another_chair_is_not_said_again() {
        var patient = patient("en");
        var site = neighbour.site("Riverside");
        var appointment = neighbour.appointment(patient, site, "2026-03-11T12:30:00Z");
        told(patient, "appointment/" + appointment + "/2026-03-11T12:30:00Z");
        say("Yes", "SM1" + phone).statusCode(201);
        Wait.orFail(SOON, "the yes", () -> affirms(patient));

        neighbour.moveWithin(site, patient, appointment, "2026-03-11T12:30:00Z", TestClock.NOW.plusSeconds(60));

        Wait.orFail(SOON, "the move", () -> !affirms(patient));
    }

    @Test
    void a_yes_that_is_to_no_appointment_is_read_by_a_person() {
        var patient = patient("en");
        told(patient, "offer/" + UUID.randomUUID());

        say("Yes", "SM1" + phone).statusCode(201);

        worklist("READ_REPLY", patient, 1);
    }

    @Test
    void a_telephone_of_two_stops_for_both_and_answers_for_who_was_told() {
        var first = patient("en");
        var second = patient("en");
        told(second, "appointment/" + UUID.randomUUID() + "/2026-03-11T12:30:00Z");

        say("No", "SM1" + phone).statusCode(201).body("patients", equalTo(1));
        worklist("WONT_COME", second, 1);
        worklist("WONT_COME", first, 0);
        say("STOP", "SM2" + phone).statusCode(201).body("patients", equalTo(2));
        assertThat(consent(first)).isEqualTo(Consent.REFUSED);
        assertThat(consent(second)).isEqualTo(Consent.REFUSED);
    }

    @Test
    void a_stop_that_was_taken_for_one_of_two_when_something_failed_is_taken_for_both_when_it_is_brought_again() {
        var first = patient("en");
        var second = patient("en");
        var message = "SM1" + phone;
        var stop = new ReplyReceived(
                Replies.idOf(Neighbour.CLINIC, message, first), first, "SMS", message, "STOP", null, null);
        log.execute(
                new Request(Neighbour.CLINIC, "test", stop.replyId(), null, null),
                first,
                history -> Optional.of(Draft.of(stop, TestClock.NOW)));

        say("STOP", message).body("patients", equalTo(2));

        assertThat(consent(first)).isEqualTo(Consent.REFUSED);
        assertThat(consent(second)).isEqualTo(Consent.REFUSED);
        assertThat(log.history(Neighbour.CLINIC, first)).hasSize(1);
    }

    @Test
    void a_telephone_that_nobody_has_is_nobodys() {
        say("STOP", "SM1").statusCode(200).body("patients", equalTo(0)).body("answer", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\": \"five\", \"to\": \"1\", \"text\": \"x\", \"providerId\": \"x\"}",
                "{\"from\": \"+15550201000\", \"to\": \"1\", \"text\": null, \"providerId\": \"x\"}",
                "{\"from\": \"+15550201000\", \"to\": \"1\", \"text\": \"x\", \"providerId\": \" \"}",
                "{\"from\": \"+15550201000\", \"to\": \"1\", \"text\": \"\\u0000\", \"providerId\": \"x\"}"
            })
    void what_makes_no_sense_is_refused(String body) {
        Desk.as("front-desk").body(body).post("/inbound/sms").then().statusCode(400);
    }

    @Test
    void every_language_has_every_answer() {
        WordsContract.check(InboundResource.class, "replies");
    }

    private UUID patient(String language) {
        var patient = neighbour.patientWithPhone(phone, language);
        Wait.orFail(
                SOON,
                "the patient",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> recipients.find(Neighbour.CLINIC, patient).isPresent()));
        return patient;
    }

    private ValidatableResponse say(String text, String providerId) {
        return Desk.as("front-desk")
                .body(Map.of("from", phone, "to", "+15550100", "text", text, "providerId", providerId))
                .post("/inbound/sms")
                .then();
    }

    private Consent consent(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> recipients
                        .find(Neighbour.CLINIC, patient)
                        .orElseThrow()
                        .self()
                        .consent(Channel.SMS));
    }

    /** A message that the patient got, as our log has it. */
    private UUID told(UUID patient, String about) {
        var reminder = UUID.randomUUID();
        var started = new DispatchStarted(
                reminder, patient, about, "hours-before", "SMS", "appointment", 1, Map.of(), TestClock.NOW, 1, false);
        append(started);
        append(new DispatchAccepted(reminder, patient, 1, "SM" + reminder));
        return reminder;
    }

    private void append(NotificationEvent.OfReminder event) {
        log.execute(
                new Request(Neighbour.CLINIC, "test", UUID.randomUUID(), null, null),
                event.patientId(),
                history -> Optional.of(Draft.of(event, TestClock.NOW)));
    }

    private ReplyReceived reply(UUID patient) {
        return log.history(Neighbour.CLINIC, patient).stream()
                .map(each -> each.event())
                .filter(ReplyReceived.class::isInstance)
                .map(ReplyReceived.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean affirms(UUID patient) {
        return affirmed.open(Instant.parse("2026-03-10T16:00:00Z"), 1000).stream()
                .anyMatch(each -> each.patientId().equals(patient));
    }

    /** Of each version of the patient's words that our topic has now, whether it says anything. */
    private List<Boolean> kept(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select value is not null from state_record where topic = 'replies' and key = ?",
                        row -> row.getBoolean(1),
                        patient));
    }

    private static void worklist(String kind, UUID patient, int count) {
        Desk.get("/worklist?kind={k}&size=200", kind)
                .then()
                .body("items.findAll { it.patientId == '" + patient + "' }.size()", equalTo(count));
    }
}
