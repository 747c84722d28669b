package io.upswing.session.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.http.testing.Endpoint;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Throws garbage of every kind at every POST: each is answered with a problem, and nothing is recorded. */
@QuarkusTest
class BadInputTest {
    private static final List<String> NOT_BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "5",
            "\"text\"",
            "[]",
            "{",
            "{}}",
            "{} {}",
            "{\"a\"}",
            "{'reason': 'x'}",
            "{\"reason\": \"x\",}",
            "{\"no-such-field\": 1}",
            "<xml/>",
            "\u0000",
            "{\"reason\": \"x\", \"reason\": \"y\"}",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000));

    /** None of them is a value that any field takes. */
    private static final List<String> NOT_VALUES = List.of(
            "{\"x\": {}}",
            "[[1]]",
            "\"\"",
            "\"   \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(30_000) + "\"",
            "\"" + "a-".repeat(9_000) + "a\"",
            "1e400",
            "1e99999999999",
            "-1",
            "0.00001",
            "99999999999999999999999999999999999999999999",
            "\"\\u0000+999999999-12-31\"");

    @Inject
    Desk desk;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private record Answer(int status, String type, String body) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = TestTokens.token("prescriber", Desk.CLINIC, "prescriber-1");
    private String base;
    private final ObjectMapper json = new ObjectMapper();
    private Map<String, String> parameters;
    private long before;

    @BeforeEach
    void record() throws SQLException {
        base = "http://localhost:" + port;
        var patient = desk.patient();
        var course = desk.clearedCourse();
        parameters = Map.of(
                "patientId", patient.toString(),
                "courseId", course,
                "sessionId", Desk.checkIn(course),
                "eventId", Desk.record(course, "pauses", "{\"from\": \"2026-03-03\", \"reason\": \"holiday\"}"),
                "id", "esk-trd-us",
                "taskId", desk.safetyTask(patient));
        before = recorded();
    }

    @AfterEach
    void nothing_was_recorded() throws SQLException {
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void what_is_no_such_body_is_refused() {
        var faults = new ArrayList<String>();
        posts().forEach(endpoint ->
                NOT_BODIES.forEach(body -> check(endpoint, body, post(endpoint, body), List.of(400), faults)));
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_no_such_value_is_refused_in_every_field() throws JsonProcessingException {
        var faults = new ArrayList<String>();
        for (var endpoint : posts().toList()) {
            var valid = (ObjectNode) json.readTree(Requests.body(endpoint.path(), desk.site()));
            for (var field : valid.properties().stream().map(Map.Entry::getKey).toList()) {
                for (var value : NOT_VALUES) {
                    var body = replaced(valid, field, value);
                    check(endpoint, body, post(endpoint, body), List.of(400), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_required_must_be_there() {
        var faults = new ArrayList<String>();
        // That somebody came, or left, is all that need be said
        var bare = Set.of("/courses/{courseId}/sessions", "/sessions/{sessionId}/left-against-advice");
        posts().filter(endpoint -> !bare.contains(endpoint.path()))
                .forEach(endpoint -> check(endpoint, "{}", post(endpoint, "{}"), List.of(400), faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void impossible_dates_are_refused() throws JsonProcessingException {
        var faults = new ArrayList<String>();
        for (var endpoint : posts().toList()) {
            var valid = (ObjectNode) json.readTree(Requests.body(endpoint.path(), desk.site()));
            for (var field : List.of("on", "from", "signedOn", "at", "prescribedOn")) {
                for (var date : List.of("2026-02-30", "0000-00-00", "12026-01-01", "1026-01-01", "today", "20260301")) {
                    if (valid.has(field)) {
                        var body = replaced(valid, field, "\"" + date + "\"");
                        check(endpoint, body, post(endpoint, body), List.of(400), faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_no_body_can_show_is_refused() {
        var faults = new ArrayList<String>();
        for (var row : List.of(
                "vitals {\"systolic\": 39, \"diastolic\": 30}",
                "vitals {\"systolic\": 301, \"diastolic\": 80}",
                "vitals {\"systolic\": 128, \"diastolic\": 19}",
                "vitals {\"systolic\": 250, \"diastolic\": 201}",
                "vitals {\"systolic\": 80, \"diastolic\": 80}",
                "vitals {\"systolic\": 128, \"diastolic\": 80, \"heartRate\": 19}",
                "vitals {\"systolic\": 128, \"diastolic\": 80, \"spo2\": 101}",
                "vitals {\"systolic\": 128, \"diastolic\": 80, \"respiratoryRate\": 101}",
                "assessments {\"moaas\": 6}",
                "assessments {\"cadss\": 93}",
                "assessments {\"at\": \"2026-04-01T15:00:00Z\"}",
                "checklist {\"rideConfirmed\": true, \"concomitant\": {}, \"weightKg\": 19.9}",
                "checklist {\"rideConfirmed\": true, \"concomitant\": {}, \"weightKg\": 400.1}",
                "checklist {\"rideConfirmed\": true, \"concomitant\": {\"opioids\": \"no\"}}",
                "overrides {\"rule\": \"no-such-rule\", \"reason\": \"x\", \"by\": \"Dr. Example\"}",
                "dose-stops {\"givenMg\": 0}")) {
            var path = "/sessions/{sessionId}/" + row.substring(0, row.indexOf(' '));
            var endpoint =
                    posts().filter(post -> post.path().equals(path)).findFirst().orElseThrow();
            check(endpoint, row, post(endpoint, row.substring(row.indexOf(' '))), List.of(400), faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_huge_body_is_refused_announced_or_not() {
        var faults = new ArrayList<String>();
        var huge = "{\"reason\": \"" + "x".repeat(600_000) + "\"}";
        posts().forEach(endpoint -> {
            check(endpoint, "announced", post(endpoint, huge), List.of(413), faults);
            var chunked = Desk.as("prescriber").body(new ByteArrayInputStream(huge.getBytes(UTF_8)));
            check(endpoint, "chunked", answer(chunked.post(endpoint.filled(parameters))), List.of(413), faults);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void another_content_type_and_another_method_are_refused() {
        var faults = new ArrayList<String>();
        posts().forEach(endpoint -> {
            var path = endpoint.filled(parameters);
            var text = Desk.as("prescriber").contentType("text/plain").body("x").post(path);
            check(endpoint, "text/plain", answer(text), List.of(415), faults);
            check(endpoint, "PATCH", answer(Desk.as("prescriber").body("{}").patch(path)), List.of(404, 405), faults);
            var wanted = Desk.as("prescriber").accept("text/html").body("{}").post(path);
            check(endpoint, "Accept", answer(wanted), List.of(400, 406), faults);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void an_address_that_nobody_serves_is_a_problem_too() {
        var faults = new ArrayList<String>();
        var gets = List.of(
                "/",
                "/nothing",
                "/courses",
                "/courses/not-an-id",
                "/courses/1-1-1-1-1",
                "/courses/%00",
                "/courses/" + "x".repeat(3_000),
                "/sessions/00000000-0000-0000-0000-000000000000",
                "/records/00000000-0000-0000-0000-000000000000",
                "/protocols/%00",
                "/protocols/nothing",
                "/protocols/esk-trd-us/versions/0",
                "/protocols/esk-trd-us/versions/x",
                "/patients/00000000-0000-0000-0000-000000000000/measures");
        gets.forEach(
                path -> checked(path, Desk.as("nurse").urlEncodingEnabled(false).get(path), faults));
        var queries = List.of(
                "/sessions?page=-1",
                "/sessions?page=x",
                "/sessions?size=201",
                "/sessions?size=0",
                "/sessions?page=99999999999",
                "/sessions?siteId=x",
                "/sessions?siteId=%00",
                "/sessions?state=in_progress",
                "/safety-tasks?state=open",
                "/safety-tasks?size=201",
                "/protocols?size=x");
        queries.forEach(path -> check(
                path, path, answer(Desk.as("nurse").urlEncodingEnabled(false).get(path)), List.of(400), faults));
        check("Idempotency-Key", "long", answer(withHeader("Idempotency-Key", "k".repeat(300))), List.of(400), faults);
        check("Idempotency-Key", "blank", answer(withHeader("Idempotency-Key", " ")), List.of(400), faults);
        check("Read-After", "of nobody", answer(readAfter("nobodys-events")), List.of(400), faults);
        check("Read-After", "of a neighbour", answer(readAfter("scheduling-events")), List.of(504), faults);
        assertThat(faults).isEmpty();
    }

    private Response withHeader(String name, String value) {
        return Desk.as("prescriber")
                .header(name, value)
                .body("{\"from\": \"2026-03-03\", \"reason\": \"holiday\"}")
                .post("/courses/{course}/pauses", parameters.get("courseId"));
    }

    private Response readAfter(String topic) {
        return Desk.as("nurse")
                .header("Read-After", topic + "/00000000-0000-0000-0000-000000000000@1")
                .get("/sessions");
    }

    private Stream<Endpoint> posts() {
        var posts = Endpoint.beside(CourseResource.class).stream()
                .filter(endpoint -> !endpoint.isRead() && !endpoint.page()) // pages take forms
                .toList();
        assertThat(posts).hasSize(35);
        return posts.stream();
    }

    private Answer post(Endpoint endpoint, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + endpoint.filled(parameters)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("none");
            return new Answer(answer.statusCode(), type, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Response response) {
        return new Answer(response.statusCode(), String.valueOf(response.contentType()), response.asString());
    }

    private String replaced(ObjectNode valid, String field, String value) {
        var copy = valid.deepCopy();
        copy.put(field, "@");
        return copy.toString().replace("\"" + field + "\":\"@\"", "\"" + field + "\":" + value);
    }

    private static void checked(String path, Response answer, List<String> faults) {
        check(path, "GET", answer(answer), List.of(400, 404), faults);
    }

    private static void check(Object where, String what, Answer answer, List<Integer> expected, List<String> faults) {
        var isProblem = answer.type().startsWith("application/problem+json")
                && answer.body().contains("urn:problem:");
        if (!expected.contains(answer.status()) || !isProblem) {
            var sent = what.length() > 120 ? what.substring(0, 120) + "…" : what;
            faults.add(where + " <- " + sent + " -> " + answer.status() + " " + answer.body());
        }
    }

    private long recorded() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from event")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
