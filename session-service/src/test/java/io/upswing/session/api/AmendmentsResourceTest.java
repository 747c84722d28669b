package io.upswing.session.api;

import static io.upswing.session.api.Desk.administration;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AmendmentsResourceTest {
    @Inject
    Desk desk;

    @Test
    void a_corrected_date_moves_the_series() {
        var course = desk.course("esk-trd-us");
        var session = administration(course, "2026-03-02");

        post("/sessions/{session}/corrections", "{\"on\": \"2026-03-04\", \"reason\": \"wrong day\"}", session)
                .then()
                .statusCode(201);

        get("/courses/{course}", course)
                .then()
                .body("sessions.treatmentDate", contains("2026-03-04"))
                .body("next.earliest", equalTo("2026-03-06"));
    }

    @Test
    void a_voided_session_does_not_count() {
        var course = desk.course("esk-trd-us");
        var session = administration(course, "2026-03-02");

        post("/sessions/{session}/void", "{\"reason\": \"another patient's\"}", session)
                .then()
                .statusCode(201);
        post("/sessions/{session}/void", "{\"reason\": \"again\"}", session)
                .then()
                .statusCode(200);

        get("/courses/{course}", course).then().body("given", equalTo(0)).body("sessions.state", contains("VOIDED"));
    }

    @Test
    void a_part_dose_counts_when_a_prescriber_says_so() {
        var course = desk.course("esk-trd-us");
        var session = post("/courses/{course}/administrations", """
                {"on": "2026-03-02", "doseMg": 28, "complete": false}""", course)
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
        get("/courses/{course}", course).then().body("given", equalTo(0));

        post("/sessions/{session}/count-decisions", """
                {"counted": true, "decidedBy": "Dr. Example", "reason": "most of it"}""", session).then().statusCode(201);

        get("/courses/{course}", course).then().body("given", equalTo(1));
    }
}
