package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.Text;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to a clinic's own system, and what comes back. */
class WebhookTest {
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T14:00:00Z"));
    private static final String KEY = REMINDER + "-3";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

    private record Config(Map<String, Target> clinics, Duration connectTimeout, Duration timeout)
            implements WebhookConfig {}

    private record OfClinic(URI url, String secret) implements WebhookConfig.Target {}

    private static WebhookConfig config(URI url) {
        return config(url, Duration.ofSeconds(30));
    }

    private static WebhookConfig config(URI url, Duration timeout) {
        return new Config(
                Map.of("clinic-a", new OfClinic(url, "ours"), "clinic-b", new OfClinic(NOWHERE, "theirs")),
                Duration.ofSeconds(10),
                timeout);
    }

    private static Message message(String clinic) {
        return new Message(
                REMINDER,
                PATIENT,
                clinic,
                3,
                Channel.WEBHOOK,
                Person.PATIENT,
                null,
                new Text("Your visit", "Hello Zoë,\n\"soon\""));
    }

    private static Handover hand(ScriptedHttp.Script script) throws IOException {
        return hand(script, Duration.ofSeconds(30));
    }

    private static Handover hand(ScriptedHttp.Script script, Duration timeout) throws IOException {
        try (var server = new ScriptedHttp(script)) {
            var handover = new WebhookCarrier(config(server.uri(), timeout), CLOCK).hand(message("clinic-a"));
            assertThat(server.taken).hasSize(1);
            return handover;
        }
    }

    @Test
    void the_clinics_system_gets_a_signed_message_with_a_key_that_tells_a_repeat() throws Exception {
        try (var server = new ScriptedHttp(ScriptedHttp.answer(204, ""))) {
            var carrier = new WebhookCarrier(config(server.uri().resolve("/in?from=us")), CLOCK);
            assertThat(carrier.hand(message("clinic-a"))).isEqualTo(new Handover.Accepted(KEY));

            var taken = server.taken.take();
            assertThat(taken.uri()).hasToString("/in?from=us");
            assertThat(taken.body())
                    .isEqualTo("{\"reminderId\":\"" + REMINDER
                            + "\",\"attempt\":3,\"clinic\":\"clinic-a\",\"patientId\":\"" + PATIENT
                            + "\",\"subject\":\"Your visit\",\"text\":\"Hello Zoë,\\n\\\"soon\\\"\"}");
            assertThat(taken.headers())
                    .containsEntry("Idempotency-Key", KEY)
                    .containsEntry("Content-Type", "application/json")
                    .containsEntry("Upswing-Signature", WebhookSignature.of("ours", CLOCK.instant(), taken.body()));
        }
    }

    @Test
    void the_signature_is_one_that_others_can_make() {
        // printf '1773151200.{}' | openssl dgst -sha256 -hmac ours
        assertThat(WebhookSignature.of("ours", CLOCK.instant(), "{}"))
                .isEqualTo("t=1773151200,v1=c7f201fdd1815fef46e6953bd052df53f3f5f6257a3a25eb615615cd7e33c75f");
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "410", "422"})
    void what_the_clinics_system_refuses_is_refused(int status) throws IOException {
        assertThat(hand(ScriptedHttp.answer(status, ""))).isEqualTo(new Handover.Rejected("HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "429", "503"})
    void what_is_turned_away_at_the_door_may_be_tried_again(int status) throws IOException {
        assertThat(hand(ScriptedHttp.answer(status, "", "Retry-After", "5")))
                .isEqualTo(new Handover.NotNow("HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "302"})
    void what_broke_there_is_doubt(int status) throws IOException {
        assertThat(hand(ScriptedHttp.answer(status, ""))).isEqualTo(new Handover.Unknown("HTTP " + status));
    }

    @Test
    void silence_after_the_message_is_doubt_and_nobody_there_is_not() throws IOException {
        assertThat(hand(ScriptedHttp.silenceAfter(""), Duration.ofSeconds(1))).isInstanceOf(Handover.Unknown.class);
        assertThat(hand(ScriptedHttp.cut())).isInstanceOf(Handover.Unknown.class);
        assertThat(new WebhookCarrier(config(NOWHERE), CLOCK).hand(message("clinic-a")))
                .isInstanceOf(Handover.NotNow.class);
    }

    @Test
    void a_clinic_without_a_system_is_told_nothing() {
        assertThat(new WebhookCarrier(config(NOWHERE), CLOCK).hand(message("clinic-c")))
                .isInstanceOf(Handover.Rejected.class);
        var none = new Config(Map.of(), Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(new WebhookCarrier(none, CLOCK).configured()).isFalse();
        assertThat(new WebhookReceipts(none).configured()).isFalse();
    }

    private static Reading read(String secret, String body) {
        return new WebhookReceipts(config(NOWHERE)).read("", WebhookSignature.of(secret, CLOCK.instant(), body), body);
    }

    private static String said(String clinic, String state) {
        return "{\"reminderId\": \"" + REMINDER + "\", \"attempt\": 3, \"clinic\": \"" + clinic
                + "\", \"patientId\": \"" + PATIENT + "\", \"state\": \"" + state + "\"}";
    }

    @Test
    void it_says_whether_the_patient_was_reached() {
        var claim = new Claim(REMINDER, PATIENT, "clinic-a", 3, Instant.EPOCH);
        assertThat(read("ours", said("clinic-a", "DELIVERED")))
                .isEqualTo(new Reading.Told(claim, new Receipt.Delivered(KEY)));
        assertThat(read("ours", said("clinic-a", "FAILED")))
                .isEqualTo(
                        new Reading.Told(claim, new Receipt.Bounced(KEY, "The clinic's system could not deliver it.")));
    }

    @Test
    void no_clinic_speaks_for_another() {
        assertThat(read("theirs", said("clinic-a", "DELIVERED"))).isEqualTo(new Reading.Forged());
        assertThat(read("ours", said("clinic-b", "DELIVERED"))).isEqualTo(new Reading.Forged());
        assertThat(read("ours", said("clinic-c", "DELIVERED"))).isEqualTo(new Reading.Forged());
        var body = said("clinic-a", "DELIVERED");
        var signature = WebhookSignature.of("ours", CLOCK.instant(), body);
        var receipts = new WebhookReceipts(config(NOWHERE));
        assertThat(receipts.read("", signature, body + " ")).isEqualTo(new Reading.Forged());
        assertThat(receipts.read("", signature.replace("t=1", "t=2"), body)).isEqualTo(new Reading.Forged());
        assertThat(receipts.read("", "", body)).isEqualTo(new Reading.Forged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"reminderId\": \"x\"}",
                "{\"clinic\": \"clinic-a\"}",
                "{\"clinic\": \"clinic-a\", \"state\": \"LOST\"}",
                "{\"clinic\": \"clinic-a\", \"more\": 1}"
            })
    void what_is_no_receipt_is_no_fault_of_ours(String body) {
        assertThat(read("ours", body)).isInstanceOf(Reading.Senseless.class);
    }
}
