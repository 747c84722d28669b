package io.upswing.session.api;

import static io.upswing.session.api.Desk.administration;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static io.upswing.session.api.Desk.record;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProtocolsResourceTest {
    @Inject
    Desk desk;

    @Test
    void a_clinic_publishes_its_own_and_no_version_ever_changes() {
        publish(Requests.publication("our-weekly")).then().statusCode(201).body("version", equalTo(1));
        var second = Requests.publication("our-weekly");
        ((ObjectNode) second.at("/schedule")).put("lapseDays", 35).remove("effectiveOn");
        publish(second)
                .then()
                .statusCode(201)
                .body("id", equalTo("our-weekly"))
                .body("version", equalTo(2))
                .body("effectiveOn", equalTo("2026-04-01"));

        get("/protocols/our-weekly").then().statusCode(200).body("lapseDays", equalTo(35));
        get("/protocols/our-weekly/versions/1")
                .then()
                .statusCode(200)
                .body("lapseDays", equalTo(28))
                .body("patterns.standard[0].sources.gap.provenance", equalTo("P"));
        get("/protocols?size=200").then().body("items.id", hasItems("esk-trd-us", "our-weekly"));
        Desk.as("auditor", "clinic-b").get("/protocols/our-weekly").then().statusCode(404);
    }

    @Test
    void a_version_of_the_catalogues_goes_on_for_one_clinic_only() {
        Desk.as("prescriber", "clinic-p")
                .body(Requests.publication("esk-trd-us").toString())
                .post("/protocols")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));

        Desk.as("auditor", "clinic-p").get("/protocols/esk-trd-us").then().body("version", equalTo(2));
        get("/protocols/esk-trd-us").then().body("version", equalTo(1));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var wrong = Requests.publication("our-wrong");
        ((ObjectNode) wrong.at("/schedule/patterns/standard/0")).put("sessions", 0);
        ((ObjectNode) wrong.at("/schedule/patterns/standard/0/sources")).remove("gap");
        ((ObjectNode) wrong.at("/schedule")).put("lapseDays", 400);
        ((ObjectNode) wrong.at("/sources")).remove("rems");

        publish(wrong)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "schedule.patterns.standard.0.sessions",
                                "schedule.patterns.standard.0.sources.gap",
                                "schedule.lapseDays",
                                "sources.rems"));
        get("/protocols/our-wrong").then().statusCode(404);
    }

    @Test
    void what_is_missing_is_named_with_its_place() {
        var wrong = Requests.publication("our-wrong");
        ((ObjectNode) wrong.at("/schedule/patterns/standard/1")).remove("perWeek");
        ((ObjectNode) wrong.at("/sources/rems")).remove("text");

        publish(wrong)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("schedule.patterns.standard.1.perWeek"))
                .body("violations.field", hasItem("sources.rems.text"));
    }

    @Test
    void a_phase_of_an_unknown_kind_and_a_field_of_an_unknown_name_are_refused() {
        var kind = Requests.publication("our-wrong");
        ((ObjectNode) kind.at("/schedule/patterns/standard/0")).put("kind", "spiral");
        publish(kind).then().statusCode(400);
        var field = Requests.publication("our-wrong");
        ((ObjectNode) field.at("/schedule")).put("version", 7);
        publish(field).then().statusCode(400).body("violations[0].field", equalTo("schedule.version"));
    }

    @Test
    void who_publishes_at_the_same_time_gets_the_next_version() {
        var versions = rangeClosed(1, 6)
                .parallel()
                .mapToObj(n -> publish(Requests.publication("our-raced"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("version"))
                .sorted()
                .toList();

        assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_course_is_prescribed_by_the_newest_and_moved_by_a_prescriber() {
        publish(Requests.publication("our-moved")).then().statusCode(201);
        var course = desk.course("our-moved");
        administration(course, "2026-03-02");
        var second = Requests.publication("our-moved");
        ((ObjectNode) second.at("/schedule/patterns/standard/0/gap"))
                .put("min", 1)
                .put("targetFrom", 2);
        publish(second).then().statusCode(201);

        get("/courses/{course}", course)
                .then()
                .body("protocol.version", equalTo(1))
                .body("next.targetFrom", equalTo("2026-03-05"));
        record(course, "protocol-version", "{\"version\": 2, \"decidedBy\": \"Dr. Example\"}");
        get("/courses/{course}", course)
                .then()
                .body("protocol.version", equalTo(2))
                .body("protocolVersions.version", contains(2))
                .body("protocolVersions.on", contains("2026-04-01"))
                .body("next.targetFrom", equalTo("2026-03-04"));
        post("/courses/{course}/protocol-version", "{\"version\": 9, \"decidedBy\": \"Dr. Example\"}", course)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("version"));
    }

    @Test
    void a_lapse_is_decided_and_an_antidepressant_recorded() {
        var course = desk.course("esk-trd-us");
        administration(course, "2026-02-10");
        record(course, "concurrent-treatments", "{\"oralAntidepressant\": true, \"on\": \"2026-03-01\"}");
        record(course, "lapse-decisions", """
                {"outcome": "REINDUCE", "on": "2026-04-01", "decidedBy": "Dr. Example", "reason": "was away"}""");

        get("/courses/{course}", course)
                .then()
                .body("state", equalTo("STOPPED"))
                .body("lapseDecisions.outcome", contains("REINDUCE"))
                .body("concurrentTreatments", hasSize(1));
        get("/courses/{course}/trend", course)
                .then()
                .body("decisions.what", contains("LAPSE"))
                .body("decisions.outcome", contains("REINDUCE"));
    }

    private static Response publish(ObjectNode publication) {
        return post("/protocols", publication.toString());
    }
}
