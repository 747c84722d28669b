package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Mail FIRST = mail("Ama@example.org", "first");
    private static final Mail SECOND = mail("ben@example.org", "second");

    @TempDir
    Path folder;

    @Test
    void keeps_mail_in_order_over_a_restart() throws IOException {
        var before = new Mailbox(file());
        before.add(FIRST);
        before.add(SECOND);
        assertThat(new Mailbox(file()).all()).containsExactly(FIRST, SECOND);
    }

    @Test
    void finds_an_address_however_it_is_written() throws IOException {
        var mailbox = new Mailbox(file());
        mailbox.add(FIRST);
        mailbox.add(SECOND);
        assertThat(mailbox.to("ama@EXAMPLE.org")).containsExactly(FIRST);
    }

    @Test
    void loses_nothing_but_the_line_that_was_being_written_when_it_was_killed() throws IOException {
        new Mailbox(file()).add(FIRST);
        Files.writeString(file(), "\n{\"to\":\"cut", StandardOpenOption.APPEND);
        new Mailbox(file()).add(SECOND);
        assertThat(new Mailbox(file()).all()).containsExactly(FIRST, SECOND);
    }

    private Path file() {
        return folder.resolve("messages.jsonl");
    }

    private static Mail mail(String to, String subject) {
        return new Mail(to, "clinic@example.org", subject, "text", null, null, NOON);
    }
}
