package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class AppointmentResourceTest {
    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void a_consultation_takes_thirty_minutes_of_the_first_free_chair() {
        var site = clinic.site();
        var first = clinic.chair(site, "1", "IN");
        var second = clinic.chair(site, "2", "IN");
        var patient = clinic.patient();

        clinic.consult(patient, site, "2026-03-03T09:00:00-05:00", null)
                .then()
                .statusCode(201)
                .header("Log-Position", notNullValue())
                .body("chairId", equalTo(first.toString()))
                .body("start", equalTo("2026-03-03T14:00:00Z"))
                .body("end", equalTo("2026-03-03T14:30:00Z"))
                .body("warnings", nullValue());
        clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", null)
                .then()
                .statusCode(201)
                .body("chairId", equalTo(second.toString()));
        clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", null)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("slot-taken"))
                .body("alternatives.start", hasItem("2026-03-03T14:30:00Z"))
                .body("alternatives.chairId", hasItem(first.toString()));
    }

    @Test
    void an_appointment_is_confirmed_moved_and_cancelled_and_asking_twice_is_fine() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        var appointment = id(clinic.consult(patient, site, "2026-03-03T09:00:00-05:00", chair), "appointmentId");
        var path = "/appointments/" + appointment;

        clinic.as("front-desk").post(path + "/confirm").then().statusCode(201).body("state", equalTo("CONFIRMED"));
        clinic.as("front-desk").post(path + "/confirm").then().statusCode(200);
        clinic.as("front-desk")
                .body("{\"start\":\"2026-03-03T10:00:00-05:00\"}")
                .post(path + "/move")
                .then()
                .statusCode(201)
                .body("end", equalTo("2026-03-03T15:30:00Z"));
        clinic.as("nurse").get(path).then().body("state", equalTo("BOOKED")).body("date", equalTo("2026-03-03"));
        clinic.as("front-desk").post(path + "/no-show").then().statusCode(409).body("code", equalTo("not-yet-started"));
        clinic.as("front-desk")
                .body("{\"by\":\"PATIENT\",\"reason\":\"a cold\"}")
                .post(path + "/cancel")
                .then()
                .statusCode(201);
        clinic.as("front-desk")
                .post(path + "/confirm")
                .then()
                .statusCode(409)
                .body("code", equalTo("appointment-over"));
        clinic.as("nurse")
                .get("/sites/" + site + "/day?date=2026-03-03")
                .then()
                .statusCode(200)
                .body("chairs", hasSize(1))
                .body("chairs[0].appointments[0].state", equalTo("CANCELLED"));
    }

    @Test
    void an_erased_patient_leaves_the_chairs_and_the_call_list() {
        var site = clinic.site();
        var chair = clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 2, 1));
        var behind = id(clinic.consult(patient, site, "2026-03-02T11:00:00-05:00", chair), "appointmentId");
        var ahead = id(clinic.consult(patient, site, "2026-03-04T09:00:00-05:00", chair), "appointmentId");
        clinic.as("nurse").get("/due?siteId=" + site).then().body("total", equalTo(1));

        clock.set(Instant.parse("2026-03-03T15:00:00Z"));
        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);

        clinic.as("nurse").get("/appointments/" + ahead).then().body("state", equalTo("CANCELLED"));
        clinic.as("nurse").get("/appointments/" + behind).then().body("state", equalTo("BOOKED"));
        clinic.as("nurse").get("/due?siteId=" + site).then().body("total", equalTo(0));
        clinic.as("nurse").get("/due?asOf=2026-04-01&siteId=" + site).then().body("total", equalTo(0));
        clinic.consult(clinic.patient(), site, "2026-03-04T09:00:00-05:00", chair)
                .then()
                .statusCode(201);
        clinic.as("front-desk")
                .post("/appointments/" + ahead + "/confirm")
                .then()
                .statusCode(409)
                .body("code", equalTo("appointment-over"));
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_same_answer_and_another_body_none() {
        var site = clinic.site();
        clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        var body = ClinicFixture.consultation(patient, site, "2026-03-03T09:00:00-05:00", null);
        var other = ClinicFixture.consultation(patient, site, "2026-03-03T11:00:00-05:00", null);

        var first = clinic.as("front-desk")
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/appointments");
        var again = clinic.as("front-desk")
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/appointments");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        clinic.as("front-desk")
                .header("Idempotency-Key", "k1")
                .body(other)
                .post("/appointments")
                .then()
                .statusCode(422);
    }

    @Test
    void hours_hold_on_both_sides_of_a_clock_change() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();

        clinic.consult(patient, site, "2026-03-06T08:00:00-05:00", chair).then().statusCode(201);
        clinic.consult(patient, site, "2026-03-09T08:00:00-05:00", chair).then().statusCode(201);
        clinic.consult(patient, site, "2026-03-09T08:00:00-04:00", chair).then().statusCode(201);
        clinic.consult(patient, site, "2026-03-09T07:55:00-04:00", chair)
                .then()
                .statusCode(409)
                .body("code", equalTo("outside-hours"));
        clinic.consult(patient, site, "2026-03-06T16:35:00-05:00", chair).then().statusCode(409);
    }

    @Test
    void what_cannot_be_meant_is_refused_as_bad_input() {
        var site = clinic.site();
        var patient = clinic.patient();

        clinic.consult(patient, site, "2026-03-03T09:01:00-05:00", null).then().statusCode(400);
        clinic.consult(patient, UUID.randomUUID(), "2026-03-03T09:00:00-05:00", null)
                .then()
                .statusCode(404);
        clinic.consult(UUID.randomUUID(), site, "2026-03-03T09:00:00-05:00", null)
                .then()
                .statusCode(404);
        clinic.as("front-desk")
                .body("{\"patientId\":\"" + patient + "\",\"siteId\":\"" + site
                        + "\",\"kind\":\"TREATMENT\",\"start\":\"2026-03-03T09:00:00-05:00\"}")
                .post("/appointments")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("courseId"));
        clinic.as("front-desk")
                .body(
                        "{\"patientId\":\"" + patient + "\",\"siteId\":\"" + site
                                + "\",\"kind\":\"CONSULTATION\",\"start\":\"2026-03-03T09:00:00-05:00\",\"doseMg\":120259084288}")
                .post("/appointments")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("doseMg"));
        clinic.as("front-desk")
                .body(ClinicFixture.consultation(patient, site, "2026-03-03T09:00:00-05:00", null)
                        .replace("\"CONSULTATION\"", "null"))
                .post("/appointments")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        clinic.as("front-desk")
                .body("{\"start\":5}")
                .post("/appointments")
                .then()
                .statusCode(400);
    }

    @Test
    void another_clinics_patient_site_and_course_are_not_found() {
        var site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        var other = ClinicFixture.fresh();
        var otherSite = other.site();
        other.chair(otherSite, "nasal", "IN");
        var start = "2026-03-03T09:00:00-05:00";

        other.consult(patient, otherSite, start, null).then().statusCode(404).body("code", equalTo("not-found"));
        other.consult(other.patient(), site, start, null).then().statusCode(404).body("code", equalTo("not-found"));
        other.treat(other.patient(), course, otherSite, start)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }
}
