package io.upswing.session.api;

import static io.upswing.session.api.Desk.checkIn;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static io.upswing.session.api.Desk.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionRecordsResourceTest {
    @Inject
    Desk desk;

    @Test
    void a_session_runs_from_check_in_to_the_follow_up() {
        var course = desk.clearedCourse();
        var session = checkIn(course);
        get("/sessions/{session}", session)
                .then()
                .body("state", equalTo("IN_PROGRESS"))
                .body("care", equalTo("ARRIVED"))
                .body("treatmentDate", equalTo("2026-04-01"))
                .body("orderedMg", equalTo(56))
                .body("blocks.size()", equalTo(0));

        device(session, "09:10").then().statusCode(201);
        get("/sessions/{session}", session).then().body("care", equalTo("DOSING"));
        device(session, "09:15").then().statusCode(201);
        get("/sessions/{session}", session)
                .then()
                .body("care", equalTo("OBSERVED"))
                .body("givenMg", equalTo(56))
                .body("given", equalTo("FULL"))
                .body("next.what", hasItem("discharge"))
                .body("observationEndsAt", equalTo("2026-04-01T15:15:00Z"));

        discharge(session, "11:14").then().statusCode(409).body("code", equalTo("still-observed"));
        discharge(session, "11:15").then().statusCode(201);
        discharge(session, "11:16").then().statusCode(200);
        post("/sessions/{session}/follow-ups", "{\"by\": \"nurse-1\", \"outcome\": \"well\"}", session)
                .then()
                .statusCode(201);

        get("/sessions/{session}", session)
                .then()
                .body("state", equalTo("DISCHARGED"))
                .body("followUps.outcome", contains("well"));
        get("/courses/{course}", course).then().body("given", equalTo(1));
    }

    @Test
    void what_blocks_the_first_dose_is_shown_and_refused() {
        var session = checkIn(desk.course("esk-trd-us"));

        get("/sessions/{session}", session)
                .then()
                .body("blocks.code", contains("no-consent", "not-enrolled", "not-eligible"));
        device(session, "09:10").then().statusCode(409).body("code", equalTo("no-consent"));
    }

    @Test
    void what_blocks_the_first_dose_is_shown_as_of_the_day_on_which_it_would_be_given() {
        var course = desk.course("esk-trd-us");
        String session = post("/courses/{course}/sessions", "{\"at\": \"2026-03-31T23:30:00-04:00\"}", course)
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
        record(course, "consents", "{\"signedOn\": \"2026-04-01\", \"document\": \"consent-7\"}");

        get("/sessions/{session}", session).then().body("blocks.code", contains("not-enrolled", "not-eligible"));
        device(session, "00:10").then().statusCode(409).body("code", equalTo("not-enrolled"));
    }

    @Test
    void an_aborted_session_counts_for_nothing() {
        var course = desk.clearedCourse();
        var session = checkIn(course);

        post("/sessions/{session}/abort", "{\"reason\": \"pressure\"}", session)
                .then()
                .statusCode(201);

        get("/courses/{course}", course).then().body("given", equalTo(0)).body("sessions.state", hasItem("ABORTED"));
    }

    @Test
    void the_sessions_of_a_site_are_listed_by_state() {
        var session = checkIn(desk.clearedCourse());

        get("/sessions?siteId={site}&state=IN_PROGRESS&size=200", desk.site())
                .then()
                .statusCode(200)
                .body("items.sessionId", hasItem(session));
        get("/sessions?siteId={site}&state=IN_PROGRESS", UUID.randomUUID())
                .then()
                .body("total", equalTo(0));
    }

    private static Response device(String session, String time) {
        return post("/sessions/{session}/doses", """
                {"at": "2026-04-01T%s:00-04:00", "kind": "DEVICE", "mg": 28}""".formatted(time), session);
    }

    private static Response discharge(String session, String time) {
        return post("/sessions/{session}/discharge", """
                {"at": "2026-04-01T%s:00-04:00", "by": "nurse-1", "escort": true}""".formatted(time), session);
    }
}
