package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CoursePaused;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole series at once over HTTP. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SeriesBookingResourceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private UUID patient = UUID.randomUUID();
    private UUID course = UUID.randomUUID();

    @BeforeEach
    void a_course_is_prescribed_on_monday() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        patient = clinic.patient();
        course = clinic.prescribe(sessions, patient, site, MONDAY);
    }

    @Test
    void a_proposal_books_nothing_and_the_booking_is_what_was_proposed() {
        var wish = wish("\"days\":[\"TUESDAY\",\"FRIDAY\"],\"between\":[\"09:00\",\"12:00\"]");
        var proposed = post("booking-proposals", wish);
        proposed.then()
                .statusCode(200)
                .body("appointments", hasSize(8))
                .body("appointments[0].start", equalTo("2026-03-03T14:00:00Z"))
                .body("appointments[2].start", equalTo("2026-03-10T13:00:00Z"))
                .body("appointments.appointmentId", everyItem(nullValue()));
        assertThat(booked()).isEmpty();

        post("bookings", wish)
                .then()
                .statusCode(201)
                .body("appointments.start", equalTo(proposed.path("appointments.start")))
                .body("appointments.chairId", equalTo(proposed.path("appointments.chairId")));

        assertThat(booked()).hasSize(8);
        clinic.as("nurse")
                .get("/due?siteId=" + site + "&kind=SESSION")
                .then()
                .body("items[0].state", not(empty()))
                .body("items[0].appointmentId", not(nullValue()));
    }

    @Test
    void the_same_key_gets_the_same_answer_and_another_body_none() {
        var wish = wish("\"count\":3");
        var first = keyed("k-1", wish);
        first.then().statusCode(201).body("appointments", hasSize(3));

        assertThat(keyed("k-1", wish).then().statusCode(200).extract().asString())
                .isEqualTo(first.asString());
        keyed("k-1", wish("\"count\":4")).then().statusCode(422);
        assertThat(booked()).hasSize(3);
    }

    @Test
    void what_is_left_of_the_phase_is_booked_once() {
        post("bookings", wish("\"count\":3")).then().statusCode(201);
        post("bookings", wish("\"days\":[\"MONDAY\",\"THURSDAY\"]"))
                .then()
                .statusCode(201)
                .body("appointments", hasSize(5));

        post("bookings", wish("\"days\":[\"MONDAY\"]")).then().statusCode(409).body("code", equalTo("nothing-planned"));
    }

    @Test
    void a_series_that_is_not_possible_names_the_dates_that_fail_and_what_is() {
        var other = clinic.site("America/New_York", "08:00", "10:00");
        clinic.chair(other, "nasal", "IN");

        post("bookings", wish(other, ""))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-series"))
                .body("failed[0].date", equalTo("2026-03-02"))
                .body("failed.why", everyItem(equalTo("outside-hours")))
                .body("alternatives", empty());
        post("bookings", wish("\"between\":[\"20:00\",\"21:00\"]"))
                .then()
                .statusCode(409)
                .body("code", equalTo("no-series"))
                .body("alternatives", hasSize(8));
        assertThat(booked()).isEmpty();
    }

    @Test
    void an_open_phase_asks_for_a_count() {
        var maintained = maintained();
        var path = "/series/" + maintained + "/bookings";

        clinic.as("front-desk")
                .body(wish(""))
                .post(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("count"));
        clinic.as("front-desk")
                .body(wish("\"intervals\":[90]"))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("interval-not-allowed"));
        clinic.as("front-desk")
                .body(wish("\"intervals\":[14,28]"))
                .post(path)
                .then()
                .statusCode(201)
                .body("appointments", hasSize(2))
                .body("appointments[0].start", equalTo("2026-03-12T14:00:00Z"))
                .body("appointments[1].start", equalTo("2026-04-09T14:00:00Z"));
    }

    @Test
    void paused_erased_and_unknown_are_refused_as_a_single_booking_is() {
        post(UUID.randomUUID(), "bookings", wish("")).then().statusCode(404);
        post("bookings", wish(UUID.randomUUID(), "")).then().statusCode(404);

        var said = sessions.say(clinic.clinic(), patient, new CoursePaused(course, MONDAY, "surgery"));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);
        post("bookings", wish("")).then().statusCode(409).body("code", equalTo("course-paused"));
        post("replans", "{}").then().statusCode(409).body("code", equalTo("course-paused"));

        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);
        post("bookings", wish("")).then().statusCode(404);
        post("replan-proposals", "{}").then().statusCode(404);
    }

    @Test
    void only_the_front_desk_books() {
        clinic.as("auditor")
                .body(wish(""))
                .post("/series/" + course + "/bookings")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'days':[]|days",
                "'days':['HOLIDAY']|days",
                "'days':[null]|days",
                "'between':['12:00','09:00']|between",
                "'between':['09:00','09:00']|between",
                "'between':['09:00']|between",
                "'between':['09:00','25:00']|between",
                "'count':0|count",
                "'count':61|count",
                "'count':-1|count",
                "'count':'many'|count",
                "'doseMg':0|doseMg",
                "'doseMg':2001|doseMg",
                "'intervals':[]|intervals",
                "'intervals':[0]|intervals",
                "'intervals':[367]|intervals",
                "'count':5,'intervals':[7,7]|intervals",
                "'from':'2026-02-30'|from",
                "'weekly':true|weekly"
            })
    void what_cannot_be_meant_is_bad_input(String json, String field) {
        for (var path : List.of("bookings", "booking-proposals")) {
            post(path, wish(json.replace('\'', '"')))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bad-input"))
                    .body("violations[0].field", startsWith(field));
        }
        assertThat(booked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{'days':[]}|days", "{'between':['12:00','09:00']}|between", "{'count':3}|count", "{'from':1}|from"
            })
    void what_cannot_be_meant_of_a_replan_is_bad_input(String json, String field) {
        for (var path : List.of("replans", "replan-proposals")) {
            post(path, json.replace('\'', '"')).then().statusCode(400).body("violations[0].field", startsWith(field));
        }
    }

    @Test
    void a_series_wants_a_site_and_a_date() {
        post("bookings", "{}").then().statusCode(400).body("violations.field", hasItem("siteId"));
        post("bookings", "").then().statusCode(400);
        post("bookings", "[]").then().statusCode(400);
        post("bookings", "{\"from\":\"2126-03-02\",\"siteId\":\"" + site + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-far-ahead"));
    }

    @Test
    void a_missed_session_is_made_up_for_and_the_rest_stays() {
        post("bookings", wish("\"days\":[\"MONDAY\",\"THURSDAY\"]")).then().statusCode(201);
        give(MONDAY);
        give(MONDAY.plusDays(3));
        clock.set(Instant.parse("2026-03-09T21:00:00Z"));
        give(MONDAY.plusDays(7));
        clock.set(Instant.parse("2026-03-12T22:00:00Z"));
        clinic.as("front-desk")
                .post("/appointments/" + appointmentOn("2026-03-12") + "/no-show")
                .then()
                .statusCode(201);

        post("replan-proposals", "{}")
                .then()
                .statusCode(200)
                .body("kept", hasSize(4))
                .body("booked", hasSize(1))
                .body("booked[0].start", startsWith("2026-03-13"))
                .body("moved", empty())
                .body("cancelled", empty());
        post("replans", "{}")
                .then()
                .statusCode(201)
                .body("booked", hasSize(1))
                .body("booked[0].appointmentId", not(nullValue()));
        post("replans", "{}").then().statusCode(200).body("booked", empty());
        assertThat(booked()).anyMatch(start -> start.startsWith("2026-03-13"));
    }

    @Test
    void a_session_that_no_longer_fits_is_moved_where_the_view_and_the_chair_follow() {
        var first = post("bookings", wish("\"count\":2"));
        first.then().statusCode(201);
        clock.set(Instant.parse("2026-03-04T23:00:00Z"));
        give(MONDAY.plusDays(2));

        post("replan-proposals", "{\"days\":[\"MONDAY\",\"THURSDAY\"]}")
                .then()
                .statusCode(200)
                .body("moved[0].appointmentId", equalTo(first.path("appointments[1].appointmentId")))
                .body("moved[0].from.start", equalTo(first.path("appointments[1].start")));
        var replanned = post("replans", "{\"days\":[\"MONDAY\",\"THURSDAY\"]}");
        replanned.then().statusCode(201).body("moved", hasSize(1)).body("booked", hasSize(6));

        assertThat(booked()).contains(replanned.<String>path("moved[0].to.start"));
    }

    private void give(LocalDate on) {
        var said = sessions.say(
                clinic.clinic(),
                patient,
                new AdministrationRecorded(
                        course, UUID.randomUUID(), site, on, new BigDecimal("56"), true, null, null, null, null));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);
    }

    /** Infusions every fortnight, the last on 26 February; the site's chair is for them too. */
    private UUID maintained() {
        clinic.chair(site, "infusions", "IV");
        var id = UUID.randomUUID();
        sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(id, patient, site, ScheduleFixture.infusions(), MONDAY.minusDays(30)));
        for (var days : List.of(21, 18, 14, 11, 7, 4)) {
            sessions.say(
                    clinic.clinic(),
                    patient,
                    new AdministrationRecorded(
                            id,
                            UUID.randomUUID(),
                            site,
                            MONDAY.minusDays(days),
                            BigDecimal.ONE,
                            true,
                            null,
                            null,
                            null,
                            null));
        }
        var said = sessions.say(
                clinic.clinic(),
                patient,
                new BenefitDecided(id, "CONTINUE", MONDAY.minusDays(4), "Dr. Example", 14, null, null));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private String appointmentOn(String date) {
        return clinic.as("nurse")
                .get("/appointments?patientId=" + patient + "&from=" + date + "&to=" + date)
                .path("items[0].appointmentId");
    }

    /** The starts of the patient's appointments that stand. */
    private List<String> booked() {
        return clinic.as("nurse")
                .get("/appointments?size=200&patientId=" + patient)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.state == 'BOOKED' }.start");
    }

    private Response keyed(String key, String body) {
        return clinic.as("front-desk")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/series/" + course + "/bookings");
    }

    private Response post(String path, String body) {
        return post(course, path, body);
    }

    private Response post(UUID courseId, String path, String body) {
        return clinic.as("front-desk").body(body).post("/series/" + courseId + "/" + path);
    }

    private String wish(String more) {
        return wish(site, more);
    }

    /** A second {@code from} would be refused as such, hence not two of them. */
    private String wish(UUID at, String more) {
        var from = more.contains("\"from\"") ? "" : "\"from\":\"2026-03-02\",";
        return "{" + from + (more.isEmpty() ? "" : more + ",") + "\"siteId\":\"" + at + "\"}";
    }
}
