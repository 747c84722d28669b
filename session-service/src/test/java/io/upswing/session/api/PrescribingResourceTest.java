package io.upswing.session.api;

import static io.upswing.session.api.Desk.CLINIC;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.session.view.Patients;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class PrescribingResourceTest {
    @Inject
    Desk desk;

    @Inject
    Neighbour neighbour;

    @Inject
    Patients patients;

    @Test
    void a_course_is_prescribed_and_read_back() {
        var patient = desk.patient();
        var course = desk.prescribe(patient, "esk-trd-us")
                .then()
                .statusCode(201)
                .header("Log-Position", matchesPattern("session-events/" + patient + "@1"))
                .extract()
                .path("courseId");

        get("/courses/{course}", course)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.toString()))
                .body("protocol.id", equalTo("esk-trd-us"))
                .body("pattern", equalTo("standard"))
                .body("state", equalTo("NOT_STARTED"))
                .body("next.earliest", equalTo("2026-03-01"))
                .body("continues", nullValue());
    }

    @Test
    void a_protocol_that_is_not_offered_is_refused() {
        desk.prescribe(desk.patient(), "oral-sublingual")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("protocol-not-offered"));
    }

    @Test
    void an_unknown_protocol_and_an_unknown_pattern_are_bad_input() {
        desk.prescribe(desk.patient(), "homeopathy")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("protocolId"));
        post("/patients/{patient}/courses", """
                {"protocolId": "iv-racemic-series", "pattern": "daily", "siteId": "%s", "prescriberId": "Dr. Example",
                 "indication": "TRD"}""".formatted(desk.site()), desk.patient())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("pattern"));
    }

    @Test
    void a_patient_nobody_has_heard_of_is_not_found() {
        desk.prescribe(UUID.randomUUID(), "esk-trd-us").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void a_patient_a_site_or_a_course_of_another_clinic_is_not_found() {
        desk.prescribe(neighbour.patient("clinic-b"), "esk-trd-us").then().statusCode(404);
        post("/patients/{patient}/courses", """
                {"protocolId": "esk-trd-us", "siteId": "%s", "prescriberId": "Dr. Example", "indication": "TRD"}""".formatted(neighbour.site("clinic-b", "Europe/Paris")), desk.patient())
                .then()
                .statusCode(404);
        post("/patients/{patient}/courses", """
                {"protocolId": "esk-trd-us", "siteId": "%s", "prescriberId": "Dr. Example", "indication": "TRD",
                 "continues": "%s"}""".formatted(desk.site(), UUID.randomUUID()), desk.patient())
                .then()
                .statusCode(404);
    }

    @Test
    void a_patient_whom_the_registry_forgot_starts_no_course() {
        var patient = desk.patient();
        desk.courseOf(patient, "esk-trd-us");
        neighbour.forget(patient, CLINIC);

        Wait.orFail(Duration.ofSeconds(10), "the tombstone", () -> gone(patient));
        desk.prescribe(patient, "esk-trd-us").then().statusCode(404);
    }

    private boolean gone(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> patients.get(patient).isEmpty());
    }
}
