package io.upswing.deploy.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One provider of text messages, which takes all of them unless it is told to have a bad day. */
public final class Sms implements Server {
    public static final String ACCOUNT = "AC0";
    public static final String TOKEN = "the token of a provider that is none";
    public static final String FROM = "+12025550100";

    private final Daemon daemon;
    private final Path file;
    private final Shown shown;

    private Sms(Path root, int port) {
        this.daemon = Daemon.in(root, "sms");
        this.file = root.resolve("data/sms/messages.jsonl");
        this.shown = new Shown(port);
    }

    /** The provider whose messages, log and pid file are below a root. */
    public static Sms in(Path root, int port) {
        return new Sms(root.toAbsolutePath(), port);
    }

    /** All it took, oldest first. */
    public List<TextMessage> messages() {
        return shown.messages("", TextMessage.class);
    }

    /** How many it has taken. */
    public int count() {
        return shown.count();
    }

    /** What it took for a number, oldest first. */
    public List<TextMessage> messages(String to) {
        return messages().stream().filter(message -> message.to().equals(to)).toList();
    }

    /** Treats the next message to a number so. */
    public void next(String number, SmsMood mood) {
        shown.post("/moods?to=" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "&mood=" + mood);
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public int port() {
        return shown.port();
    }

    @Override
    public boolean healthy() {
        return shown.answers();
    }

    @Override
    public void launch() {
        if (!daemon.isAlive()) {
            var program = JavaProgram.small(SmsServer.class);
            daemon.start(program.command(Integer.toString(port()), ACCOUNT, TOKEN, file.toString()), Map.of());
        }
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(10));
    }
}
