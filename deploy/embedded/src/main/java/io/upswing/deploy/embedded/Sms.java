package io.upswing.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Daemon daemon;
    private final Path file;
    private final int port;

    private Sms(Path root, int port) {
        this.daemon = Daemon.in(root, "sms");
        this.file = root.resolve("data/sms/messages.jsonl");
        this.port = port;
    }

    /** The provider whose messages, log and pid file are below a root. */
    public static Sms in(Path root, int port) {
        return new Sms(root.toAbsolutePath(), port);
    }

    /** All it took, oldest first. */
    public List<TextMessage> messages() {
        try {
            return Json.readAll(ask(request("/messages").GET()), TextMessage.class);
        } catch (IOException e) {
            throw new IllegalStateException("The provider does not answer", e);
        }
    }

    /** How many it has taken. */
    public int count() {
        try {
            return Integer.parseInt(ask(request("/count").GET()));
        } catch (IOException e) {
            throw new IllegalStateException("The provider does not answer", e);
        }
    }

    /** What it took for a number, oldest first. */
    public List<TextMessage> messages(String to) {
        return messages().stream().filter(message -> message.to().equals(to)).toList();
    }

    /** Treats the next message to a number so. */
    public void next(String number, SmsMood mood) {
        var to = URLEncoder.encode(number, StandardCharsets.UTF_8);
        try {
            ask(request("/moods?to=" + to + "&mood=" + mood).POST(BodyPublishers.noBody()));
        } catch (IOException e) {
            throw new IllegalStateException("The provider does not answer", e);
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

    @Override
    public boolean healthy() {
        try {
            ask(request("/count").GET());
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
                SmsServer.class.getName(),
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        daemon.start(program.command(Integer.toString(port), ACCOUNT, TOKEN, file.toString()), Map.of());
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(10));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5));
    }

    private static String ask(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
