package io.upswing.deploy.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;

/** An SMTP server that accepts every message, keeps it, and shows it on a page. */
public final class MailServer implements AutoCloseable {
    private final Clock clock;
    private final Mailbox mailbox;
    private final SmtpServer smtp;
    private final MailPage page;

    MailServer(int smtpPort, int pagePort, Path file, Clock clock) throws IOException {
        this.clock = clock;
        this.mailbox = new Mailbox(file);
        var managers = new Managers();
        var users = managers.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> new Recipient(address.getEmail(), users));
        this.smtp = new Prompt(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers);
        smtp.startService();
        this.page = new MailPage(mailbox, pagePort);
    }

    /** {@code <SMTP port> <port of the page> <file>}: runs until it is killed. */
    public static void main(String[] arguments) throws IOException {
        new MailServer(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Path.of(arguments[2]),
                Clock.systemUTC());
    }

    @Override
    public void close() {
        page.close();
        smtp.stopService();
    }

    /** It writes an answer in pieces: unless they are sent at once, each waits 40 ms for the client's acknowledgement. */
    private static final class Prompt extends SmtpServer {
        Prompt(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    /** Every address is somebody here; what arrives is kept by us and not by GreenMail. */
    private final class Recipient extends UserImpl {
        private final String address;

        Recipient(String address, UserManager users) {
            super(address, address, "", users.getImapHostManager());
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            try {
                mailbox.add(MimeText.mail(message.getMessage(), address, clock.instant()));
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("Not accepted", e);
            }
        }
    }
}
