package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.upswing.deploy.bench.History.Patient;
import io.upswing.deploy.embedded.Infrastructure;
import io.upswing.deploy.local.client.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured of the calendar, at a service that says yes to everything: what is asked is counted and timed. */
class BookingSmokeTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final Sizes TINY = new Sizes(1, 1, 1, 1, 2, 1);

    private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Ids ids = new Ids(3);
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", this::sayYes);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void slots_are_looked_for() {
        new SlotsBench(desk(), patients(3), MONDAY, 1_500).run("3 appointments", figures::add);
        assertThat(asked("GET /slots")).isEqualTo(2_500);
        assertThat(figures).hasSize(2).allSatisfy(BookingSmokeTest::measured);
    }

    @Test
    void series_are_booked_once_for_each_patient() {
        var servers = Infrastructure.get().bootstrapServers();
        new SeriesBench(desk(), patients(SeriesBench.PATIENTS), MONDAY, servers, 400)
                .run("3 appointments", figures::add);
        assertThat(asked("POST /series")).isEqualTo(SeriesBench.PATIENTS + 400);
        assertThat(figures).hasSize(2).allSatisfy(BookingSmokeTest::measured);
    }

    @Test
    void bookings_are_counted_beside_bare_appends() throws Exception {
        var patients = patients(BookingBench.patients(TINY));
        var seats = patients.stream()
                .map(patient -> new SiteCalendar.Seat(ids.next(), Instant.EPOCH))
                .toList();
        var crowd = new Crowd(2, Duration.ofMillis(100), Duration.ofMillis(200));
        new BookingBench(desk(), patients, seats, TINY)
                .run("3 appointments", Infrastructure.get().database("bare"), crowd, figures::add);
        assertThat(asked("POST /appointments")).isEqualTo(patients.size());
        assertThat(figures).hasSize(1).allSatisfy(BookingSmokeTest::measured);
    }

    @Test
    void a_refusal_ends_the_measurement() {
        service.removeContext("/");
        service.createContext("/", exchange -> answer(exchange, 409, "taken"));
        var bench = new SlotsBench(desk(), patients(1), MONDAY, 1_500);
        assertThatThrownBy(() -> bench.run("3 appointments", figures::add)).hasMessageContaining("409");
        assertThat(figures).isEmpty();
    }

    private static void measured(Figure figure) {
        assertThat(figure.measured().value()).isPositive();
        assertThat(figure.ratio()).isPositive();
    }

    private long asked(String what) {
        return asked.getOrDefault(what, new LongAdder()).sum();
    }

    private void sayYes(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var what = exchange.getRequestMethod() + " /" + path.split("/", 3)[1];
        asked.computeIfAbsent(what, key -> new LongAdder()).increment();
        var created = exchange.getRequestMethod().equals("POST") && !path.endsWith("proposals");
        answer(exchange, created ? 201 : 200, "[{\"start\": \"2026-03-09T07:00:00Z\"}]");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Desk desk() {
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        return new Desk(new Api(Map.of("scheduling-service", address), role -> role), UUID.randomUUID());
    }

    private List<Patient> patients(int count) {
        return Stream.generate(() -> new Patient(ids.next(), ids.next(), ids.next()))
                .limit(count)
                .toList();
    }
}
