package io.upswing.deploy.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends messages as long as a reminder by nothing but the library, each over a connection of its own as a service does. */
final class RawSmtp {
    private static final String TEXT = "a line of some text\n".repeat(40);

    private final int port;
    private final Session session;

    RawSmtp(int port) {
        this.port = port;
        var properties = new Properties();
        properties.setProperty("mail.smtp.quitwait", "false");
        session = Session.getInstance(properties);
    }

    void send(int number) {
        try (var transport = session.getTransport("smtp")) {
            var message = new MimeMessage(session);
            message.setFrom("clinic@example.org");
            message.setRecipient(RecipientType.TO, new InternetAddress("raw" + number + "@example.org"));
            message.setSubject("Your appointment");
            message.setText(TEXT, StandardCharsets.UTF_8.name());
            message.saveChanges();
            transport.connect("127.0.0.1", port, null, null);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException("Not sent", e);
        }
    }
}
