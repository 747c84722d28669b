package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.ServerReports;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.Returned;
import io.upswing.notification.domain.Returned.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain by a report of a server, and what is none. */
class DeliveryReportTest {
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final String ID = ServerReports.messageId(REMINDER);
    private static final String REPORT = ServerReports.postfix(ID, "failed", "5.1.1");
    private static final String RECIPIENT =
            "Final-Recipient: rfc822; ama@example.org\r\nOriginal-Recipient: rfc822;ama@example.org\r\n";

    private static Returned read(String mail) {
        return DeliveryReport.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static Returned bounce(String status) {
        return new Returned.Bounce(REMINDER, new Receipt.Bounced(ID, "Returned with status " + status));
    }

    private static Returned other(Kind kind) {
        return new Returned.Other(kind);
    }

    @Test
    void servers_of_all_makes_are_understood_and_nobody_is_named() {
        assertThat(read(REPORT)).isEqualTo(bounce("5.1.1"));
        assertThat(read(ServerReports.exchange(ID))).isEqualTo(bounce("5.1.10"));
        assertThat(read(ServerReports.gmail(ID))).isEqualTo(bounce("5.1.1"));
        assertThat(read(REPORT.replace("\r\n", "\n"))).isEqualTo(bounce("5.1.1"));
    }

    @Test
    void a_report_may_be_encoded() {
        var start = REPORT.indexOf("Reporting-MTA");
        var end = REPORT.indexOf("\r\n--9A8B", start);
        var fields = Base64.getMimeEncoder()
                .encodeToString(REPORT.substring(start, end).getBytes(StandardCharsets.UTF_8));
        var encoded = REPORT.substring(0, start) + fields + REPORT.substring(end);
        assertThat(read(encoded.replace(
                        "message/delivery-status", "message/delivery-status\r\nContent-Transfer-Encoding: base64")))
                .isEqualTo(bounce("5.1.1"));
    }

    @Test
    void a_report_in_other_scripts_is_one() {
        assertThat(read(REPORT.replace("message/delivery-status", "message/global-delivery-status")
                        .replace("text/rfc822-headers", "message/global-headers")))
                .isEqualTo(bounce("5.1.1"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"failed, 5.1.1", "Failed, 5.7.606", "FAILED (for good), '5.0.0 (undefined)'"})
    void what_failed_for_good_has_come_back(String action, String status) {
        assertThat(read(ServerReports.postfix(ID, action, status))).isEqualTo(bounce(status.split(" ", 2)[0]));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "delayed, 4.4.1",
        "delayed, 5.1.1",
        "failed, 4.4.7",
        "failed, 2.0.0",
        "failed, 5",
        "failed, 50.1.1",
        "failed, ''",
        "'', 5.1.1",
        "relayed, 2.0.0",
        "relayed, 5.1.1",
        "expanded, 5.1.1",
        "delivered, 2.1.5",
        "unfailed, 5.1.1",
        "failedtoo, 5.1.1"
    })
    void what_may_still_arrive_or_did_has_not_come_back(String action, String status) {
        assertThat(read(ServerReports.postfix(ID, action, status))).isEqualTo(other(Kind.NO_FAILURE));
    }

    @Test
    void an_address_that_stands_for_many_has_failed_when_it_did_for_all() {
        var both = "Action: failed\r\nStatus: 5.2.2\r\n\r\n" + RECIPIENT;
        assertThat(read(REPORT.replace(RECIPIENT, RECIPIENT + both))).isEqualTo(bounce("5.2.2"));
        var one = "Action: relayed\r\nStatus: 2.0.0\r\n\r\n" + RECIPIENT;
        assertThat(read(REPORT.replace(RECIPIENT, RECIPIENT + one))).isEqualTo(other(Kind.NO_FAILURE));
    }

    @Test
    void what_people_and_their_machines_answer_is_no_report() {
        assertThat(read(ServerReports.away(ID))).isEqualTo(other(Kind.NO_REPORT));
        assertThat(read(ServerReports.read(ID))).isEqualTo(other(Kind.NO_REPORT));
        assertThat(read("")).isEqualTo(other(Kind.NO_REPORT));
        assertThat(read("Subject: Undelivered\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nMessage-ID: " + ID))
                .isEqualTo(other(Kind.NO_REPORT));
    }

    @Test
    void a_report_without_the_mail_is_told_by_what_it_answers() {
        var mail = "Content-Type: message/rfc822\r\n";
        var answer = ServerReports.gmail(ID).replace(mail, "Content-Type: text/plain\r\n");
        assertThat(read(answer)).isEqualTo(bounce("5.1.1"));
        assertThat(read(answer.replaceFirst("In-Reply-To: .*\r\n", ""))).isEqualTo(other(Kind.NAMELESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<CAF=1234@mail.example.org>",
                "<0b7c1a52@upswing.example>",
                "<0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01>",
                "<0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01@ama muster>",
                "<0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a0g@upswing.example>",
                ""
            })
    void a_report_on_a_mail_of_others_names_none_of_ours(String messageId) {
        assertThat(read(ServerReports.postfix(messageId, "failed", "5.1.1"))).isEqualTo(other(Kind.NAMELESS));
    }

    @Test
    void a_mail_without_its_end_is_enough() {
        var whole = ServerReports.gmail(ID);
        assertThat(read(whole.substring(0, whole.lastIndexOf("Subject")))).isEqualTo(bounce("5.1.1"));
    }

    @Property(tries = 2000)
    void any_bytes_say_nothing(@ForAll byte[] bytes) {
        assertThat(DeliveryReport.read(bytes)).isInstanceOf(Returned.Other.class);
    }

    @Property(tries = 2000)
    void a_report_that_was_damaged_is_understood_or_not_and_throws_nothing(
            @ForAll @IntRange(max = 2) int maker,
            @ForAll @IntRange(max = 4000) int at,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll byte[] instead) {
        var report = List.of(REPORT, ServerReports.exchange(ID), ServerReports.gmail(ID))
                .get(maker)
                .getBytes(StandardCharsets.UTF_8);
        var start = Math.min(at, report.length);
        var rest = Arrays.copyOfRange(report, Math.min(start + cut, report.length), report.length);
        var damaged = concat(Arrays.copyOf(report, start), instead, rest);
        switch (DeliveryReport.read(damaged)) {
            case Returned.Bounce bounce -> assertThat(bounce.receipt().reason()).startsWith("Returned with status 5.");
            case Returned.Other nothing -> {}
        }
    }

    private static byte[] concat(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
