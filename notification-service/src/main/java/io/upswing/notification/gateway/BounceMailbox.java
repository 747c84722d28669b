package io.upswing.notification.gateway;

import io.upswing.notification.domain.ReturnedMail;
import io.upswing.notification.gateway.MailConfig.Tls;
import jakarta.inject.Singleton;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The mailbox that undeliverable mail comes back to, over IMAP. What is dealt with is marked as read, and stays. */
@Singleton
class BounceMailbox implements ReturnedMail {

    /** A report and the headers of a mail need a fraction of it. */
    private static final int LONGEST = 256 * 1024;

    private final MailConfig config;

    BounceMailbox(MailConfig config) {
        this.config = config;
    }

    @Override
    public boolean configured() {
        return config.bounces().isPresent();
    }

    @Override
    @SuppressWarnings("IllegalCatch") // the library stumbles over servers that do not keep to the protocol
    public void each(Clerk clerk) throws IOException {
        var bounces = config.bounces().orElse(null);
        if (bounces == null) {
            return;
        }
        try (var store = store(bounces.tls().orElse(Tls.IMPLICIT))) {
            store.connect(bounces.host(), bounces.port().orElse(993), bounces.username(), bounces.password());
            var folder = (IMAPFolder) store.getFolder(bounces.folder().orElse("INBOX"));
            folder.open(Folder.READ_WRITE);
            each(folder, clerk);
        } catch (MessagingException | RuntimeException e) {
            throw new IOException("The mailbox at " + bounces.host(), e);
        }
    }

    /** What cannot be fetched is left for another time, and does not stand in the way of what can. */
    private static void each(IMAPFolder folder, Clerk clerk) throws MessagingException, IOException {
        IOException failure = null;
        for (var message : unread(folder)) {
            var number = folder.getUID(message);
            try {
                if (clerk.take(number, DeliveryReport.read(bytes(message)))) {
                    message.setFlag(Flags.Flag.SEEN, true);
                }
            } catch (IOException e) {
                failure = new IOException("Mail " + number + " cannot be fetched", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Message[] unread(IMAPFolder folder) throws MessagingException {
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(unread, numbers);
        return unread;
    }

    private static byte[] bytes(Message message) throws MessagingException, IOException {
        try (var stream = ((IMAPMessage) message).getMimeStream()) {
            return stream.readNBytes(LONGEST);
        }
    }

    private IMAPStore store(Tls tls) {
        var implicit = tls == Tls.IMPLICIT;
        var prefix = implicit ? "mail.imaps." : "mail.imap.";
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", millis(config.connectTimeout()));
        properties.setProperty(prefix + "timeout", millis(config.timeout()));
        properties.setProperty(prefix + "writetimeout", millis(config.timeout()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty(prefix + "peek", "true"); // to fetch it is not to have dealt with it
        var session = Session.getInstance(properties);
        return implicit ? new IMAPSSLStore(session, null) : new IMAPStore(session, null);
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
