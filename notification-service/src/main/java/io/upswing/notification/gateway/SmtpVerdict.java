package io.upswing.notification.gateway;

import io.upswing.notification.domain.Handover;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a failed delivery means (RFC 5321): 5yz never, 4yz not now, silence after the text was begun nobody knows. */
final class SmtpVerdict {
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    /** What the server answered; its text is left out, for it may name the patient. */
    private record Reply(int code, String inWords) {}

    private SmtpVerdict() {}

    static Handover of(Exception failure, TrackedTransport.Phase phase) {
        var reply = reply(failure);
        if (reply.isEmpty()) {
            return phase == TrackedTransport.Phase.TEXT
                    ? new Handover.Unknown("The mail server was silent after it had begun to take the text.")
                    : new Handover.NotNow("The mail server could not be talked to.");
        }
        var words = reply.get().inWords();
        // a refusal before a recipient was named is about us, not about the patient: somebody will mend it
        return reply.get().code() >= 500 && phase != TrackedTransport.Phase.CONNECTING
                ? new Handover.Rejected(words)
                : new Handover.NotNow(words);
    }

    private static Optional<Reply> reply(Exception failure) {
        var open = new ArrayDeque<Throwable>();
        var seen = new HashSet<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var each = open.remove();
            if (!seen.add(each)) {
                continue;
            }
            var reply = replyIn(each);
            if (reply.isPresent()) {
                return reply;
            }
            if (each instanceof MessagingException nested && nested.getNextException() != null) {
                open.add(nested.getNextException());
            }
        }
        return Optional.empty();
    }

    private static Optional<Reply> replyIn(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> reply(address.getReturnCode(), address.getMessage());
            case SMTPSendFailedException send -> reply(send.getReturnCode(), send.getMessage());
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> reply(int code, @Nullable String text) {
        if (code < 400) {
            return Optional.empty();
        }
        var enhanced = ENHANCED.matcher(text == null ? "" : text);
        return Optional.of(new Reply(code, "SMTP " + code + (enhanced.find() ? " " + enhanced.group() : "")));
    }
}
