package io.upswing.notification.gateway;

import io.upswing.notification.domain.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;

/** A reminder as mail. */
final class ReminderMail extends MimeMessage {
    private final String messageId;

    ReminderMail(Session session, Message message, String from, InstantSource clock) throws MessagingException {
        super(session);
        var sender = new InternetAddress(from, true);
        messageId = messageId(message.reminderId(), sender);
        setFrom(sender);
        setRecipient(RecipientType.TO, recipient(Objects.requireNonNull(message.to())));
        setSubject(message.text().subject(), "UTF-8");
        setSentDate(Date.from(clock.instant()));
        setHeader("Auto-Submitted", "auto-generated");
        // Bytes, not text: a text would need a content handler to be found through the thread's class loader
        var body = message.text().body().getBytes(StandardCharsets.UTF_8);
        setDataHandler(new DataHandler(new ByteArrayDataSource(body, "text/plain; charset=UTF-8")));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** ASCII only: of any other character the library sends the low byte, which is another person's address or a line break. */
    private static InternetAddress recipient(String to) throws AddressException {
        var address = new InternetAddress(to, true);
        if (address.isGroup() || !StandardCharsets.US_ASCII.newEncoder().canEncode(to)) {
            throw new AddressException("Not one plain address");
        }
        return address;
    }

    private static String messageId(UUID reminderId, InternetAddress sender) {
        var address = sender.getAddress();
        return new MessageId(reminderId, address.substring(address.indexOf('@') + 1)).text();
    }
}
