package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.notification.domain.Affirmation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server that answers as scheduling-service does. */
class SchedulingCalendarTest {
    private static final Affirmation YES =
            new Affirmation(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), Instant.parse("2026-03-11T12:30:00Z"));

    private final PatientLinks links = new PatientLinks(() -> "a key of at least thirty-two characters");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/p/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_yes_is_the_confirmation_of_the_time_that_it_answers_and_always_the_same() {
        assertThat(calendar().confirm(YES)).isTrue();
        assertThat(calendar().confirm(YES)).isTrue();

        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1)).endsWith("/confirm seen=2026-03-11T12%3A30%3A00Z");
        var token = asked.get(0).replaceAll(".*/p/|/confirm.*", "");
        var link = links.open(token, EnumSet.of(Purpose.CONFIRM), YES.start().minusSeconds(60));
        assertThat(link.id()).isEqualTo(YES.replyId());
        assertThat(link.patientId()).isEqualTo(YES.patientId());
        assertThat(link.subject()).isEqualTo(YES.appointmentId());
    }

    @Test
    void what_it_refuses_is_understood_and_what_it_cannot_take_now_is_told_again() {
        status = 410;
        assertThat(calendar().confirm(YES)).isTrue();
        status = 503;
        assertThat(calendar().confirm(YES)).isFalse();
        server.stop(0);
        assertThat(calendar().confirm(YES)).isFalse();
    }

    private SchedulingCalendar calendar() {
        var pages = URI.create("http://localhost:" + server.getAddress().getPort() + "/p/");
        return new SchedulingCalendar(links, new PagesConfig() {
            @Override
            public URI appointments() {
                return pages;
            }

            @Override
            public URI questionnaires() {
                return pages;
            }

            @Override
            public URI preferences() {
                return pages;
            }
        });
    }
}
