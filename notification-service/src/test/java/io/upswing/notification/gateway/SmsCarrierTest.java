package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Text;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain of a text message that was handed over, and what is not. */
class SmsCarrierTest {
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    private static final String NUMBER = "+12025550123";
    private static final String TAKEN = "{\"sid\": \"SM1f\", \"status\": \"queued\", \"error_code\": null}";

    private static Message message(String to) {
        return new Message(
                REMINDER,
                PATIENT,
                "clinic & co",
                2,
                Channel.SMS,
                Person.PATIENT,
                to,
                new Text("", "Su cita: 9 h & más"));
    }

    private static SmsCarrier carrier(URI provider) {
        return new SmsCarrier(TestSms.config(provider));
    }

    private static Handover hand(ScriptedHttp.Script script) throws IOException {
        return hand(script, TestSms::config);
    }

    /** The server took the request exactly once, whatever it made of it. */
    private static Handover hand(ScriptedHttp.Script script, Function<URI, SmsConfig> config) throws IOException {
        try (var server = new ScriptedHttp(script)) {
            var handover = new SmsCarrier(config.apply(server.uri())).hand(message(NUMBER));
            assertThat(server.taken).hasSize(1);
            return handover;
        }
    }

    @Test
    void a_message_is_taken_under_the_providers_id_and_its_receipts_name_it() throws Exception {
        try (var server = new ScriptedHttp(ScriptedHttp.answer(201, TAKEN))) {
            assertThat(carrier(server.uri()).hand(message("+1 (202) 555-0123")))
                    .isEqualTo(new Handover.Accepted("SM1f"));

            var taken = server.taken.take();
            assertThat(taken.method()).isEqualTo("POST");
            assertThat(taken.uri()).hasToString("/2010-04-01/Accounts/AC1/Messages.json");
            assertThat(taken.headers())
                    .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                    .containsEntry(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString("AC1:secret".getBytes(StandardCharsets.UTF_8)));
            assertThat(Form.decode(taken.body()))
                    .isEqualTo(Map.of(
                            "To",
                            NUMBER,
                            "From",
                            "+12025550100",
                            "Body",
                            "Su cita: 9 h & más",
                            "StatusCallback",
                            "https://clinic.example/n/providers/sms/receipts?clinic=clinic+%26+co&patient=" + PATIENT
                                    + "&reminder=" + REMINDER + "&attempt=2"));
        }
    }

    @ParameterizedTest(name = "error {0}")
    @CsvSource({"21211, Error 21211", "21614, Error 21614", "30006, Error 30006"})
    void a_refusal_for_good_is_one_and_names_nobody(int error, String reason) throws IOException {
        var body = "{\"code\": " + error + ", \"message\": \"The number +12025550123 is not …\", \"status\": 400}";
        assertThat(hand(ScriptedHttp.answer(400, body))).isEqualTo(new Handover.Rejected(reason));
    }

    @Test
    void who_told_the_provider_that_they_want_no_more_is_said_to_have() throws IOException {
        var body = "{\"code\": 21610, \"message\": \"The number +12025550123 is unsubscribed\", \"status\": 400}";
        assertThat(hand(ScriptedHttp.answer(400, body)))
                .isEqualTo(new Handover.Unwanted("Error 21610: unsubscribed at the provider"));
    }

    static Stream<ScriptedHttp.Script> turnedAway() {
        return Stream.of(
                ScriptedHttp.answer(429, "{\"code\": 20429, \"message\": \"Too Many Requests\", \"status\": 429}"),
                ScriptedHttp.answer(429, "slow down", "Retry-After", "1"),
                ScriptedHttp.answer(503, "", "Retry-After", "3"),
                ScriptedHttp.answer(503, "", "Retry-After", "Wed, 11 Mar 2026 08:00:00 GMT"),
                ScriptedHttp.answer(401, "{\"code\": 20003, \"message\": \"Authenticate\", \"status\": 401}"),
                ScriptedHttp.answer(403, ""),
                ScriptedHttp.answer(404, "{\"code\": 20404, \"status\": 404}"),
                ScriptedHttp.answer(400, "{\"code\": 21606, \"message\": \"not yours\", \"status\": 400}"));
    }

    @ParameterizedTest
    @MethodSource("turnedAway")
    void what_was_turned_away_without_a_word_about_the_patient_may_be_tried_again(ScriptedHttp.Script script)
            throws IOException {
        assertThat(hand(script)).isInstanceOf(Handover.NotNow.class);
    }

