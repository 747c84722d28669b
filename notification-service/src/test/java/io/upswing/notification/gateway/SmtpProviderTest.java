package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Text;
import io.upswing.notification.gateway.MailConfig.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certain of a delivery, and what is not. */
class SmtpProviderTest {
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T14:00:00Z"));

    private static Message message(String to) {
        return new Message(
                REMINDER,
                new UUID(1, 1),
                "clinic-1",
                1,
                Channel.EMAIL,
                Person.PATIENT,
                to,
                new Text("Your visit – soon", "Hello Zoë,\n.\nsee you.\n"));
    }

    private static Handover hand(Map<String, String> answers) throws IOException {
        try (var server = new ScriptedSmtp(answers)) {
            return new SmtpProvider(TestMail.to(server.port()), CLOCK).hand(message("ama@example.org"));
        }
    }

    @Test
    void what_the_server_took_is_accepted_under_an_id_that_follows_from_the_reminder() throws Exception {
        try (var server = new ScriptedSmtp(Map.of())) {
            var handover = new SmtpProvider(TestMail.to(server.port()), CLOCK).hand(message("ama@example.org"));
            var id = "<" + REMINDER + "@upswing.example>";
            assertThat(handover).isEqualTo(new Handover.Accepted(id));
            assertThat(server.accepted.take())
                    .contains("Message-ID: " + id, "Auto-Submitted: auto-generated", "To: ama@example.org");
            assertThat(server.sender.take()).contains("<clinic@upswing.example>");
        }
    }

    @Test
    void what_comes_back_goes_where_it_is_read_and_patients_answer_elsewhere() throws Exception {
        try (var server = new ScriptedSmtp(Map.of())) {
            var config = TestMail.to(server.port()).withBounces(1, Tls.NONE);
            assertThat(new SmtpProvider(config, CLOCK).hand(message("ama@example.org")))
                    .isInstanceOf(Handover.Accepted.class);
            assertThat(server.accepted.take())
                    .contains("From: clinic@upswing.example")
                    .doesNotContain("bounces@");
            assertThat(server.sender.take()).contains("<bounces@upswing.example>");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT, 550 5.1.1 <ama@example.org> is nobody here, SMTP 550 5.1.1",
        "RCPT, 553 no, SMTP 553",
        "DATA, 554 5.7.1 refused, SMTP 554 5.7.1",
        "TEXT, 554 5.6.0 refused, SMTP 554 5.6.0"
    })
    void a_refusal_for_good_is_one_and_names_nobody(String command, String answer, String reason) throws IOException {
        assertThat(hand(Map.of(command, answer))).isEqualTo(new Handover.Rejected(reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CONNECT, 421 busy",
        "CONNECT, 554 not you",
        "CONNECT, cut",
        "EHLO, cut",
        "MAIL, 451 4.3.0 later",
        "MAIL, 550 not from you",
        "MAIL, silence",
        "RCPT, 450 4.2.0 later",
        "RCPT, cut",
        "DATA, 451 later",
        "DATA, cut",
        "TEXT, 452 4.3.1 full"
    })
    void what_was_certainly_not_taken_may_be_tried_again(String command, String answer) throws IOException {
        assertThat(hand(Map.of(command, answer))).isInstanceOf(Handover.NotNow.class);
    }

    @ParameterizedTest
    @CsvSource({"cut", "silence"})
    void silence_after_the_text_is_doubt(String answer) throws IOException {
        assertThat(hand(Map.of("TEXT", answer))).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"cut", "silence", "500 what"})
    void a_farewell_changes_nothing(String answer) throws IOException {
        assertThat(hand(Map.of("QUIT", answer))).isInstanceOf(Handover.Accepted.class);
    }

    @Test
    void a_server_that_is_not_there_is_no_refusal() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(new SmtpProvider(TestMail.to(port), CLOCK).hand(message("ama@example.org")))
                .isInstanceOf(Handover.NotNow.class);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "nobody",
        "'a@b@c'",
        "'ama@example.org, ben@example.org'",
        "'friends: ama@example.org, ben@example.org;'",
        "'\"a\u010d\u010aDATA\"@example.org'",
        "łukasz@example.org",
        "ama@ł.example"
    })
    void what_is_not_one_address_or_would_reach_somebody_else_is_refused(String to) {
        assertThat(new SmtpProvider(TestMail.to(1), CLOCK).hand(message(to))).isInstanceOf(Handover.Rejected.class);
    }
}
