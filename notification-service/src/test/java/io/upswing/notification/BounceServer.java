package io.upswing.notification;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A mail server that takes what other servers send back, and shows it over IMAP. */
public final class BounceServer implements AutoCloseable {
    public static final String ADDRESS = "bounces@upswing.example";
    public static final String USER = "bounces";
    public static final String PASSWORD = "the mailbox's password";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_IMAPS)
    });
    private final GreenMailUser user;

    public BounceServer() {
        server.start();
        user = server.setUser(ADDRESS, USER, PASSWORD);
    }

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Encrypted, with a certificate that nobody vouches for. */
    public int imapsPort() {
        return server.getImaps().getPort();
    }

    /** Whether it lets its user in. */
    public void letsIn(boolean itDoes) {
        user.setPassword(itDoes ? PASSWORD : "another");
    }

    /** Over SMTP, as servers send it. */
    public void sendBack(String mail) {
        sendBack(mail.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBack(byte[] mail) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.from", "mailer-daemon@example.org");
        var session = Session.getInstance(properties);
        try (var smtp = new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null))) {
            smtp.connect("127.0.0.1", server.getSmtp().getPort(), null, null);
            smtp.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail)),
                    new Address[] {new InternetAddress(ADDRESS)});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
