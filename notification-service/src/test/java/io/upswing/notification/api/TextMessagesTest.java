package io.upswing.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.notification.BounceServerResource;
import io.upswing.notification.Neighbour;
import io.upswing.notification.SmsProvider;
import io.upswing.notification.SmsProvider.Mood;
import io.upswing.notification.SmsProviderResource;
import io.upswing.notification.TestClock;
import io.upswing.notification.command.Reconciler;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages over a provider that behaves like a real one, to its receipts and its books. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
@WithTestResource(SmsProviderResource.class)
@WithTestResource(BounceServerResource.class) // as its neighbours, so that they share a service
class TextMessagesTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STEP = "1-day-before";

    @Inject
    Neighbour neighbour;

    @Inject
    Reconciler reconciler;

    @TestHTTPResource("/")
    URI service;

    SmsProvider provider; // by SmsProviderResource

    private final UUID patient = UUID.randomUUID();
    private final String mail = patient + "@example.org";

    @BeforeEach
    void theClinicUsesTextMessages() {
        provider.serviceIs(service);
        Wait.orFail(SOON, "text messages in the policies", Desk::useTextMessages);
    }

    /** Somebody who likes text messages best, and has an appointment tomorrow. */
    private void appointmentOf(String phone, Mood mood) {
        provider.is(mood, phone);
        var record = new PatientRecord(
                patient,
                Neighbour.CLINIC,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                Neighbour.ZONE,
                "es",
                mail,
                phone,
                List.of(new PatientRecord.Consent("SMS", true, TestClock.NOW)),
                "SMS",
                null);
        neighbour.state("patients", patient, StateCodec.patients().encode(record));
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-11T12:30:00Z");
    }

    private SmsProvider.Taken taken(String phone) {
        Wait.orFail(
                SOON, "a text message to " + phone, () -> !provider.taken(phone).isEmpty());
        assertThat(provider.taken(phone)).hasSize(1);
        return provider.taken(phone).getFirst();
    }

    private void awaitState(String state) {
        Wait.orFail(
                SOON,
                STEP + " " + state,
                () -> state.equals(Desk.states(patient).get(STEP)));
    }

    private List<String> history() {
        return Desk.get("/reminders/{id}/why", Desk.reminder(patient, STEP)).path("history.type");
    }

    private boolean isOnWorklist() {
        List<String> patients = Desk.get("/worklist?kind=PERHAPS_SENT&size=200").path("items.patientId");
        return patients.contains(patient.toString());
    }

    @Test
    void receipts_late_twice_and_out_of_order_say_once_that_it_arrived() {
        var phone = "+12025550111";
        appointmentOf(phone, Mood.WELL);
        var message = taken(phone);
        assertThat(message.text()).startsWith("Su cita: miércoles 11 de marzo, 8:30, su hora local, Riverside.");
        awaitState("SENT");

        assertThat(provider.says(message, "sent", "")).isEqualTo(204);
        assertThat(provider.says(message, "delivered", "")).isEqualTo(204);
        awaitState("DELIVERED");
        assertThat(provider.says(message, "delivered", "")).isEqualTo(204);
        assertThat(provider.says(message, "sending", "")).isEqualTo(204);
        assertThat(provider.says(message, "undelivered", "30003")).isEqualTo(204);

        assertThat(history())
                .containsExactly(
                        "notification.dispatch-started.v1",
                        "notification.dispatch-accepted.v1",
                        "notification.dispatch-delivered.v1");
        assertThat(Desk.states(patient)).containsEntry(STEP, "DELIVERED");
        assertThat(provider.taken(phone)).hasSize(1);
    }

    @Test
    void a_receipt_that_overtakes_the_answer_is_believed() {
        appointmentOf("+12025550112", Mood.HASTY);
        awaitState("DELIVERED");
        assertThat(history()).containsExactly("notification.dispatch-started.v1", "notification.dispatch-delivered.v1");
    }

    @Test
    void who_is_unsubscribed_at_the_provider_gets_letters_instead_from_then_on() {
        var phone = "+12025550113";
        appointmentOf(phone, Mood.UNSUBSCRIBED);
        Desk.awaitMails(mail, 1);
        assertThat(Desk.mails(mail).getFirst().text()).startsWith("Hola Ada:");
        assertThat(history()).contains("notification.dispatch-unwanted.v1");

        provider.is(Mood.WELL, phone);
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-11T17:30:00Z");
        Desk.awaitMails(mail, 2);
        assertThat(provider.taken(phone)).isEmpty();
    }

    @Test
    void what_did_not_arrive_goes_by_the_next_channel() {
        var phone = "+12025550114";
        appointmentOf(phone, Mood.WELL);
        assertThat(provider.says(taken(phone), "undelivered", "30003")).isEqualTo(204);
        Desk.awaitMails(mail, 1);
        awaitState("SENT");
        assertThat(provider.taken(phone)).hasSize(1);
    }

    @Test
    void what_the_provider_may_have_is_asked_of_a_person_until_a_receipt_says_more() {
        var phone = "+12025550115";
        appointmentOf(phone, Mood.BROKEN);
        awaitState("UNKNOWN");
        assertThat(isOnWorklist()).isTrue();

        assertThat(provider.says(taken(phone), "delivered", "")).isEqualTo(204);
        awaitState("DELIVERED");
        assertThat(isOnWorklist()).isFalse();
        assertThat(Desk.mails(mail)).isEmpty();
    }

    @Test
    void what_was_heard_of_no_more_is_found_in_the_providers_books() {
        var phone = "+12025550116";
        appointmentOf(phone, Mood.SILENT);
        awaitState("UNKNOWN");
        taken(phone).status()[0] = "delivered";

        reconciler.run(LocalDate.ofInstant(TestClock.NOW, ZoneOffset.UTC));
        awaitState("DELIVERED");
        reconciler.run(LocalDate.ofInstant(TestClock.NOW, ZoneOffset.UTC));
        assertThat(history())
                .containsExactly(
                        "notification.dispatch-started.v1",
                        "notification.dispatch-unknown.v1",
                        "notification.dispatch-delivered.v1");
        assertThat(Desk.mails(mail)).isEmpty();
    }

    @Test
    void only_a_provider_that_is_set_up_here_and_proves_itself_is_heard() {
        var phone = "+12025550117";
        appointmentOf(phone, Mood.WELL);
        var message = taken(phone);
        awaitState("SENT");
        var fields = Map.of("MessageSid", message.id(), "MessageStatus", "delivered");

        assertThat(provider.call(message.receipts(), fields, "")).isEqualTo(403);
        assertThat(provider.call(message.receipts(), fields, "c2lnbmF0dXJl")).isEqualTo(403);
        assertThat(provider.call(message.receipts().replace("/sms/", "/webhook/"), fields, "x"))
                .isEqualTo(404);
        assertThat(provider.call(message.receipts().replace("/sms/", "/nobody/"), fields, "x"))
                .isEqualTo(404);
        assertThat(Desk.states(patient)).containsEntry(STEP, "SENT");
    }

    /** Spoken by hand: no client lets such an address through. */
    @ParameterizedTest
    @ValueSource(strings = {"a=|", "a=%zz", "%", "a=\u00e4"})
    void an_address_that_is_none_is_refused(String query) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request = "POST /providers/sms/receipts?" + query
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }
}
