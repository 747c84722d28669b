package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class ChairRaceTest {
    private static final int CLIENTS = 64;

    /** What every build has time for; RaceStory races as often as it is told, beside a second instance. */
    private static final int ROUNDS = Integer.getInteger("upswing.race.rounds", 50);

    private static final int A_DAY = 18;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI base;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = TestTokens.token("front-desk", clinic.clinic(), "desk");

    @Test
    void of_64_clients_for_one_chair_and_time_exactly_one_gets_it() throws Exception {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        clinic.chair(site, "2", "IN");
        var patients = new ArrayList<UUID>();
        for (int i = 0; i < CLIENTS; i++) {
            patients.add(clinic.patient());
        }
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var answers = race(clients, patients, site, chair, startOf(round));
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 201)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() != 201)
                        .allSatisfy(ChairRaceTest::isTakenWithAlternatives);
            }
        }
        assertThat(count("select count(*) from appointment where chair_id = '" + chair + "'"))
                .isEqualTo(ROUNDS);
        assertThat(count("""
                select count(*) from appointment a join appointment b on a.chair_id = b.chair_id
                    and a.appointment_id < b.appointment_id and a.start_at < b.end_at and b.start_at < a.end_at
                where a.state in ('BOOKED', 'CONFIRMED') and b.state in ('BOOKED', 'CONFIRMED')
                    and (a.chair_id = '%s' or not (a.overbooked or b.overbooked))""".formatted(chair))).isZero();
    }

    @Test
    void of_64_clients_that_book_one_patient_at_one_time_into_chairs_enough_exactly_one_does() throws Exception {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        for (int i = 0; i < 8; i++) {
            clinic.chair(site, "chair " + i, "IN");
        }
        var patients = Collections.nCopies(CLIENTS, clinic.patient());
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < A_DAY; round++) {
                var answers = race(clients, patients, site, null, startOf(round));
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 201)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() != 201)
                        .allSatisfy(answer -> assertThat(answer.body()).contains("\"patient-already-booked\""));
            }
        }
    }

    @Test
    void the_database_itself_refuses_a_chair_twice() {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", clinic.chair(site, "1", "IN"))
                .then()
                .statusCode(201);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> update("""
                        insert into taken select gen_random_uuid(), site_id, chair_id, start_at + interval '29 minutes',
                            end_at + interval '29 minutes', watched_from, watched_to, prescriber, overbooked, expires_at
                        from taken where site_id = '%s'""".formatted(site)))
                .matches(refused -> refused.getSQLState().equals("23P01"));
    }

    private List<HttpResponse<String>> race(
            ExecutorService clients, List<UUID> patients, UUID site, @Nullable UUID chair, String start)
            throws ExecutionException, InterruptedException {
        var ready = new CountDownLatch(CLIENTS);
        var running = new ArrayList<Future<HttpResponse<String>>>();
        for (var patient : patients) {
            running.add(clients.submit(() -> {
                ready.countDown();
                ready.await();
                return http.send(booking(patient, site, chair, start), HttpResponse.BodyHandlers.ofString());
            }));
        }
        var answers = new ArrayList<HttpResponse<String>>();
        for (var answer : running) {
            answers.add(answer.get());
        }
        return answers;
    }

    private HttpRequest booking(UUID patient, UUID site, @Nullable UUID chair, String start) {
        return HttpRequest.newBuilder(base.resolve("/appointments"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ClinicFixture.consultation(patient, site, start, chair)))
                .build();
    }

    private static String startOf(int round) {
        return LocalDate.of(2026, 3, 3)
                .plusDays(round / A_DAY)
                .atTime(LocalTime.of(8, 0).plusMinutes(30L * (round % A_DAY)))
                .atZone(ZoneId.of("America/New_York"))
                .toInstant()
                .toString();
    }

    private static void isTakenWithAlternatives(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("\"slot-taken\"", "\"alternatives\":[{\"start\":");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }
}