    static Stream<ScriptedHttp.Script> doubts() {
        return Stream.of(
                ScriptedHttp.answer(500, "{\"code\": 20500, \"status\": 500}"),
                ScriptedHttp.answer(502, "<html>bad gateway</html>"),
                ScriptedHttp.answer(503, ""),
                ScriptedHttp.answer(201, ""),
                ScriptedHttp.answer(201, "{\"status\": \"queued\""),
                ScriptedHttp.answer(201, "[]"),
                ScriptedHttp.answer(201, "{\"sid\": \"no id at all\"}"),
                ScriptedHttp.answer(201, "x".repeat(100_000)),
                ScriptedHttp.answer(404, "<html>nobody here</html>"),
                ScriptedHttp.answer(307, "", "Location", "/elsewhere"),
                ScriptedHttp.cut());
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void once_the_message_was_sent_everything_but_a_clear_answer_is_doubt(ScriptedHttp.Script script)
            throws IOException {
        assertThat(hand(script)).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"sid\": \"SM1f\""})
    void so_is_silence(String beginning) throws IOException {
        assertThat(hand(ScriptedHttp.silenceAfter(beginning), TestSms::impatient))
                .isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void a_server_that_is_not_there_has_nothing() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(carrier(URI.create("http://127.0.0.1:" + port)).hand(message(NUMBER)))
                .isInstanceOf(Handover.NotNow.class);
        assertThat(carrier(URI.create("http://no-such-host.invalid")).hand(message(NUMBER)))
                .isInstanceOf(Handover.NotNow.class);
    }

    @Test
    void nothing_is_sent_before_the_line_is_safe() throws IOException {
        try (var plain = new ScriptedHttp(ScriptedHttp.answer(201, TAKEN))) {
            var safe = URI.create(plain.uri().toString().replace("http:", "https:"));
            var carrier = new SmsCarrier(TestSms.impatient(safe));
            assertThat(carrier.hand(message(NUMBER))).isInstanceOf(Handover.NotNow.class);
            assertThat(plain.taken).isEmpty();
        }
    }

    @Test
    void who_let_us_connect_and_does_not_speak_may_have_read_it() throws IOException {
        try (var mute = new ServerSocket(0)) {
            var config = TestSms.impatient(URI.create("http://127.0.0.1:" + mute.getLocalPort()));
            assertThat(new SmsCarrier(config).hand(message(NUMBER))).isInstanceOf(Handover.Unknown.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "2025550123",
                "+1202555",
                "+1 202 555 0123 4567",
                "+49 30 901820",
                "+1 900 555 0123",
                "+18005551212",
                "+12025550123,+12025550124"
            })
    void what_is_no_number_for_text_messages_is_refused_before_anybody_is_called(String to) throws Exception {
        try (var server = new ScriptedHttp(ScriptedHttp.answer(201, TAKEN))) {
            assertThat(carrier(server.uri()).hand(message(to))).isInstanceOf(Handover.Rejected.class);
            assertThat(server.taken).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+34 612 345 678", "+49 1512 3456789", "+33 6 12 34 56 78", "+52 55 1234 5678"})
    void numbers_of_other_countries_are_written_to(String to) throws Exception {
        try (var server = new ScriptedHttp(ScriptedHttp.answer(201, TAKEN))) {
            assertThat(carrier(server.uri()).hand(message(to))).isInstanceOf(Handover.Accepted.class);
            assertThat(Form.decode(server.taken.take().body())).containsEntry("To", to.replace(" ", ""));
        }
    }

    @Test
    void after_too_many_the_next_message_waits_as_long_as_the_provider_asked() throws Exception {
        try (var server = new ScriptedHttp(ScriptedHttp.answer(429, "", "Retry-After", "3600"))) {
            var carrier = carrier(server.uri());
            assertThat(carrier.room()).isPositive();
            assertThat(carrier.hand(message(NUMBER))).isEqualTo(new Handover.NotNow("HTTP 429"));
            assertThat(carrier.room()).isZero();
            assertThat(carrier.hand(message(NUMBER)))
                    .isEqualTo(new Handover.NotNow("The provider takes no more for the moment."));
            assertThat(server.taken).hasSize(1);
        }
    }

    @Test
    void without_an_account_there_is_no_carrier() {
        var carrier = new SmsCarrier(TestSms.none());
        assertThat(carrier.configured()).isFalse();
        assertThat(carrier.hand(message(NUMBER))).isInstanceOf(Handover.Rejected.class);
    }
}
