package io.upswing.notification.api;

import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.notification.Neighbour;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is answered with a problem, and nothing is recorded. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class BadInputTest {
    @Inject
    Neighbour neighbour;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reminders?patientId=x",
                "/reminders?patientId=1-1-1-1-1",
                "/reminders?state=planned",
                "/reminders?audience=patient",
                "/reminders?from=yesterday",
                "/reminders?from=2026-02-30",
                "/reminders?from=1899-12-31",
                "/reminders?to=2200-01-01",
                "/reminders?to=2200-01-01T00:00:00Z",
                "/reminders?to=2026-03-02T09:00:00",
                "/reminders?to=%2B999999999-12-31T00:00:00Z",
                "/reminders?from=%00",
                "/reminders?page=-1",
                "/reminders?size=201",
                "/messages?patientId=x",
                "/messages?size=0",
                "/worklist?kind=nothing",
                "/worklist?page=x"
            })
    void a_query(String path) {
        Desk.as("nurse")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reminders/x/why",
                "/reminders/00000000-0000-0000-0000-000000000000/why",
                "/reminders/00000000-0000-0000-0000-000000000000",
                "/worklist/x/resolution"
            })
    void an_address(String path) {
        Desk.get(path).then().statusCode(oneOf(404, 405)).contentType(startsWith("application/problem+json"));
    }

    @Test
    void a_body() {
        var patient = neighbour.patient((String) null);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));
        var path = "/worklist/" + Desk.reminder(patient, "due-on") + "/resolution";
        for (var body : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"by\": \"Noor\"}",
                "{\"by\": \" \", \"outcome\": \"x\"}",
                "{\"by\": 7, \"outcome\": \"x\"}",
                "{\"by\": \"Noor\", \"outcome\": \"x\", \"more\": 1}",
                "{\"by\": \"" + "x".repeat(201) + "\", \"outcome\": \"x\"}",
                "{\"by\": \"\\u0000\", \"outcome\": \"x\"}")) {
            Desk.as("nurse")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType(startsWith("application/problem+json"));
        }
        Desk.as("nurse")
                .body("{\"by\": \"Noor\", \"outcome\": \"x\"}")
                .post(path)
                .then()
                .statusCode(201);
    }

    @Test
    void what_needs_nobody_cannot_be_resolved() {
        var patient = neighbour.patient("later@example.org");
        neighbour.pending(patient, "2026-03-20", "2026-03-21", "2026-03-23");
        Desk.awaitStates(patient, Map.of("due-from", "PLANNED", "due-on", "PLANNED", "overdue", "PLANNED"));
        Desk.as("nurse")
                .body("{\"by\": \"Noor\", \"outcome\": \"x\"}")
                .post("/worklist/{id}/resolution", Desk.reminder(patient, "due-on"))
                .then()
                .statusCode(404);
    }
}
