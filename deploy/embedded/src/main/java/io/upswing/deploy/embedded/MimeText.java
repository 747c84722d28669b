package io.upswing.deploy.embedded;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What a person reads of a MIME message: the first plain text and the first HTML. */
final class MimeText {
    private MimeText() {}

    static Mail mail(MimeMessage message, String to, Instant at) throws MessagingException, IOException {
        var subject = Optional.ofNullable(message.getSubject()).orElse("");
        var text = find(message, "text/plain").orElse("");
        var html = find(message, "text/html").orElse(null);
        return new Mail(to, sender(message), subject, text, html, message.getMessageID(), at);
    }

    private static String sender(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? address.getAddress() : from[0].toString();
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString().replace("\r\n", "\n"));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
