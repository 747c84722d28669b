package io.upswing.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.http.RecordsResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Calls every endpoint of a service without a token, in every role and as another clinic. A service's own class extends it
 * as a {@code @QuarkusTest}; an endpoint that is added later is covered without anybody thinking of it.
 */
public abstract class AccessContract {
    private static final Set<String> ALL =
            Set.of("front-desk", "nurse", "prescriber", "manager", "auditor", "operator");

    /** Who may do what is open to a role, written out from the contract. */
    private static final Map<String, Set<String>> MAY = Map.of(
            "reader", Set.of("front-desk", "nurse", "prescriber", "manager", "auditor"),
            "front-desk", Set.of("front-desk", "nurse", "prescriber", "manager"),
            "nurse", Set.of("nurse", "prescriber"),
            "prescriber", Set.of("prescriber"),
            "manager", Set.of("manager"));

    private static final int AT_ONCE = 8;

    private record Answer(int statusCode, String type, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();

    /** A class of the service's {@code api} package. */
    protected abstract Class<?> anchor();

    protected abstract URI base();

    protected abstract String token(String role, String clinic);

    /** Values of the path's parameters that exist in the clinic {@link #home()}. */
    protected abstract Map<String, String> parameters();

    /** A body that the clinic {@link #home()} would be allowed to send. */
    protected abstract String body(String method, String path);

    protected abstract String home();

    /** Paths whose content belongs to no clinic. */
    protected Set<String> common() {
        return Set.of();
    }

    /** What a path is asked with where it answers nothing without: ids of the clinic {@link #home()}, from a '?' on. */
    protected String query(String path) {
        return "";
    }

    @Test
    void nobody_gets_in_without_a_token() {
        eachEndpoint((endpoint, faults) -> {
            var answer = call(endpoint, null, "{}");
            expect(answer, 401, endpoint, "no token", faults);
            expect(call(endpoint, "not.a.token", "{}"), 401, endpoint, "a bad token", faults);
        });
    }

    @Test
    void every_role_gets_in_where_it_may_and_only_there() {
        eachEndpoint((endpoint, faults) -> {
            var allowed = allowed(endpoint);
            for (var role : new TreeSet<>(ALL)) {
                var answer = call(endpoint, token(role, home()), "{\"no-such-field\": 1}");
                if (!allowed.contains(role)) {
                    expect(answer, 403, endpoint, role, faults);
                } else if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                    faults.add(endpoint + " refused " + role);
                }
            }
        });
    }

    @Test
    void another_clinics_ids_are_not_found() {
        eachEndpoint((endpoint, faults) -> {
            if (common().contains(endpoint.path())) {
                return;
            }
            var role = allowed(endpoint).iterator().next();
            var answer = call(endpoint, token(role, "another-clinic"), body(endpoint.method(), endpoint.path()));
            if (endpoint.hasParameters() || !query(endpoint.path()).isEmpty()) {
                expect(answer, 404, endpoint, "another clinic", faults);
            } else if (endpoint.isRead() && !answer.body().contains("\"total\":0")) {
                faults.add(endpoint + " shows another clinic " + answer.body());
            }
        });
    }

    @Test
    void what_is_open_shows_nothing_to_who_does_not_know_its_secret() {
        each(endpoints().filter(Endpoint::open).toList(), (endpoint, faults) -> {
            expect(call(endpoint, null, "{}"), 404, endpoint, "a wrong secret", faults);
            expect(call(endpoint, token("manager", home()), "{}"), 404, endpoint, "a wrong secret", faults);
        });
    }

    private void eachEndpoint(BiConsumer<Endpoint, List<String>> check) {
        var closed = endpoints().filter(endpoint -> !endpoint.open()).toList();
        assertThat(closed).hasSizeGreaterThan(1);
        each(closed, check);
    }

    private Stream<Endpoint> endpoints() {
        return Stream.concat(Endpoint.beside(anchor()).stream(), Endpoint.of(RecordsResource.class));
    }

    /** Several at once: what is not there is waited for before it is said to be missing. */
    private static void each(List<Endpoint> endpoints, BiConsumer<Endpoint, List<String>> check) {
        var faults = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            endpoints.stream()
                    .map(endpoint -> CompletableFuture.runAsync(() -> check.accept(endpoint, faults), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(faults).isEmpty();
    }

    private static Set<String> allowed(Endpoint endpoint) {
        var allowed = new TreeSet<String>();
        endpoint.roles().forEach(role -> allowed.addAll(MAY.get(role)));
        assertThat(allowed).as("roles of " + endpoint).isNotEmpty();
        return allowed;
    }

    private static void expect(Answer answer, int status, Endpoint endpoint, String who, List<String> faults) {
        var type = endpoint.page() ? "text/html" : "application/problem+json";
        if (answer.statusCode() != status || !answer.type().startsWith(type)) {
            faults.add(endpoint + ", " + who + ": " + answer.statusCode() + " " + answer.type() + " " + answer.body());
        }
    }

    private Answer call(Endpoint endpoint, String token, String body) {
        var request = HttpRequest.newBuilder(base().resolve(endpoint.filled(parameters()) + query(endpoint.path())));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (endpoint.isRead()) {
            request.GET();
        } else {
            request.header("Content-Type", endpoint.page() ? "application/x-www-form-urlencoded" : "application/json")
                    .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new IllegalStateException(endpoint.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of a stream of events, which has no end, the first event is enough. */
    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        var type = response.headers().firstValue("Content-Type").orElse("none");
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var lines = reader.lines();
            var wanted = type.startsWith("text/event-stream") ? lines.takeWhile(line -> !line.isEmpty()) : lines;
            return new Answer(response.statusCode(), type, wanted.collect(Collectors.joining("\n")));
        }
    }
}
