package io.upswing.session.api;

import static io.upswing.session.api.Desk.administration;
import static io.upswing.session.api.Desk.checkIn;
import static io.upswing.session.api.Desk.get;
import static io.upswing.session.api.Desk.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemsFormResourceTest {
    @Inject
    Desk desk;

    @Test
    void a_form_goes_from_the_record_to_the_acknowledgement() {
        var session = session();
        get("/sessions/{session}/rems-form", session)
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_STARTED"))
                .body("dueOn", equalTo("2026-04-08"))
                .body("overdue", equalTo(false))
                .body("form.dose", equalTo("56"))
                .body("form.birthDate", equalTo("1984-05-02"))
                .body("form.totalMinutes", equalTo(125))
                .body("form.minimumMet", equalTo(true))
                .body("form.lots", contains("L1"))
                .body("form.firstTreatment", equalTo(true))
                .body("form.monitoredBy", equalTo("nurse-1"))
                .body("missing", hasItems("vitalsBefore", "sedation"))
                .body("missing", not(hasItem("lots")));

        step(session, "SIGNED", "").then().statusCode(409).body("code", equalTo("form-order"));
        step(session, "DRAFTED", "").then().statusCode(201);
        step(session, "SIGNED", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("form-incomplete"))
                .body("detail", containsString("sedation"));
        explainAll(session);
        step(session, "SIGNED", "").then().statusCode(201);
        step(session, "SIGNED", "").then().statusCode(200);
        step(session, "SUBMITTED", "").then().statusCode(201);
        step(session, "ACKNOWLEDGED", "").then().statusCode(201);

        get("/sessions/{session}/rems-form", session)
                .then()
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("steps.state", contains("DRAFTED", "DRAFTED", "SIGNED", "SUBMITTED", "ACKNOWLEDGED"))
                .body("explained.field", hasItem("sedation"));
    }

    @Test
    void a_correction_reopens_a_submitted_form() {
        var session = session();
        step(session, "DRAFTED", "").then().statusCode(201);
        explainAll(session);
        step(session, "SIGNED", "").then().statusCode(201);
        step(session, "SUBMITTED", "").then().statusCode(201);

        post("/sessions/{session}/corrections", "{\"lot\": \"L9\", \"reason\": \"misread\"}", session)
                .then()
                .statusCode(201);

        get("/sessions/{session}/rems-form", session)
                .then()
                .body("state", equalTo("REOPENED"))
                .body("form.lots", contains("L9"));
        step(session, "ACKNOWLEDGED", "").then().statusCode(409).body("code", equalTo("form-order"));
    }

    @Test
    void a_form_that_is_not_submitted_a_week_after_the_treatment_is_overdue() {
        var course = desk.course("esk-trd-us");

        get("/sessions/{session}/rems-form", administration(course, "2026-03-25"))
                .then()
                .body("dueOn", equalTo("2026-04-01"))
                .body("overdue", equalTo(false));
        get("/sessions/{session}/rems-form", administration(course, "2026-03-24"))
                .then()
                .body("dueOn", equalTo("2026-03-31"))
                .body("overdue", equalTo(true));
    }

    @Test
    void without_the_rems_there_is_no_form() {
        var session = administration(desk.course("esk-trd-eu"), "2026-03-25");

        get("/sessions/{session}/rems-form", session).then().statusCode(409).body("code", equalTo("no-form"));
        get("/sessions/{session}/rems-form.pdf", session)
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        step(session, "DRAFTED", "").then().statusCode(409).body("code", equalTo("no-form"));
    }

    @Test
    void the_form_is_printed_with_what_is_recorded_and_why_the_rest_is_not() throws IOException {
        var session = session();
        var reason = "Zoë Łuczak's cuff failed 😀 " + "and nobody found another one ".repeat(60);
        step(session, "DRAFTED", explanation("vitalsAt40Minutes", reason.strip()))
                .then()
                .statusCode(201);

        var printed = Desk.as("nurse").accept("application/pdf").get("/sessions/{session}/rems-form.pdf", session);
        printed.then().statusCode(200).contentType("application/pdf");

        try (var document = Loader.loadPDF(printed.asByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("REMS patient monitoring form")
                    .contains("State: DRAFTED. Due on 2026-04-08.")
                    .containsPattern("Dose\\s+56 mg")
                    .containsPattern("Date of birth\\s+1984-05-02")
                    .containsPattern("Lot numbers\\s+L1")
                    .containsPattern("Minutes from the first device to the end\\s+125")
                    .containsPattern("At 40 minutes\\s+not recorded: Zoë Łuczak's cuff failed \\?")
                    .containsPattern("Sedation\\s+not recorded\\s")
                    .contains("None recorded.");
        }
    }

    /** 56 mg at 09:05 and 09:10, home at 11:10. */
    private String session() {
        var session = checkIn(desk.clearedCourse());
        for (var time : new String[] {"09:05", "09:10"}) {
            post("/sessions/{session}/doses", """
                    {"at": "2026-04-01T%s:00-04:00", "kind": "DEVICE", "mg": 28, "lot": "L1"}""".formatted(time), session)
                    .then()
                    .statusCode(201);
        }
        post("/sessions/{session}/discharge", """
                {"at": "2026-04-01T11:10:00-04:00", "by": "nurse-1", "escort": true}""", session).then().statusCode(201);
        return session;
    }

    private static void explainAll(String session) {
        var missing = get("/sessions/{session}/rems-form", session).jsonPath().getList("missing", String.class);
        var reasons =
                missing.stream().map(field -> explanation(field, "on paper")).toList();
        assertThat(reasons).isNotEmpty();
        step(session, "DRAFTED", String.join(", ", reasons)).then().statusCode(201);
    }

    private static String explanation(String field, String reason) {
        return "{\"field\": \"%s\", \"reason\": \"%s\"}".formatted(field, reason);
    }

    private static Response step(String session, String state, String explained) {
        return Desk.as("nurse")
                .body("{\"state\": \"%s\", \"explained\": [%s]}".formatted(state, explained))
                .post("/sessions/{session}/rems-form", session);
    }
}
