package io.upswing.session.api;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.Wait;
import io.upswing.session.view.Patients;
import io.upswing.session.view.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Staff of a clinic at their screens: calls the service as they would. */
@ApplicationScoped
class Desk {
    static final String CLINIC = "clinic-a";
    static final String ZONE = "America/New_York";

    private final Neighbour neighbour;
    private final Sites sites;
    private final Patients patients;
    private UUID site;

    Desk(Neighbour neighbour, Sites sites, Patients patients) {
        this.neighbour = neighbour;
        this.sites = sites;
        this.patients = patients;
    }

    synchronized UUID site() {
        if (site == null) {
            site = neighbour.site(CLINIC, ZONE);
            // The first of a run: the service has only just joined the topics
            var patient = neighbour.patient(CLINIC);
            Wait.orFail(Duration.ofSeconds(30), "the service", () -> known(site, patient));
        }
        return site;
    }

    private boolean known(UUID siteId, UUID patientId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        sites.get(siteId).isPresent() && patients.get(patientId).isPresent());
    }

    UUID patient() {
        site();
        return neighbour.patient(CLINIC);
    }

    static RequestSpecification as(String role) {
        return as(role, CLINIC);
    }

    static RequestSpecification as(String role, String clinic) {
        return given().auth()
                .oauth2(TestTokens.token(role, clinic, role + "-1"))
                .contentType("application/json");
    }

    /** Posts as a prescriber, who may do all that is recorded here. */
    static Response post(String path, String body, Object... parameters) {
        return as("prescriber").body(body).post(path, parameters);
    }

    static Response get(String path, Object... parameters) {
        return as("auditor").get(path, parameters);
    }

    /** A course of the protocol, prescribed on 1 March. */
    String course(String protocol) {
        return courseOf(patient(), protocol);
    }

    String courseOf(UUID patient, String protocol) {
        return prescribe(patient, protocol).then().statusCode(201).extract().path("courseId");
    }

    Response prescribe(UUID patient, String protocol) {
        return post("/patients/{patient}/courses", """
                {"protocolId": "%s", "siteId": "%s", "prescribedOn": "2026-03-01", "prescriberId": "Dr. Example",
                 "indication": "TRD"}""".formatted(protocol, site()), patient);
    }

    /** A course with all that must be on file before a dose of esketamine. */
    String clearedCourse() {
        var course = course("esk-trd-us");
        record(course, "consents", "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\"}");
        record(course, "rems-enrolment", "{\"state\": \"CONFIRMED\", \"on\": \"2026-03-01\"}");
        record(course, "eligibility", "{\"trials\": [], \"decidedBy\": \"Dr. Example\", \"decision\": \"ELIGIBLE\"}");
        return course;
    }

    /** Records what must succeed; its id. */
    static String record(String course, String what, String body) {
        return post("/courses/{course}/" + what, body, course)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String administration(String course, String on) {
        return post("/courses/{course}/administrations", """
                {"on": "%s", "doseMg": 56, "complete": true}""".formatted(on), course)
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
    }

    /** Answers that open a safety task; the task's id. */
    String safetyTask(UUID patient) {
        return post("/patients/{patient}/measures", """
                {"instrument": "PHQ9", "answers": [1, 1, 1, 0, 0, 0, 0, 0, 1], "on": "2026-03-01"}""", patient)
                .then()
                .statusCode(201)
                .extract()
                .path("safetyTask");
    }

    static String checkIn(String course) {
        return post("/courses/{course}/sessions", "{\"at\": \"2026-04-01T09:00:00-04:00\"}", course)
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
    }
}
