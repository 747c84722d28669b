package io.upswing.session.api;

import io.upswing.deploy.embedded.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A display on the wall: keeps every line that it was sent, in order. */
final class Screen implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final InputStream stream;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Screen(InputStream stream) {
        this.stream = stream;
    }

    static Screen open(int port, String clinic, String query) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sessions/live" + query))
                .header("Authorization", "Bearer " + TestTokens.token("auditor", clinic, "wall"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Answered " + answer.statusCode());
            }
            var screen = new Screen(answer.body());
            Thread.ofVirtual().start(screen::read);
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("closed");
        }
    }

    /** All lines that came up to and with the first one that is as wanted. */
    List<String> until(Predicate<String> wanted) throws InterruptedException {
        var came = new ArrayList<String>();
        while (came.isEmpty() || !wanted.test(came.getLast())) {
            var line = lines.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("In vain; what came: " + came);
            }
            came.add(line);
        }
        return came;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
