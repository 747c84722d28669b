package io.upswing.notification.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.notification.BounceServer;
import io.upswing.notification.BounceServerResource;
import io.upswing.notification.Neighbour;
import io.upswing.notification.ServerReports;
import io.upswing.notification.SmsProvider;
import io.upswing.notification.SmsProviderResource;
import io.upswing.notification.TestClock;
import io.upswing.notification.command.Bounces;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that a server took and another sends back, from the patient's appointment to what is done about it. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
@WithTestResource(SmsProviderResource.class)
@WithTestResource(BounceServerResource.class)
class ReturnedMailTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STEP = "1-day-before";

    @Inject
    Neighbour neighbour;

    @Inject
    Bounces bounces;

    @TestHTTPResource("/")
    URI service;

    SmsProvider provider; // by SmsProviderResource

    BounceServer server; // by BounceServerResource

    private final UUID patient = UUID.randomUUID();
    private final String mail = patient + "@example.org";

    @BeforeEach
    void theClinicUsesTextMessagesToo() {
        provider.serviceIs(service);
        Wait.orFail(SOON, "text messages in the policies", Desk::useTextMessages);
    }

    /** Somebody who likes mail best, has an appointment tomorrow, and was written to: the name of that mail. */
    private String writtenTo(@Nullable String phone) {
        var record = new PatientRecord(
                patient,
                Neighbour.CLINIC,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                Neighbour.ZONE,
                "en",
                mail,
                phone,
                List.of(new PatientRecord.Consent("SMS", true, TestClock.NOW)),
                "EMAIL",
                null);
        neighbour.state("patients", patient, StateCodec.patients().encode(record));
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-11T12:30:00Z");
        awaitState("SENT");
        return Objects.requireNonNull(Desk.mails(mail).getFirst().messageId());
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

    private List<String> notSent() {
        return Desk.get("/worklist?kind=NOT_SENT&size=200")
                .path("items.findAll { it.patientId == '" + patient + "' }.id");
    }

    private static double counted(String outcome) {
        var start = "upswing_mail_returned_total{outcome=\"" + outcome + "\"} ";
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
                .sum();
    }

    @Test
    void what_came_back_goes_by_the_next_channel() {
        var phone = "+12025550121";
        var messageId = writtenTo(phone);
        server.sendBack(ServerReports.exchange(messageId));
        bounces.run();
        Wait.orFail(SOON, "a text message", () -> !provider.taken(phone).isEmpty());
        awaitState("SENT");

        var recorded = history();
        assertThat(recorded)
                .startsWith(
                        "notification.dispatch-started.v1",
                        "notification.dispatch-accepted.v1",
                        "notification.dispatch-bounced.v1",
                        "notification.dispatch-started.v1");

        // the text message is not taken for what came back once more
        server.sendBack(ServerReports.gmail(messageId));
        bounces.run();
        assertThat(history()).isEqualTo(recorded);
        assertThat(Desk.states(patient)).containsEntry(STEP, "SENT");
        assertThat(provider.taken(phone)).hasSize(1);
        assertThat(Desk.mails(mail)).hasSize(1);
    }

    @Test
    void who_has_no_other_is_put_before_a_person() {
        server.sendBack(ServerReports.gmail(writtenTo(null)));
        bounces.run();
        awaitState("FAILED");
        assertThat(notSent()).containsExactly(Desk.reminder(patient, STEP));
        assertThat(Desk.get("/reminders/{id}/why", Desk.reminder(patient, STEP)).asString())
                .contains("Returned with status 5.1.1");
    }

    @Test
    void a_report_twice_is_recorded_once() {
        var messageId = writtenTo(null);
        var report = ServerReports.postfix(messageId, "failed", "5.1.1");
        server.sendBack(report);
        server.sendBack(report);
        bounces.run();
        bounces.run();
        server.sendBack(ServerReports.postfix(messageId, "failed", "5.2.2"));
        bounces.run();
        awaitState("FAILED");
        assertThat(history())
                .containsExactly(
                        "notification.dispatch-started.v1",
                        "notification.dispatch-accepted.v1",
                        "notification.dispatch-bounced.v1");
    }

    @Test
    void what_is_delayed_or_a_strangers_or_rubbish_changes_nothing_and_is_counted() {
        var messageId = writtenTo(null);
        var before = List.of(counted("no failure"), counted("no mail of ours"), counted("no report"));
        server.sendBack(new byte[] {0, 1, 2, (byte) 0xff});
        server.sendBack(ServerReports.postfix(messageId, "delayed", "4.4.1"));
        server.sendBack(ServerReports.postfix(ServerReports.messageId(UUID.randomUUID()), "failed", "5.1.1"));
        bounces.run();
        bounces.run();

        assertThat(List.of(counted("no failure"), counted("no mail of ours"), counted("no report")))
                .containsExactlyElementsOf(
                        before.stream().map(count -> count + 1).toList());
        assertThat(history()).hasSize(2);
        assertThat(Desk.states(patient)).containsEntry(STEP, "SENT");
    }

    @Test
    void a_mailbox_that_cannot_be_read_hurts_nobody_and_loses_nothing() {
        var before = counted("unread");
        server.letsIn(false);
        try {
            bounces.run();
            assertThat(counted("unread")).isEqualTo(before + 1);
            server.sendBack(ServerReports.exchange(writtenTo(null)));
            bounces.run();
            assertThat(Desk.states(patient)).containsEntry(STEP, "SENT");
        } finally {
            server.letsIn(true);
        }
        bounces.run();
        awaitState("FAILED");
    }
}
