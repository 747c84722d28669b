package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One mail server that accepts everything, with the page that shows what it got. */
public final class Smtp implements Server {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Daemon daemon;
    private final Path file;
    private final int port;
    private final int pagePort;

    private Smtp(Path root, int port, int pagePort) {
        this.daemon = Daemon.in(root, "smtp");
        this.file = root.resolve("data/mail/messages.jsonl");
        this.port = port;
        this.pagePort = pagePort;
    }

    /** The mail server whose mail, log and pid file are below a root. */
    public static Smtp in(Path root, int port, int pagePort) {
        return new Smtp(root.toAbsolutePath(), port, pagePort);
    }

    public int pagePort() {
        return pagePort;
    }

    /** The mail an address got, oldest first. */
    public List<Mail> mails(String to) {
        try {
            return Json.readAll(get("/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)), Mail.class);
        } catch (IOException e) {
            throw new IllegalStateException("The mail server does not answer", e);
        }
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
        try {
            return Integer.parseInt(get("/count"));
        } catch (IOException e) {
            throw new IllegalStateException("The mail server does not answer", e);
        }
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
        try {
            get("/messages?to=nobody");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void launch() {
        if (daemon.isAlive()) {
            return;
        }
        var program = JavaProgram.ofClass(
                System.getProperty("java.class.path"),
                MailServer.class.getName(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        daemon.start(program.command(Integer.toString(port), Integer.toString(pagePort), file.toString()), Map.of());
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(10));
    }

    private String get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pagePort + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
