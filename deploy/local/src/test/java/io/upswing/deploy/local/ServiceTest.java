package io.upswing.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.upswing.deploy.embedded.Daemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a service over HTTP. */
class ServiceTest {
    @TempDir
    Path root;

    private HttpServer http;
    private Service service;

    @BeforeEach
    void listen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        service = new Service(
                Daemon.in(root, "session-service"),
                root.resolve("missing.jar"),
                http.getAddress().getPort(),
                Map::of);
    }

    @AfterEach
    void close() {
        http.stop(0);
    }

    @Test
    void is_healthy_when_it_says_that_it_is_ready() {
        answer("/q/health/ready", 200, "{}");
        assertThat(service.healthy()).isTrue();
    }

    @Test
    void is_not_healthy_when_it_says_that_it_is_not_or_nothing() {
        answer("/q/health/ready", 503, "{}");
        assertThat(service.healthy()).isFalse();
        http.stop(0);
        assertThat(service.healthy()).isFalse();
    }

    @Test
    void counts_unsent_events_over_all_labels() {
        answer("/q/metrics", 200, """
                # HELP upswing_log_unsent_events Events that Kafka has not acknowledged
                # TYPE upswing_log_unsent_events gauge
                upswing_log_unsent_events{topic="session-events"} 2.0
                upswing_log_unsent_events{topic="patients"} 1.0
                upswing_log_unsent_age_seconds 12.5
                """);
        assertThat(service.unsentEvents()).hasValue(3);
    }

    @Test
    void does_not_take_silence_for_nothing_unsent() {
        answer("/q/metrics", 200, "jvm_threads 12\n");
        assertThat(service.unsentEvents()).isEmpty();
        http.stop(0);
        assertThat(service.unsentEvents()).isEmpty();
    }

    @Test
    void is_not_launched_before_it_is_built() {
        assertThatThrownBy(service::launch).isInstanceOf(Complaint.class).hasMessageContaining("not built");
    }

    private void answer(String path, int status, String body) {
        http.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
