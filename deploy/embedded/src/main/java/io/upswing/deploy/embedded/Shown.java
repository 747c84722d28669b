package io.upswing.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** What a server of ours accepted, as it shows that to programs beside it: over HTTP, at a port of this machine. */
record Shown(int port) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Oldest first. */
    <T> List<T> messages(String query, Class<T> type) {
        return Json.readAll(answer(request("/messages" + query).GET()), type);
    }

    /** How many. */
    int count() {
        return Integer.parseInt(answer(request("/count").GET()));
    }

    void post(String path) {
        answer(request(path).POST(BodyPublishers.noBody()));
    }

    boolean answers() {
        try {
            ask(request("/count").GET());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String answer(HttpRequest.Builder request) {
        try {
            return ask(request);
        } catch (IOException e) {
            throw new IllegalStateException("Nobody answers at port " + port, e);
        }
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
