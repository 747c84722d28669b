package io.upswing.notification.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.Sql;
import io.upswing.notification.Neighbour;
import io.upswing.notification.view.Plans;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clinic's own policies: shown, tried on a patient, adopted. Other clinics' tests are not in their way. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class PolicyResourceTest {
    @Inject
    Neighbour neighbour;

    @Inject
    Plans plans;

    @Inject
    Sql sql;

    private static Map<String, Object> defaults() {
        var body = new HashMap<String, Object>(
                as("other-clinic", "auditor").get("/policies").as(Map.class));
        body.remove("adopted");
        body.remove("replanning");
        return body;
    }

    private static RequestSpecification as(String clinic, String role) {
        return given().auth()
                .oauth2(TestTokens.token(role, clinic, role + "-1"))
                .contentType("application/json");
    }

    @Test
    void the_defaults_are_shown_until_a_clinic_has_its_own() {
        as("other-clinic", "auditor")
                .get("/policies")
                .then()
                .statusCode(200)
                .body("channels", contains("EMAIL"))
                .body("sendingHours.opens", equalTo("08:00:00"))
                .body("policies.about", hasItem("GATE"))
                .body("policies[0].steps[0].days", equalTo(-3))
                .body("policies[0].steps[2].minutes", equalTo(-180))
                .body("adopted", nullValue());
    }

    @Test
    void what_a_patient_would_get_is_shown_for_policies_that_are_not_adopted_too() {
        var patient = neighbour.patient("preview@example.org");
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-20T15:00:00Z");
        Desk.awaitStates(patient, Map.of("3-days-before", "PLANNED", "1-day-before", "PLANNED"));

        preview(Map.of("patientId", patient))
                .then()
                .statusCode(200)
                .body("items.reminder.step", contains("3-days-before", "1-day-before"))
                .body("items[0].rule", equalTo("3 days before the appointment at 09:00"))
                .body("items[0].reminder.sendAt", equalTo("2026-03-17T13:00:00Z"))
                .body("items[0].text", startsWith("Hello Ada,"));
        preview(Map.of("patientId", patient, "policy", twoDaysBefore()))
                .then()
                .statusCode(200)
                .body("items.reminder.step", contains("2-days-before"))
                .body("items[0].reminder.sendAt", equalTo("2026-03-18T16:00:00Z"));
        assertThat(Desk.states(patient)).containsOnlyKeys("3-days-before", "1-day-before");

        as("other-clinic", "manager")
                .body(Map.of("patientId", patient))
                .post("/policies/preview")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_clinic_adopts_its_plans_follow() {
        var clinic = "clinic-of-its-own";
        var patient = neighbour.patientOf(clinic, "own@example.org");
        neighbour.appointmentOf(clinic, patient, "2026-03-20T15:00:00Z");
        Wait.orFail(Duration.ofSeconds(40), "the plan", () -> steps(clinic).size() == 2);

        as(clinic, "front-desk").body(twoDaysBefore()).put("/policies").then().statusCode(403);
        as(clinic, "manager")
                .header("Idempotency-Key", "first")
                .body(twoDaysBefore())
                .put("/policies")
                .then()
                .statusCode(201)
                .body("policies[0].steps[0].name", equalTo("2-days-before"));
        as(clinic, "manager")
                .header("Idempotency-Key", "first")
                .body(twoDaysBefore())
                .put("/policies")
                .then()
                .statusCode(200);

        Wait.orFail(Duration.ofSeconds(40), "the new plan", () -> steps(clinic).equals(List.of("2-days-before")));
        as(clinic, "auditor")
                .get("/policies")
                .then()
                .body("adopted.version", equalTo(1))
                .body("replanning.total", equalTo(1));
        Wait.orFail(
                Duration.ofSeconds(40),
                "the end",
                () -> as(clinic, "auditor").get("/policies").<Boolean>path("replanning.finished"));
        as(clinic, "auditor").get("/policies").then().body("replanning.done", equalTo(1));
    }

    @Test
    void policies_wait_for_the_plans_that_are_just_being_made_by_older_ones() throws Exception {
        var clinic = "clinic-in-a-hurry";
        var patient = neighbour.patientOf(clinic, "hurry@example.org");
        neighbour.appointmentOf(clinic, patient, "2026-03-20T15:00:00Z");
        Wait.orFail(Duration.ofSeconds(40), "the plan", () -> steps(clinic).size() == 2);
        try (var manager = Executors.newVirtualThreadPerTaskExecutor()) {
            var adoption = new AtomicReference<Future<Integer>>();
            QuarkusTransaction.requiringNew().run(() -> {
                plans.replan(Set.of(patient));
                adoption.set(manager.submit(() -> as(clinic, "manager")
                        .body(twoDaysBefore())
                        .put("/policies")
                        .statusCode()));
                Wait.orFail(
                        Duration.ofSeconds(40),
                        "the adoption to wait",
                        () -> !sql.query(
                                        "select 1 from pg_locks where locktype = 'advisory' and not granted",
                                        row -> true)
                                .isEmpty());
                assertThat(adoption.get().isDone()).isFalse();
            });
            assertThat(adoption.get().get()).isEqualTo(201);
        }
        Wait.orFail(Duration.ofSeconds(40), "the new plan", () -> steps(clinic).equals(List.of("2-days-before")));
    }

    private static List<String> steps(String clinic) {
        return as(clinic, "auditor").get("/reminders").path("items.step");
    }

    @ParameterizedTest
    @CsvSource({
        "channels, SMS",
        "channels, FAX",
        "channels, WORKLIST",
        "usefulFor, PT30M",
        "usefulFor, soon",
        "sendingHours, 07:00",
        "policies, APPOINTMENT",
        "surprise, x"
    })
    void what_makes_no_sense_is_not_adopted(String field, String value) {
        var body = new HashMap<>(defaults());
        body.put(
                field,
                switch (field) {
                    case "channels" -> List.of(value);
                    case "sendingHours" -> Map.of("opens", value, "closes", "20:00");
                    case "policies" -> List.of(Map.of("about", value, "steps", List.of()));
                    default -> value;
                });
        as("other-clinic", "manager")
                .body(body)
                .put("/policies")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"));
        as("other-clinic", "auditor").get("/policies").then().body("adopted", nullValue());
    }

    private static Response preview(Map<String, Object> body) {
        return Desk.as("front-desk").body(body).post("/policies/preview");
    }

    private static Map<String, Object> twoDaysBefore() {
        var step = Map.of(
                "name", "2-days-before",
                "anchor", "START",
                "days", -2,
                "at", "12:00",
                "audience", "PATIENT",
                "channels", List.of("EMAIL"),
                "template", "appointment",
                "templateVersion", 1);
        var body = defaults();
        body.put("policies", List.of(Map.of("about", "APPOINTMENT", "steps", List.of(step))));
        return body;
    }
}
