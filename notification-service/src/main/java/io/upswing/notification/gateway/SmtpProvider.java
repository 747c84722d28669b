package io.upswing.notification.gateway;

import io.upswing.notification.domain.Carrier;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Hands a message to the mail server, once. */
@Singleton
class SmtpProvider implements Carrier {
    private static final Logger LOG = Logger.getLogger(SmtpProvider.class);

    private final MailConfig config;
    private final InstantSource clock;
    private final Session session;

    SmtpProvider(MailConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        session = Session.getInstance(properties(config));
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean configured() {
        return true; // the service does not start without a mail server
    }

    @Override
    public Handover hand(Message message) {
        try {
            return deliver(new ReminderMail(session, message, config.from(), clock));
        } catch (AddressException e) {
            return new Handover.Rejected("The address is not one that can be written to.");
        } catch (MessagingException e) {
            return new Handover.Rejected("The message could not be made.");
        }
    }

    @SuppressWarnings("IllegalCatch") // a fault of the library after the text went out must not pass for "not sent"
    private Handover deliver(ReminderMail mail) throws MessagingException {
        var transport = new TrackedTransport(session);
        try {
            transport.connect(
                    config.host(),
                    config.port(),
                    config.username().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Handover.Accepted(mail.getMessageID());
        } catch (MessagingException | RuntimeException e) {
            var verdict = SmtpVerdict.of(e, transport.phase());
            LOG.warnf("Not accepted: %s", verdict);
            return verdict;
        } finally {
            quit(transport);
        }
    }

    /** What the server says to a farewell changes nothing of what it has taken. */
    private static void quit(TrackedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The connection could not be closed in peace", e);
        }
    }

    private static Properties properties(MailConfig config) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
        properties.setProperty("mail.smtp.timeout", millis(config.timeout()));
        properties.setProperty("mail.smtp.writetimeout", millis(config.timeout()));
        properties.setProperty("mail.smtp.quitwait", "false");
        config.bounces().ifPresent(bounces -> properties.setProperty("mail.smtp.from", bounces.address()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.startTlsRequired()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
