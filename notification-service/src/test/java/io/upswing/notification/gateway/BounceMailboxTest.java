package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.notification.BounceServer;
import io.upswing.notification.ServerReports;
import io.upswing.notification.domain.Returned;
import io.upswing.notification.gateway.MailConfig.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailbox of a real server: what came over SMTP is read over IMAP, once. */
class BounceMailboxTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private final BounceServer server = new BounceServer();
    private final BounceMailbox mailbox = mailbox(server.imapPort(), Tls.NONE);

    @AfterEach
    void stop() {
        server.close();
    }

    private static BounceMailbox mailbox(int port, Tls tls) {
        return new BounceMailbox(TestMail.to(1).withBounces(port, tls));
    }

    private static String report(UUID reminder) {
        return ServerReports.postfix(ServerReports.messageId(reminder), "failed", "5.1.1");
    }

    /** What is shown to somebody who deals with the bounces of one reminder, or with all that is shown. */
    private List<Returned> shown(UUID dealtWith, boolean others) throws IOException {
        var shown = new ArrayList<Returned>();
        mailbox.each((number, mail) -> {
            shown.add(mail);
            return others
                    || (mail instanceof Returned.Bounce bounce
                            && bounce.reminderId().equals(dealtWith));
        });
        return shown;
    }

    private static List<UUID> reminders(List<Returned> mails) {
        return mails.stream()
                .filter(Returned.Bounce.class::isInstance)
                .map(mail -> ((Returned.Bounce) mail).reminderId())
                .toList();
    }

    @Test
    void what_is_dealt_with_is_not_shown_again_and_everything_else_is() throws IOException {
        server.sendBack(report(FIRST));
        server.sendBack(ServerReports.away(ServerReports.messageId(FIRST)));
        server.sendBack(report(SECOND));

        assertThat(shown(FIRST, false)).hasSize(3);
        assertThat(reminders(shown(FIRST, false))).containsExactly(SECOND);
        assertThat(shown(FIRST, true)).hasSize(2);
        assertThat(shown(FIRST, true)).isEmpty();

        server.sendBack(report(FIRST));
        assertThat(reminders(shown(FIRST, false))).containsExactly(FIRST);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_else_lies_there_a_report_is_found(long seed) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            server.sendBack(rubbish(random));
        }
        server.sendBack(report(SECOND));
        for (int i = 0; i < 12; i++) {
            server.sendBack(rubbish(random));
        }
        var shown = shown(SECOND, true);
        assertThat(shown).hasSize(25);
        assertThat(reminders(shown)).contains(SECOND);
        assertThat(shown(SECOND, true)).isEmpty();
    }

    /** Bytes, or a report in which some were exchanged. */
    private static byte[] rubbish(Random random) {
        var bytes = ServerReports.gmail(ServerReports.messageId(FIRST)).getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
        }
        for (int i = 0; i < 30 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void a_large_mail_is_read_as_far_as_it_matters() throws IOException {
        server.sendBack(report(FIRST).replace("Subject: Your", "Subject: " + "x\r\n ".repeat(400_000) + "Your"));
        assertThat(reminders(shown(FIRST, false))).containsExactly(FIRST);
        assertThat(shown(FIRST, false)).isEmpty();
    }

    @Test
    void a_mailbox_that_cannot_be_read_says_so() throws IOException {
        server.sendBack(report(FIRST));
        server.letsIn(false);
        assertThatThrownBy(() -> shown(FIRST, true)).isInstanceOf(IOException.class);
        server.letsIn(true);
        assertThat(reminders(shown(FIRST, false))).containsExactly(FIRST);

        var gone = server.imapPort();
        server.close();
        assertThatThrownBy(() -> mailbox(gone, Tls.NONE).each((number, mail) -> true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void nothing_is_said_to_a_server_that_cannot_be_trusted() {
        server.sendBack(report(FIRST));
        for (var mailbox : List.of(
                mailbox(server.imapPort(), Tls.STARTTLS),
                mailbox(server.imapPort(), Tls.IMPLICIT),
                mailbox(server.imapsPort(), Tls.IMPLICIT))) {
            assertThatThrownBy(() -> mailbox.each((number, mail) -> true)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void without_a_mailbox_nothing_is_read() throws IOException {
        var none = new BounceMailbox(TestMail.to(1));
        assertThat(none.configured()).isFalse();
        none.each((number, mail) -> {
            throw new AssertionError(mail);
        });
    }
}
