package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One mail server that accepts everything, with the page that shows what it got. */
public final class Smtp implements Server {
    private final Daemon daemon;
    private final Path file;
    private final int port;
    private final Shown page;

    private Smtp(Path root, int port, int pagePort) {
        this.daemon = Daemon.in(root, "smtp");
        this.file = root.resolve("data/mail/messages.jsonl");
        this.port = port;
        this.page = new Shown(pagePort);
    }

    /** The mail server whose mail, log and pid file are below a root. */
    public static Smtp in(Path root, int port, int pagePort) {
        return new Smtp(root.toAbsolutePath(), port, pagePort);
    }

    public int pagePort() {
        return page.port();
    }

    /** The mail an address got, oldest first. */
    public List<Mail> mails(String to) {
        return page.messages("?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), Mail.class);
    }

    /** All mail, oldest first: from its file, for there may be more of it than one answer should hold. */
    public List<Mail> mails() {
        try {
            return new Mailbox(file).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many it has taken. */
    public int count() {
        return page.count();
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public int port() {
        return port;
    }

    /** The page opens after the SMTP port. */
    @Override
    public boolean healthy() {
        return page.answers();
    }

    @Override
    public void launch() {
        if (!daemon.isAlive()) {
            var program = JavaProgram.small(MailServer.class);
            daemon.start(
                    program.command(Integer.toString(port), Integer.toString(pagePort()), file.toString()), Map.of());
        }
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(10));
    }
}
