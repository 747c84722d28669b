package io.upswing.deploy.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One clinic's way to the services: adds the token of a role and routes by path, as a gateway in front would. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Map<String, URI> services;
    private final UnaryOperator<String> tokens;
    private final Map<String, String> tokenByRole = new ConcurrentHashMap<>();

    /**
     * @param services where each service answers, by its name
     * @param tokens what a role shows
     */
    public Api(Map<String, URI> services, UnaryOperator<String> tokens) {
        this.services = Map.copyOf(services);
        this.tokens = tokens;
    }

    /** The same clinic's way, with one service somewhere else. */
    public Api withServiceAt(String service, URI address) {
        var moved = new ConcurrentHashMap<>(services);
        moved.put(service, address);
        return new Api(moved, tokens);
    }

    public Answer get(String role, String path) {
        return send(request(role, path).GET());
    }

    /** Reads what is at least as new as the position of a write. */
    public Answer getAfter(String position, String role, String path) {
        return send(request(role, path).header("Read-After", position).GET());
    }

    public Answer post(String role, String path, Object body) {
        return send(json(request(role, path)).POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** The same key again is the same request again. */
    public Answer post(String role, String path, Object body, String key) {
        var request = json(request(role, path)).header("Idempotency-Key", key);
        return send(request.POST(BodyPublishers.ofString(Json.write(body))));
    }

    public Answer put(String role, String path, Object body) {
        return send(json(request(role, path)).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    public Answer patch(String role, String path, Object body, String key) {
        var request = json(request(role, path)).header("Idempotency-Key", key);
        return send(request.method("PATCH", BodyPublishers.ofString(Json.write(body))));
    }

    /** A request of any shape to the service that owns the path, with the token of the role. */
    public HttpRequest.Builder request(String role, String path) {
        return bare(Routes.serviceOf(path), path).header("Authorization", "Bearer " + token(role));
    }

    /** A request of any shape to a service, without a token. */
    public HttpRequest.Builder bare(String service, String path) {
        var address = services.get(service);
        if (address == null) {
            throw new IllegalArgumentException(service);
        }
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json, application/problem+json");
    }

    public String token(String role) {
        return tokenByRole.computeIfAbsent(role, tokens);
    }

    /** @throws UncheckedIOException when no answer came; whether the request was carried out is then unknown */
    public Answer send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var response = HTTP.send(sent, BodyHandlers.ofString());
            return new Answer(
                    sent.method() + " " + sent.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }
}
