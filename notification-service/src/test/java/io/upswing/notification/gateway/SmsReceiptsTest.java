package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.Receipt;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider's status callbacks mean, and who may make them. */
class SmsReceiptsTest {
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    private static final Claim CLAIM = new Claim(REMINDER, PATIENT, "clinic & co", 2, Instant.EPOCH);
    private static final String QUERY =
            "clinic=clinic+%26+co&patient=" + PATIENT + "&reminder=" + REMINDER + "&attempt=2";
    private static final String ADDRESS = "https://clinic.example/n/providers/sms/receipts";

    private final SmsReceipts receipts = new SmsReceipts(TestSms.config(URI.create("http://127.0.0.1:1")));

    private static Map<String, String> fields(String status, String error) {
        var fields = new TreeMap<>(Map.of("MessageSid", "SM1f", "MessageStatus", status, "To", "+12025550123"));
        if (!error.isEmpty()) {
            fields.put("ErrorCode", error);
        }
        return fields;
    }

    private static String signature(String query, Map<String, String> fields) {
        return SmsReceipts.signature(TestSms.TOKEN, ADDRESS + "?" + query, fields);
    }

    private Reading read(String status, String error) {
        var fields = fields(status, error);
        return receipts.read(QUERY, signature(QUERY, fields), Form.encode(fields));
    }

    @Test
    void it_is_signed_as_the_provider_documents() {
        var fields = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675310",
                "Digits", "1234",
                "From", "+14158675310",
                "To", "+18005551212");
        assertThat(SmsReceipts.signature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", fields))
                .isEqualTo("GvWf1cFY/Q7PnoempGyD5oXAezc=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "read"})
    void what_arrived_is_delivered(String status) {
        assertThat(read(status, "")).isEqualTo(new Reading.Told(CLAIM, new Receipt.Delivered("SM1f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"undelivered", "failed", "canceled"})
    void what_did_not_arrive_says_why_without_naming_anybody(String status) {
        assertThat(read(status, "30003"))
                .isEqualTo(new Reading.Told(CLAIM, new Receipt.Bounced("SM1f", "Error 30003")));
        assertThat(read(status, "+12025550123"))
                .isEqualTo(new Reading.Told(CLAIM, new Receipt.Bounced("SM1f", status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "queued", "sending", "sent"})
    void what_is_on_its_way_was_taken(String status) {
        assertThat(read(status, "")).isEqualTo(new Reading.Taken(CLAIM, new Handover.Accepted("SM1f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "receiving", "some-day"})
    void other_words_say_nothing(String status) {
        assertThat(read(status, "")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void whoever_does_not_have_the_token_is_not_the_provider() {
        var fields = fields("delivered", "");
        var body = Form.encode(fields);
        var right = signature(QUERY, fields);
        var forged = new Reading.Forged();
        assertThat(receipts.read(QUERY, "", body)).isEqualTo(forged);
        assertThat(receipts.read(QUERY, right.toLowerCase(Locale.ROOT), body)).isEqualTo(forged);
        assertThat(receipts.read(QUERY, right, body + "&More=1")).isEqualTo(forged);
        assertThat(receipts.read(QUERY, right, body.replace("delivered", "failed")))
                .isEqualTo(forged);
        assertThat(receipts.read(QUERY.replace("attempt=2", "attempt=3"), right, body))
                .isEqualTo(forged);
        assertThat(receipts.read("", right, body)).isEqualTo(forged);
        assertThat(new SmsReceipts(TestSms.none()).read(QUERY, right, body)).isEqualTo(forged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "clinic=a&patient=b&reminder=c&attempt=d"})
    void the_provider_too_must_name_a_message_of_ours(String query) {
        var fields = fields("delivered", "");
        assertThat(receipts.read(query, signature(query, fields), Form.encode(fields)))
                .isInstanceOf(Reading.Senseless.class);
        var nameless = Map.of("MessageStatus", "delivered");
        assertThat(receipts.read(QUERY, signature(QUERY, nameless), Form.encode(nameless)))
                .isInstanceOf(Reading.Senseless.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a=%"})
    void what_is_no_form_is_no_fault_of_ours(String body) {
        assertThat(receipts.read(QUERY, "x", body)).isInstanceOf(Reading.Senseless.class);
    }
}
