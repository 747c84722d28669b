package io.upswing.notification.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.EventLogs;
import io.upswing.notification.BounceServerResource;
import io.upswing.notification.Neighbour;
import io.upswing.notification.SmsProvider;
import io.upswing.notification.SmsProvider.Mood;
import io.upswing.notification.SmsProviderResource;
import io.upswing.notification.TestClock;
import io.upswing.notification.api.Desk;
import io.upswing.notification.domain.Invitations;
import io.upswing.notification.domain.ProviderBook;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.view.Recipients;
import io.upswing.notification.view.TextMessages;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mornings after a text message was sent whose receipt got lost. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
@WithTestResource(SmsProviderResource.class)
@WithTestResource(BounceServerResource.class)
class ReconcilerTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STEP = "1-day-before";

    @Inject
    EventLogs logs;

    @Inject
    @All
    List<ProviderBook> books;

    @Inject
    TextMessages messages;

    @Inject
    Recipients recipients;

    @Inject
    Texts texts;

    @Inject
    Invitations invitations;

    @Inject
    Receipts receipts;

    @Inject
    Neighbour neighbour;

    @TestHTTPResource("/")
    URI service;

    SmsProvider provider; // by SmsProviderResource

    private final UUID patient = UUID.randomUUID();

    @BeforeEach
    void theClinicUsesTextMessages() {
        provider.serviceIs(service);
        Wait.orFail(SOON, "text messages in the policies", Desk::useTextMessages);
    }

    @AfterEach
    void everybodyMayRead() {
        provider.showsItsBooks(true);
    }

    /** Sent on 10 March, and arrived, of which nobody is told. */
    private void sent(String phone) {
        provider.is(Mood.WELL, phone);
        var record = new PatientRecord(
                patient,
                Neighbour.CLINIC,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                Neighbour.ZONE,
                "en",
                patient + "@example.org",
                phone,
                List.of(new PatientRecord.Consent("SMS", true, TestClock.NOW)),
                "SMS",
                null);
        neighbour.state("patients", patient, StateCodec.patients().encode(record));
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-11T12:30:00Z");
        Wait.orFail(SOON, "a text message", () -> "SENT".equals(state()));
        provider.taken(phone).getFirst().status()[0] = "delivered";
    }

    private String state() {
        return Desk.states(patient).getOrDefault(STEP, "");
    }

    private String stateAfterMorningOf(String day) {
        var clock = InstantSource.fixed(Instant.parse(day + "T05:30:00Z"));
        var replica = new Reconciler(logs, books, messages, recipients, texts, invitations, receipts, clock);
        replica.daily();
        return state();
    }

    @Test
    void the_books_of_a_day_are_asked_for_on_the_three_mornings_after_it() {
        sent("+12025550131");
        assertThat(stateAfterMorningOf("2026-03-10")).isEqualTo("SENT");
        assertThat(stateAfterMorningOf("2026-03-14")).isEqualTo("SENT");

        provider.showsItsBooks(false);
        assertThat(stateAfterMorningOf("2026-03-11")).isEqualTo("SENT");
        assertThat(stateAfterMorningOf("2026-03-12")).isEqualTo("SENT");
        provider.showsItsBooks(true);
        assertThat(stateAfterMorningOf("2026-03-13")).isEqualTo("DELIVERED");
    }

    @Test
    void what_one_morning_found_is_no_news_to_the_next() {
        sent("+12025550132");
        assertThat(stateAfterMorningOf("2026-03-11")).isEqualTo("DELIVERED");
        assertThat(stateAfterMorningOf("2026-03-12")).isEqualTo("DELIVERED");
        List<String> history =
                Desk.get("/reminders/{id}/why", Desk.reminder(patient, STEP)).path("history.type");
        assertThat(history)
                .containsExactly(
                        "notification.dispatch-started.v1",
                        "notification.dispatch-accepted.v1",
                        "notification.dispatch-delivered.v1");
    }
}
