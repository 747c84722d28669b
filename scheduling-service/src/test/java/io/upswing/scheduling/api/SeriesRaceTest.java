package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many series over the same days on few chairs: each is booked whole or not at all. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SeriesRaceTest {
    private static final int CLIENTS = 64;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI base;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = TestTokens.token("front-desk", clinic.clinic(), "desk");

    @Test
    void of_64_series_on_two_chairs_as_many_are_booked_as_there_is_room_for_and_none_by_half() throws Exception {
        clock.set(TestClock.MONDAY);
        var site = clinic.site("America/New_York", "08:00", "14:00");
        clinic.chair(site, "1", "IN");
        clinic.chair(site, "2", "IN");
        var bookings = new HashMap<UUID, HttpRequest>();
        for (int i = 0; i < CLIENTS; i++) {
            var patient = clinic.patient();
            var course = clinic.prescribe(sessions, patient, site, MONDAY);
            bookings.put(
                    patient, booking(course, site, i % 2 == 0 ? "\"TUESDAY\",\"FRIDAY\"" : "\"TUESDAY\",\"THURSDAY\""));
        }

        var answers = race(bookings);

        assertThat(answers.values())
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409));
        var booked = answers.values().stream()
                .filter(answer -> answer.statusCode() == 201)
                .count();
        assertThat(booked).isPositive();
        assertThat(count("select count(*) from appointment where site_id = '" + site + "'"))
                .isEqualTo(8 * booked);
        assertThat(count("select count(*) from taken where site_id = '" + site + "'"))
                .isEqualTo(8 * booked);
        assertThat(count("""
                select count(*) from (
                    select patient_id from appointment where site_id = '%s' group by patient_id having count(*) <> 8) half
                """.formatted(site))).isZero();
        assertThat(count("""
                select count(*) from taken a join taken b on a.chair_id = b.chair_id
                    and a.id < b.id and a.start_at < b.end_at and b.start_at < a.end_at
                where a.site_id = '%s' or not (a.overbooked or b.overbooked)""".formatted(site))).isZero();
        assertThat(answers.values())
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.body()).contains("\"no-series\"", "\"slot-taken\""));
    }

    private Map<UUID, HttpResponse<String>> race(Map<UUID, HttpRequest> bookings) throws Exception {
        var ready = new CountDownLatch(bookings.size());
        var running = new HashMap<UUID, Future<HttpResponse<String>>>();
        var answers = new HashMap<UUID, HttpResponse<String>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            bookings.forEach((patient, booking) -> running.put(patient, clients.submit(() -> {
                ready.countDown();
                ready.await();
                return http.send(booking, HttpResponse.BodyHandlers.ofString());
            })));
            for (var answer : running.entrySet()) {
                answers.put(answer.getKey(), answer.getValue().get());
            }
        }
        return answers;
    }

    private HttpRequest booking(UUID course, UUID site, String days) {
        var body = "{\"from\":\"2026-03-03\",\"siteId\":\"" + site + "\",\"days\":[" + days + "],\"doseMg\":56}";
        return HttpRequest.newBuilder(base.resolve("/series/" + course + "/bookings"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
