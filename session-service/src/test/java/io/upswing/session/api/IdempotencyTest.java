package io.upswing.session.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same command twice is one event. */
@QuarkusTest
class IdempotencyTest {
    private static final String BODY = "{\"on\": \"2026-03-02\", \"doseMg\": 56, \"complete\": true}";

    @Inject
    Desk desk;

    @Test
    void a_repeat_is_answered_with_the_same_body() {
        var course = desk.course("esk-trd-us");
        var first = administration(course, "key-1", BODY);
        var again = administration(course, "key-1", BODY);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Log-Position")).isEqualTo(first.header("Log-Position"));
        Desk.get("/courses/{course}/history", course).then().body("total", equalTo(2));
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        var course = desk.course("esk-trd-us");
        administration(course, "key-1", BODY);

        administration(course, "key-1", BODY.replace("56", "84"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("key-reused"));
    }

    @Test
    void a_key_holds_for_its_path_only() {
        var one = administration(desk.course("esk-trd-us"), "key-1", BODY);
        var other = administration(desk.course("esk-trd-us"), "key-1", BODY);

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("sessionId")).isNotEqualTo(one.<String>path("sessionId"));
    }

    @Test
    void a_path_may_be_spelt_otherwise() {
        var course = desk.course("esk-trd-us");
        administration(course, "key-1", BODY);

        assertThat(administration(course.toUpperCase(Locale.ROOT), "key-1", BODY)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Desk.as("nurse")
                        .header("Idempotency-Key", "key-1")
                        .body(BODY)
                        .post("/courses/{course}/administrations/", course)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_refusal_is_not_remembered() {
        var course = desk.course("esk-trd-us");
        var resumption = "{\"on\": \"2026-03-30\"}";
        keyed("resumptions", course, resumption).then().statusCode(409).body("code", equalTo("not-paused"));
        Desk.record(course, "pauses", "{\"from\": \"2026-03-20\", \"reason\": \"holiday\"}");

        keyed("resumptions", course, resumption).then().statusCode(201);
    }

    @Test
    void without_a_key_a_repeat_is_a_new_command() {
        var course = desk.course("esk-trd-us");
        Desk.administration(course, "2026-03-02");
        Desk.administration(course, "2026-03-02");

        Desk.get("/courses/{course}/history", course).then().body("total", equalTo(3));
    }

    private static Response administration(String course, String key, String body) {
        return Desk.as("nurse")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/courses/{course}/administrations", course);
    }

    private static Response keyed(String what, String course, String body) {
        return Desk.as("prescriber")
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/courses/{course}/" + what, course);
    }
}
