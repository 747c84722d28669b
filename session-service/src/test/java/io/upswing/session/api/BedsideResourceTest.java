package io.upswing.session.api;

import static io.upswing.session.api.Desk.checkIn;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static io.upswing.session.api.Desk.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BedsideResourceTest {
    @Inject
    Desk desk;

    @Test
    void an_esketamine_session_from_the_door_to_the_ride_home() {
        var session = checkIn(desk.clearedCourse());
        chart(session)
                .body("next.what", contains("checklist", "vitals", "dose"))
                .body("prompts.code", hasItem("checklist-missing"));

        accepted(session, "checklist", """
                {"at": "2026-04-01T09:05:00-04:00", "lastFoodAt": "2026-04-01T07:30:00-04:00", "rideConfirmed": false,
                 "concomitant": {"benzodiazepines": true}}""");
        chart(session)
                .body("checklist.earliestStart", equalTo("2026-04-01T13:30:00Z"))
                .body("prompts.code", hasItems("ride-unconfirmed", "watch-sedation", "pregnancy-not-asked"));
        accepted(session, "vitals", "{\"at\": \"2026-04-01T09:25:00-04:00\", \"systolic\": 141, \"diastolic\": 90}");
        accepted(session, "overrides", """
                {"rule": "bp-high", "reason": "white coat", "by": "Dr. Example"}""");
        chart(session).body("prompts.find { it.code == 'bp-high' }.overriddenBy", equalTo("Dr. Example"));

        refused(session, "doses", device("09:30", false), "no-green-dots");
        accepted(session, "doses", device("09:30", true));
        refused(session, "abort", "{\"reason\": \"pressure\"}", "dose-given");
        accepted(session, "doses", device("09:35", true));
        chart(session)
                .body("care", equalTo("OBSERVED"))
                .body("next.at", hasItems("2026-04-01T14:10:00Z", "2026-04-01T15:35:00Z"))
                .body("observation.endsAt", equalTo("2026-04-01T15:35:00Z"));

        accepted(
                session,
                "adverse-events",
                "{\"at\": \"2026-04-01T10:00:00-04:00\", \"kind\": \"nausea\", \"serious\": false}");
        accepted(session, "assessments", "{\"at\": \"2026-04-01T11:30:00-04:00\", \"moaas\": 4, \"cadss\": 2}");
        refused(session, "discharge", discharge("11:35"), "not-resolved");
        accepted(session, "assessments", "{\"at\": \"2026-04-01T11:34:00-04:00\", \"moaas\": 5}");
        accepted(session, "discharge", discharge("11:40"));
        accepted(session, "vitals", "{\"at\": \"2026-04-01T11:34:00-04:00\", \"systolic\": 130, \"diastolic\": 85}");

        chart(session)
                .body("observation.remsMinutes", equalTo(130))
                .body("vitals.size()", equalTo(2))
                .body("adverseEvents.kind", contains("nausea"))
                .body("assessments.moaas", contains(4, 5))
                .body("overrides.rule", contains("bp-high"))
                .body("blocks", empty());
    }

    @Test
    void an_infusion_is_reckoned_from_the_weight_and_stopped() {
        var course = desk.course("iv-racemic-series");
        record(course, "consents", "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\"}");
        record(course, "dose-orders", "{\"mgPerKg\": 1.2, \"from\": \"2026-04-01\", \"orderedBy\": \"Dr. Example\"}");
        var session = checkIn(course);
        chart(session)
                .body("blocks.code", contains("dose-range"))
                .body("blocks.overridable", contains(true))
                .body("prompts.code", hasItem("checklist-missing"));
        refused(session, "doses", infusion("INFUSION_START", "09:30"), "dose-range");
        accepted(session, "overrides", "{\"rule\": \"dose-range\", \"reason\": \"tolerant\", \"by\": \"Dr. Example\"}");
        refused(
                session,
                "overrides",
                "{\"rule\": \"no-consent\", \"reason\": \"x\", \"by\": \"Dr. Example\"}",
                "not-overridable");
        accepted(session, "checklist", """
                {"at": "2026-04-01T09:20:00-04:00", "rideConfirmed": true, "concomitant": {}, "weightKg": 80}""");
        chart(session)
                .body("blocks", empty())
                .body("orderedMg", equalTo(96.0f))
                .body("infusion.volumeMl", equalTo(1.92f))
                .body("infusion.mgPerMinute", equalTo(2.4f))
                .body("infusion.wasteMg", equalTo(404.0f))
                .body("prompts.code", not(hasItem("weight-missing")));

        accepted(session, "doses", infusion("INFUSION_START", "09:30"));
        refused(session, "discharge", discharge("11:40"), "infusion-running");
        accepted(session, "dose-stops", "{\"at\": \"2026-04-01T09:50:00-04:00\", \"givenMg\": 48, \"wastedMg\": 48}");
        refused(session, "dose-stops", "{\"at\": \"2026-04-01T09:51:00-04:00\", \"givenMg\": 48}", "not-dosing");
        chart(session)
                .body("given", equalTo("PART"))
                .body("givenMg", equalTo(48))
                .body("wastedMg", equalTo(48))
                .body("prompts.code", hasItems("waste-unwitnessed", "part-dose-not-judged"));
        refused(session, "discharge", discharge("10:49"), "observation");
        accepted(session, "left-against-advice", "{\"at\": \"2026-04-01T10:49:00-04:00\"}");
        chart(session).body("state", equalTo("LEFT_AGAINST_ADVICE")).body("care", equalTo("OVER"));
        get("/courses/{course}", course).then().body("sessions.state", contains("LEFT_AGAINST_ADVICE"));
        get("/sessions?siteId={site}&state=LEFT_AGAINST_ADVICE", desk.site())
                .then()
                .body("items.sessionId", hasItem(session));
    }

    private static ValidatableResponse chart(String session) {
        return get("/sessions/{session}", session).then().statusCode(200);
    }

    private static void accepted(String session, String what, String body) {
        post("/sessions/{session}/" + what, body, session).then().statusCode(201);
    }

    private static void refused(String session, String what, String body, String code) {
        post("/sessions/{session}/" + what, body, session)
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    private static String device(String time, boolean greenDots) {
        return """
                {"at": "2026-04-01T%s:00-04:00", "kind": "DEVICE", "mg": 28, "greenDots": %s}""".formatted(time, greenDots);
    }

    private static String infusion(String kind, String time) {
        return """
                {"at": "2026-04-01T%s:00-04:00", "kind": "%s", "mg": 96}""".formatted(time, kind);
    }

    private static String discharge(String time) {
        return """
                {"at": "2026-04-01T%s:00-04:00", "by": "nurse-1", "escort": true}""".formatted(time);
    }
}
