package io.upswing.notification.gateway;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Knows how far a message came: from the moment the server says it takes the text, it may have it. */
final class TrackedTransport extends SMTPTransport {

    /** Where a delivery stands. */
    enum Phase {
        CONNECTING,
        ADDRESSING,
        TEXT
    }

    private Phase phase = Phase.CONNECTING;

    TrackedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    Phase phase() {
        return phase;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = Phase.ADDRESSING;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        var text = super.data();
        phase = Phase.TEXT;
        return text;
    }
}
