package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.consultation;
import static io.upswing.scheduling.ClinicFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class HoldResourceTest {
    private static final String NINE = "2026-03-03T09:00:00-05:00";
    private static final Instant EXPIRY = TestClock.MONDAY.plus(Duration.ofMinutes(5));
    private static final int CLIENTS = 64;

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    SiteBook sites;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private UUID chair = UUID.randomUUID();

    @BeforeEach
    void a_site_with_one_chair_on_a_monday() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        chair = clinic.chair(site, "1", "IN");
    }

    @Test
    void a_time_is_held_for_five_minutes() {
        hold(clinic.patient(), NINE)
                .then()
                .statusCode(201)
                .body("expiresAt", equalTo("2026-03-02T15:05:00Z"))
                .body("start", equalTo("2026-03-03T14:00:00Z"))
                .body("end", equalTo("2026-03-03T14:30:00Z"))
                .body("chairId", equalTo(chair.toString()));
    }

    @ParameterizedTest
    @CsvSource({"-1, 409", "0, 201"})
    void nobody_else_gets_the_time_until_the_very_moment_at_which_it_expires(long millis, int status) {
        hold(clinic.patient(), NINE).then().statusCode(201);

        clock.set(EXPIRY.plusMillis(millis));

        clinic.consult(clinic.patient(), site, "2026-03-03T09:25:00-05:00", null)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 600_000})
    void whoever_holds_it_books_it_even_late_if_it_is_still_free(long millis) {
        var patient = clinic.patient();
        var hold = id(hold(patient, NINE), "holdId");

        clock.set(EXPIRY.plusMillis(millis));

        book(patient, NINE, hold).then().statusCode(201).body("chairId", equalTo(chair.toString()));
        clinic.consult(clinic.patient(), site, NINE, null).then().statusCode(409);
    }

    @Test
    void a_hold_that_expired_does_not_take_the_time_back_from_somebody() {
        var patient = clinic.patient();
        var hold = id(hold(patient, NINE), "holdId");

        clock.set(EXPIRY);
        hold(clinic.patient(), NINE).then().statusCode(201);

        book(patient, NINE, hold)
                .then()
                .statusCode(409)
                .body("code", equalTo("slot-taken"))
                .body("alternatives.start", not(hasItem("2026-03-03T14:00:00Z")));
    }

    @Test
    void nobody_is_put_beside_what_is_held() {
        var patient = clinic.patient();
        var hold = id(hold(patient, NINE), "holdId");

        overbook(clinic.patient()).then().statusCode(409).body("code", equalTo("slot-taken"));

        book(patient, NINE, hold).then().statusCode(201);
        overbook(clinic.patient()).then().statusCode(201);
    }

    private Response overbook(UUID patient) {
        return clinic.as("manager")
                .body(consultation(patient, site, NINE, null).replace("}", ",\"overbook\":{\"reason\":\"urgent\"}}"))
                .post("/appointments");
    }

    @Test
    void the_place_with_the_monitor_is_held_too() {
        clinic.chair(site, "2", "IN");
        aMonitorForOne();
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        var other = clinic.patient();
        var othersCourse = clinic.prescribe(sessions, other, site, LocalDate.of(2026, 3, 2));
        var hold =
                id(clinic.as("front-desk").body(treatment(patient, course, "")).post("/holds"), "holdId");

        clinic.treat(other, othersCourse, site, NINE).then().statusCode(409).body("code", equalTo("no-monitor"));
        clinic.as("front-desk")
                .body(treatment(patient, course, ",\"holdId\":\"" + hold + "\""))
                .post("/appointments")
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_given_back_is_free_at_once_and_giving_back_twice_is_fine() {
        var hold = id(hold(clinic.patient(), NINE), "holdId");

        clinic.as("front-desk")
                .delete("/holds/" + hold)
                .then()
                .statusCode(201)
                .body("holdId", equalTo(hold.toString()));
        clinic.as("front-desk")
                .delete("/holds/" + hold)
                .then()
                .statusCode(200)
                .body("holdId", equalTo(hold.toString()));
        clinic.consult(clinic.patient(), site, NINE, null).then().statusCode(201);
    }

    @Test
    void the_erasure_of_a_patient_frees_what_was_held() {
        var patient = clinic.patient();
        hold(patient, NINE).then().statusCode(201);

        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);

        clinic.consult(clinic.patient(), site, NINE, null).then().statusCode(201);
    }

    @Test
    void it_holds_for_one_patient_at_one_time_and_clinic() {
        var patient = clinic.patient();
        var hold = id(hold(patient, NINE), "holdId");
        var other = ClinicFixture.fresh();
        var otherSite = other.site();
        other.chair(otherSite, "1", "IN");

        isForAnotherTime(book(clinic.patient(), NINE, hold));
        isForAnotherTime(book(patient, "2026-03-03T10:00:00-05:00", hold));
        other.as("front-desk")
                .body(with(consultation(other.patient(), otherSite, NINE, null), hold))
                .post("/appointments")
                .then()
                .statusCode(404);
        other.as("front-desk").delete("/holds/" + hold).then().statusCode(404);
        book(patient, NINE, UUID.randomUUID()).then().statusCode(404);
        book(patient, NINE, hold).then().statusCode(201);
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_same_hold() {
        var body = consultation(clinic.patient(), site, NINE, null);

        var first = clinic.as("front-desk")
                .header("Idempotency-Key", "h")
                .body(body)
                .post("/holds");
        clock.set(EXPIRY.plusSeconds(60));
        var again = clinic.as("front-desk")
                .header("Idempotency-Key", "h")
                .body(body)
                .post("/holds");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void what_cannot_be_held_is_refused() {
        var plain = consultation(clinic.patient(), site, NINE, null);

        post(plain.replace("09:00:00", "09:01:00")).then().statusCode(400);
        post(plain.replace("\"kind\"", "\"kin\"")).then().statusCode(400);
        post(with(plain, UUID.randomUUID())).then().statusCode(400).body("violations[0].field", equalTo("holdId"));
        post(plain.replace("}", ",\"overbook\":{\"reason\":\"urgent\"}}"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("overbook"));
        post(consultation(UUID.randomUUID(), site, NINE, null)).then().statusCode(404);
        post(plain.replace(NINE, "2026-03-03T06:00:00-05:00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("outside-hours"));
        clinic.as("front-desk").delete("/holds/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void of_64_clients_that_hold_one_time_exactly_one_gets_it() throws Exception {
        var bodies = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            bodies.add(consultation(clinic.patient(), site, NINE, null));
        }

        var answers = race("/holds", bodies);

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
    }

    @Test
    void of_64_clients_that_book_with_one_hold_as_it_expires_exactly_one_does() throws Exception {
        var patient = clinic.patient();
        var hold = id(hold(patient, NINE), "holdId");
        clock.set(EXPIRY.minusNanos(1));

        var answers = race(
                "/appointments", Collections.nCopies(CLIENTS, with(consultation(patient, site, NINE, null), hold)));

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
    }

    /** The clock moves on to the expiry while they are at it. */
    private List<Integer> race(String path, List<String> bodies) throws Exception {
        var running = new ArrayList<Future<Integer>>();
        var answers = new ArrayList<Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var body : bodies) {
                Callable<Integer> client =
                        () -> clinic.as("front-desk").body(body).post(path).statusCode();
                running.add(clients.submit(client));
            }
            if (path.equals("/appointments")) {
                clock.set(EXPIRY);
            }
            for (var answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private void aMonitorForOne() {
        var day = new Duty(Instant.parse("2026-03-03T13:00:00Z"), Instant.parse("2026-03-03T22:00:00Z"));
        sites.handle(
                new Request(clinic.clinic(), "manager-1", UUID.randomUUID(), null, null),
                new ShiftAdded(site, UUID.randomUUID(), "n1", "N", "MONITOR", List.of(day), 1));
    }

    private String treatment(UUID patient, UUID course, String more) {
        return "{\"patientId\":\"" + patient + "\",\"courseId\":\"" + course + "\",\"siteId\":\"" + site
                + "\",\"kind\":\"TREATMENT\",\"start\":\"" + NINE + "\",\"doseMg\":56" + more + "}";
    }

    private Response hold(UUID patient, String start) {
        return post(consultation(patient, site, start, null));
    }

    private Response post(String body) {
        return clinic.as("front-desk").body(body).post("/holds");
    }

    private Response book(UUID patient, String start, @Nullable UUID hold) {
        return clinic.as("front-desk")
                .body(with(consultation(patient, site, start, null), hold))
                .post("/appointments");
    }

    private static String with(String body, @Nullable UUID hold) {
        return body.replace("}", ",\"holdId\":\"" + hold + "\"}");
    }

    private static void isForAnotherTime(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("hold-for-another-time"));
    }
}
