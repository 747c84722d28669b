package io.upswing.session.api;

import static io.upswing.session.api.Desk.administration;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeasuresResourceTest {
    @Inject
    Desk desk;

    @Inject
    Neighbour neighbour;

    @Test
    void a_score_is_read_beside_the_course() {
        var patient = desk.patient();
        var course = desk.courseOf(patient, "esk-trd-us");
        total(patient, 20, "2026-03-01").body("band", equalTo("severe")).body("response", nullValue());
        administration(course, "2026-03-02");
        post("/patients/{patient}/measures", """
                {"instrument": "PHQ9", "answers": [1, 1, 1, 1, 1, 1, 1, 1, 0], "on": "2026-03-10"}""", patient)
                .then()
                .statusCode(201)
                .body("score", equalTo(8))
                .body("itemised", equalTo(true))
                .body("courseId", equalTo(course))
                .body("baseline", equalTo(20))
                .body("response", equalTo(true))
                .body("remission", equalTo(false))
                .body("safetyTask", nullValue());
        total(patient, 4, "2026-03-05").body("itemised", equalTo(false)).body("remission", equalTo(true));

        get("/patients/{patient}/measures", patient)
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.score", contains(20, 4, 8));
        get("/courses/{course}/trend", course)
                .then()
                .statusCode(200)
                .body("scores.score", contains(20, 4, 8))
                .body("doses.on", contains("2026-03-02"))
                .body("doses.mg", contains(56))
                .body("doses.counted", contains(true));
    }

    @Test
    void a_score_that_was_taken_back_is_marked() {
        var patient = desk.patient();
        var course = desk.courseOf(patient, "esk-trd-us");
        String measure = total(patient, 20, "2026-03-01").extract().path("id");
        post("/courses/{course}/history/{event}/void", "{\"reason\": \"typo\"}", course, measure)
                .then()
                .statusCode(201);

        get("/patients/{patient}/measures", patient).then().body("items.voided", contains(true));
        get("/courses/{course}/trend", course).then().body("scores.size()", equalTo(0));
        get("/courses/{course}/history", course).then().body("total", equalTo(3));
    }

    @Test
    void a_score_from_before_any_course_is_taken_back_in_one() {
        var patient = desk.patient();
        String measure = total(patient, 20, "2026-03-01").extract().path("id");
        var course = desk.courseOf(patient, "esk-trd-us");
        post("/courses/{course}/history/{event}/void", "{\"reason\": \"typo\"}", course, measure)
                .then()
                .statusCode(201);

        get("/patients/{patient}/measures", patient).then().body("items.voided", contains(true));
        get("/courses/{course}/trend", course).then().body("scores.size()", equalTo(0));
    }

    @Test
    void what_is_wrong_with_the_answers_is_named() {
        var patient = desk.patient();
        post("/patients/{patient}/measures", """
                {"instrument": "PHQ9", "answers": [0, 0, 4, 0, 0, 0, 0, 0, 0], "on": "2026-03-01"}""", patient)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("answers.2"));
        post("/patients/{patient}/measures", """
                {"instrument": "CSSRS", "score": 1, "on": "2026-03-01"}""", patient)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("answers"));
    }

    /** It is 15:00 on the 1st in New York, and the 2nd where a day begins first. */
    @Test
    void today_is_that_of_the_site_and_before_any_course_of_the_easternmost_zone() {
        var patient = desk.patient();
        recorded(patient, 20, "2026-04-03").then().statusCode(400);
        total(patient, 20, "2026-04-02").body("courseId", nullValue());
        desk.courseOf(patient, "esk-trd-us");
        recorded(patient, 20, "2026-04-02").then().statusCode(400).body("violations[0].field", equalTo("on"));
    }

    @Test
    void a_safety_task_is_open_until_a_prescriber_closes_it() {
        var patient = desk.patient();
        var task = desk.safetyTask(patient);
        open().body("items.taskId", hasItem(task)).body("items.state", everyItem(equalTo("OPEN")));

        Desk.as("nurse")
                .body("{\"by\": \"Nurse\", \"disposition\": \"safe\"}")
                .post("/safety-tasks/{task}/closure", task)
                .then()
                .statusCode(403);
        close(task).then().statusCode(201);
        close(task).then().statusCode(200).body("id", nullValue());
        open().body("items.taskId", not(hasItem(task)));
        get("/safety-tasks?state=CLOSED&size=200")
                .then()
                .body("items.find { it.taskId == '" + task + "' }.disposition", equalTo("safe, plan made"));
        close(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void a_patient_of_another_clinic_is_not_found() {
        recorded(neighbour.patient("clinic-b"), 20, "2026-03-01").then().statusCode(404);
        get("/patients/{patient}/measures", neighbour.patient("clinic-b"))
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse open() {
        return get("/safety-tasks?state=OPEN&size=200").then().statusCode(200);
    }

    private static Response close(String task) {
        return post(
                "/safety-tasks/{task}/closure",
                "{\"by\": \"Dr. Example\", \"disposition\": \"safe, plan made\"}",
                task);
    }

    private static ValidatableResponse total(UUID patient, int score, String on) {
        return recorded(patient, score, on).then().statusCode(201);
    }

    private static Response recorded(UUID patient, int score, String on) {
        return post(
                "/patients/{patient}/measures",
                "{\"instrument\": \"PHQ9\", \"score\": %d, \"on\": \"%s\"}".formatted(score, on),
                patient);
    }
}
