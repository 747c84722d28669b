package io.upswing.session.api;

import static io.upswing.session.api.Desk.administration;
import static io.upswing.session.api.Desk.checkIn;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static io.upswing.session.api.Desk.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CourseResourceTest {
    @Inject
    Desk desk;

    @Test
    void the_chart_says_where_the_series_is() {
        var course = desk.course("esk-trd-us");
        administration(course, "2026-03-05");
        administration(course, "2026-03-02");

        get("/courses/{course}", course)
                .then()
                .statusCode(200)
                .body("given", equalTo(2))
                .body("planned", equalTo(8))
                .body("phase", equalTo("induction"))
                .body("next.earliest", equalTo("2026-03-09"))
                .body("sessions.treatmentDate", contains("2026-03-02", "2026-03-05"))
                .body("sessions.given", contains("FULL", "FULL"));
    }

    @Test
    void the_history_keeps_everything_oldest_first() {
        var course = desk.course("esk-trd-us");
        var consent = record(course, "consents", "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\"}");
        post("/courses/{course}/history/{event}/void", "{\"reason\": \"not signed\"}", course, consent)
                .then()
                .statusCode(201);

        get("/courses/{course}/history", course)
                .then()
                .body("total", equalTo(3))
                .body(
                        "items.type",
                        contains(
                                "session.protocol-prescribed.v1",
                                "session.consent-signed.v1",
                                "session.record-voided.v1"))
                .body("items.version", contains(1, 2, 3))
                .body("items.voided", contains(false, true, false))
                .body("items.late", contains(true, true, false)) // on 1 April, of 1 March
                .body("items[1].actor", equalTo("prescriber-1"))
                .body("items[1].recordedAt", equalTo("2026-04-01T19:00:00Z"))
                .body("items[1].data.document", equalTo("consent-7"));
        get("/courses/{course}", course).then().body("consents", empty());
        get("/courses/{course}/history?page=1&size=2", course)
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(3));
    }

    @Test
    void the_history_says_what_was_written_down_on_a_later_date() {
        var course = desk.course("esk-trd-us");
        administration(course, "2026-03-31");
        administration(course, "2026-04-01");
        var session = checkIn(course);
        post("/sessions/{session}/abort", "{\"at\": \"2026-04-01T09:10:00-04:00\", \"reason\": \"pressure\"}", session)
                .then()
                .statusCode(201);

        get("/courses/{course}/history", course).then().body("items.late", contains(true, true, false, false, false));
    }

    @Test
    void a_decision_is_held_to_the_rules_and_its_refusal_says_which() {
        var course = desk.course("esk-trd-us");

        post("/courses/{course}/benefit-decisions", """
                {"outcome": "CONTINUE", "on": "2026-03-10", "decidedBy": "Dr. Example"}""", course)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("gate-not-open"))
                .body("type", equalTo("urn:problem:gate-not-open"));
        post("/courses/{course}/intervals", """
                {"days": 14, "from": "2026-03-10", "decidedBy": "Dr. Example"}""", course)
                .then()
                .statusCode(409)
                .body("code", equalTo("no-interval-in-this-phase"));
        get("/courses/{course}/history", course).then().body("total", equalTo(1));
    }

    @Test
    void a_pause_holds_until_it_is_ended() {
        var course = desk.course("esk-trd-us");
        administration(course, "2026-03-20");
        record(course, "pauses", "{\"from\": \"2026-03-22\", \"reason\": \"holiday\"}");
        get("/courses/{course}", course).then().body("state", equalTo("PAUSED"));

        record(course, "resumptions", "{\"on\": \"2026-03-28\"}");
        get("/courses/{course}", course).then().body("state", equalTo("OVERDUE"));

        record(course, "closure", "{\"on\": \"2026-04-01\", \"reason\": \"moved away\"}");
        get("/courses/{course}", course).then().body("state", equalTo("STOPPED"));
    }

    @Test
    void what_was_recorded_is_found_by_its_id() {
        var course = desk.course("esk-trd-us");
        var consent = record(course, "consents", "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\"}");

        get("/records/{id}", consent).then().statusCode(200).body("logged", equalTo(true));
    }

    @Test
    void the_contract_and_the_health_need_no_token() {
        RestAssured.get("/q/openapi").then().statusCode(200);
        RestAssured.get("/q/swagger-ui/").then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200);
    }
}
