package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class RecurringResourceTest {
    @Inject
    TestClock clock;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void every_visit_is_at_the_same_time_of_the_site() {
        var site = clinic.site();
        clinic.chair(site, "1", "IN");
        var patient = clinic.patient();

        recur(patient, site, "\"minutes\":45")
                .then()
                .statusCode(201)
                .body("appointments", hasSize(3))
                .body(
                        "appointments.start",
                        contains("2026-03-04T14:00:00Z", "2026-03-11T13:00:00Z", "2026-03-18T13:00:00Z"))
                .body("appointments[0].end", equalTo("2026-03-04T14:45:00Z"));
        clinic.as("nurse")
                .get("/appointments?patientId=" + patient)
                .then()
                .body("total", equalTo(3))
                .body("items.kind", hasItem("FOLLOW_UP"));
    }

    @Test
    void all_visits_are_booked_or_none() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        clinic.consult(clinic.patient(), site, "2026-03-11T09:15:00-04:00", chair)
                .then()
                .statusCode(201);

        recur(patient, site, "\"minutes\":30")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-series"))
                .body("failed", hasSize(1))
                .body("failed[0].date", equalTo("2026-03-11"))
                .body("failed[0].why", equalTo("slot-taken"))
                .body("alternatives.start", hasItem("2026-03-11T12:45:00Z"));
        clinic.as("nurse").get("/appointments?patientId=" + patient).then().body("total", equalTo(0));
    }

    @Test
    void a_single_consultation_takes_as_long_as_was_asked() {
        var site = clinic.site();
        clinic.chair(site, "1", "IN");
        var body = ClinicFixture.consultation(clinic.patient(), site, "2026-03-04T09:00:00-05:00", null);

        clinic.as("front-desk")
                .body(body.replace("}", ",\"minutes\":240}"))
                .post("/appointments")
                .then()
                .statusCode(201)
                .body("end", equalTo("2026-03-04T18:00:00Z"));
        clinic.as("front-desk")
                .body(body.replace("}", ",\"minutes\":241}"))
                .post("/appointments")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("minutes"));
        clinic.as("front-desk")
                .body(body.replace("}", ",\"courseId\":\"" + UUID.randomUUID() + "\",\"minutes\":30}")
                        .replace("CONSULTATION", "TREATMENT"))
                .post("/appointments")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("minutes"));
    }

    @ParameterizedTest
    @CsvSource({
        "FOLLOW_UP, TREATMENT",
        "FOLLOW_UP, PARTY",
        "'\"everyDays\":7', '\"everyDays\":0'",
        "'\"everyDays\":7', '\"everyDays\":367'",
        "'\"everyDays\":7', '\"everyDays\":null'",
        "'\"count\":3', '\"count\":0'",
        "'\"count\":3', '\"count\":61'",
        "'\"count\":3', '\"times\":3'",
        "'\"minutes\":30', '\"minutes\":4'",
        "'\"minutes\":30', '\"minutes\":true'",
        "09:00:00, 09:01:00"
    })
    void what_cannot_be_meant_is_refused_as_bad_input(String said, String instead) {
        var body = body(UUID.randomUUID(), UUID.randomUUID(), "\"minutes\":30").replace(said, instead);

        clinic.as("front-desk")
                .body(body)
                .post("/appointments/recurring")
                .then()
                .statusCode(400);
    }

    @Test
    void another_clinics_patient_and_site_are_not_found() {
        var other = ClinicFixture.fresh();
        var site = clinic.site();
        clinic.chair(site, "1", "IN");

        recur(other.patient(), site, "\"minutes\":30").then().statusCode(404);
        recur(clinic.patient(), other.site(), "\"minutes\":30").then().statusCode(404);
    }

    private Response recur(UUID patient, UUID site, String more) {
        return clinic.as("front-desk").body(body(patient, site, more)).post("/appointments/recurring");
    }

    private static String body(UUID patient, UUID site, String more) {
        return "{\"patientId\":\"" + patient + "\",\"siteId\":\"" + site + "\",\"kind\":\"FOLLOW_UP\","
                + "\"start\":\"2026-03-04T09:00:00-05:00\",\"everyDays\":7,\"count\":3," + more + "}";
    }
}
