package io.upswing.notification.gateway;

import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.Returned;
import io.upswing.notification.domain.Returned.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464): a server's report of what became of a mail, with the headers of that mail.
 * Of the report only numbers are kept, for its words name the patient.
 */
final class DeliveryReport {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern FAILED = Pattern.compile("\\s*failed\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FOR_GOOD = Pattern.compile("\\s*(5\\.\\d{1,3}\\.\\d{1,3})\\b");

    private final MimeMessage mail;
    private final List<MimeBodyPart> parts;

    private DeliveryReport(MimeMessage mail) throws MessagingException {
        this.mail = mail;
        parts = parts(mail);
    }

    /** @param bytes of a mail, perhaps without its end */
    @SuppressWarnings("IllegalCatch") // anybody can send anything there, and the library may stumble over it
    static Returned read(byte[] bytes) {
        try {
            var mail = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            return mail.isMimeType("multipart/report")
                    ? new DeliveryReport(mail).read()
                    : new Returned.Other(Kind.NO_REPORT);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Returned.Other(Kind.UNREADABLE);
        }
    }

    private Returned read() throws MessagingException, IOException {
        var status = part("message/delivery-status", "message/global-delivery-status");
        if (status.isEmpty()) {
            return new Returned.Other(Kind.NO_REPORT);
        }
        var code = failure(status.get());
        if (code.isEmpty()) {
            return new Returned.Other(Kind.NO_FAILURE);
        }
        var id = returnedId();
        return id.isEmpty()
                ? new Returned.Other(Kind.NAMELESS)
                : new Returned.Bounce(
                        id.get().reminderId(),
                        new Receipt.Bounced(id.get().text(), "Returned with status " + code.get()));
    }

    /** The first recipient's status, if all failed for good: a mail of ours has one, but it may stand for many. */
    private static Optional<String> failure(MimeBodyPart report) throws MessagingException, IOException {
        var codes = new ArrayList<Optional<String>>();
        var fields = new ByteArrayInputStream(content(report).readAllBytes());
        while (fields.available() > 0) {
            var group = new InternetHeaders(fields); // up to the next empty line
            var action = group.getHeader("Action", null);
            if (action != null) {
                codes.add(
                        FAILED.matcher(action).matches() ? forGood(group.getHeader("Status", null)) : Optional.empty());
            }
        }
        return codes.isEmpty() || codes.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : codes.getFirst();
    }

    private static Optional<String> forGood(@Nullable String status) {
        var code = FOR_GOOD.matcher(status == null ? "" : status);
        return code.lookingAt() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** By the headers that were sent back; a report without them may be an answer to the mail. */
    private Optional<MessageId> returnedId() throws MessagingException, IOException {
        var headers = part("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");
        if (headers.isPresent()) {
            var id = new InternetHeaders(content(headers.get())).getHeader("Message-ID", null);
            if (MessageId.in(id).isPresent()) {
                return MessageId.in(id);
            }
        }
        return MessageId.in(mail.getHeader("In-Reply-To", null));
    }

    private Optional<MimeBodyPart> part(String... types) throws MessagingException {
        for (var part : parts) {
            for (var type : types) {
                if (part.isMimeType(type)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    /** The library takes no message within a message for encoded; a report in other scripts may be. */
    private static InputStream content(MimeBodyPart part) throws MessagingException {
        var encoding = part.getHeader("Content-Transfer-Encoding", null);
        var raw = part.getRawInputStream();
        return encoding == null ? raw : MimeUtility.decode(raw, encoding.strip());
    }

    /** Not by the library's content handlers: they would be looked for through the thread's class loader. */
    private static List<MimeBodyPart> parts(MimePart mail) throws MessagingException {
        var multipart = new MimeMultipart(new MimePartDataSource(mail));
        var parts = new ArrayList<MimeBodyPart>();
        for (int i = 0; i < multipart.getCount(); i++) {
            if (multipart.getBodyPart(i) instanceof MimeBodyPart part) {
                parts.add(part);
            }
        }
        return parts;
    }
}
