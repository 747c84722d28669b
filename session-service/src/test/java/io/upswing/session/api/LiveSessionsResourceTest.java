package io.upswing.session.api;

import static io.upswing.session.api.Desk.checkIn;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveSessionsResourceTest {
    @Inject
    Desk desk;

    @Inject
    Neighbour neighbour;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void a_display_shows_the_room_at_once_and_whenever_it_changes() throws InterruptedException {
        try (var screen = Screen.open(port, Desk.CLINIC, "?siteId=" + desk.site())) {
            screen.until(line -> line.startsWith("data:"));

            var session = checkIn(desk.clearedCourse());
            screen.until(line -> line.contains(session) && line.contains("ARRIVED"));
            device(session, "09:10");
            screen.until(line -> line.contains(session) && line.contains("DOSING"));
            device(session, "09:15");
            screen.until(line -> line.contains(session) && line.contains("OBSERVED"));
            post("/sessions/{session}/discharge", """
                    {"at": "2026-04-01T11:20:00-04:00", "by": "nurse-1", "escort": true}""", session).then().statusCode(201);
            screen.until(line -> line.startsWith("data:") && !line.contains(session));
        }
    }

    @Test
    void what_goes_on_in_another_clinic_or_at_another_site_is_not_shown() throws InterruptedException {
        try (var theirs = Screen.open(port, "clinic-b", "");
                var elsewhere = Screen.open(port, Desk.CLINIC, "?siteId=" + UUID.randomUUID())) {
            theirs.until(line -> line.contains("\"total\":0"));

            var ours = checkIn(desk.clearedCourse());
            var session = sessionOf("clinic-b");

            assertThat(theirs.until(line -> line.contains(session))).noneMatch(line -> line.contains(ours));
            assertThat(elsewhere.until(line -> line.startsWith(":"))) // two looks later at the least
                    .filteredOn(line -> line.startsWith("data:"))
                    .singleElement()
                    .asString()
                    .contains("\"total\":0");
        }
    }

    @Test
    void a_display_on_which_nothing_changes_is_sent_a_sign_of_life() throws InterruptedException {
        try (var screen = Screen.open(port, "clinic-quiet", "")) {
            var came = screen.until(line -> line.startsWith(":"));

            assertThat(came).filteredOn(line -> line.startsWith("data:")).hasSize(1);
        }
    }

    @Test
    void who_may_not_read_is_told_so_and_nothing_else() {
        Desk.as("operator").get("/sessions/live").then().statusCode(403).contentType("application/problem+json");
        Desk.as("auditor")
                .get("/sessions/live?siteId=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void the_list_says_of_each_running_session_where_it_is() {
        var session = checkIn(desk.clearedCourse());
        var inList = "items.find { it.sessionId == '%s' }.".formatted(session);
        list().then()
                .body(inList + "care", equalTo("ARRIVED"))
                .body(inList + "next.what", hasItem("dose"))
                .body(inList + "late", equalTo(false));

        device(session, "09:10");
        device(session, "09:15");

        // It is three in the afternoon
        list().then().body(inList + "care", equalTo("OBSERVED")).body(inList + "late", equalTo(true));
    }

    private Response list() {
        return get("/sessions?siteId={site}&state=IN_PROGRESS&size=200", desk.site());
    }

    private String sessionOf(String clinic) {
        var as = Desk.as("prescriber", clinic);
        String course = as.body("""
                        {"protocolId": "esk-trd-us", "siteId": "%s", "prescribedOn": "2026-03-01",
                         "prescriberId": "Dr. Example", "indication": "TRD"}""".formatted(neighbour.site(clinic, Desk.ZONE)))
                .post("/patients/{patient}/courses", neighbour.patient(clinic))
                .then()
                .statusCode(201)
                .extract()
                .path("courseId");
        return Desk.as("prescriber", clinic)
                .body("{\"at\": \"2026-04-01T09:00:00-04:00\"}")
                .post("/courses/{course}/sessions", course)
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
    }

    private static void device(String session, String time) {
        post("/sessions/{session}/doses", """
                {"at": "2026-04-01T%s:00-04:00", "kind": "DEVICE", "mg": 28}""".formatted(time), session).then().statusCode(201);
    }
}
