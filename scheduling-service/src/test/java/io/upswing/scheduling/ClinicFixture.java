package io.upswing.scheduling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.upswing.deploy.embedded.TestTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clinic of its own for each test, through the public API. */
public record ClinicFixture(String clinic) {
    private static boolean ready;

    public static ClinicFixture fresh() {
        return new ClinicFixture(UUID.randomUUID().toString());
    }

    public RequestSpecification as(String role) {
        awaitReady();
        return given().auth()
                .oauth2(TestTokens.token(role, clinic, role + "-1"))
                .contentType("application/json");
    }

    /** The service answers before its log is read back, and then says that it is not ready. */
    private static synchronized void awaitReady() {
        if (!ready) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> given().get("/q/health/ready").statusCode() == 200);
            ready = true;
        }
    }

    public UUID site() {
        return site("America/New_York", "08:00", "17:00");
    }

    /** Open every day. */
    public UUID site(String zone, String opens, String closes) {
        var hours = java.util.Arrays.stream(java.time.DayOfWeek.values())
                .map(day -> "{\"day\":\"" + day + "\",\"opens\":\"" + opens + "\",\"closes\":\"" + closes + "\"}")
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        return id(
                as("manager")
                        .body("{\"name\":\"Riverside\",\"timeZone\":\"" + zone + "\",\"hours\":" + hours + "}")
                        .post("/sites"),
                "siteId");
    }

    public UUID chair(UUID siteId, String name, String... routes) {
        return id(
                as("manager").body(Map.of("name", name, "routes", routes)).post("/sites/" + siteId + "/chairs"),
                "chairId");
    }

    public UUID patient() {
        return id(as("front-desk").body("""
                                {"givenName":"Ama","familyName":"Owusu","birthDate":"1984-02-29",
                                 "timeZone":"America/New_York","email":"ama@example.org"}""").post("/patients"), "patientId");
    }

    /** A course of esketamine that the service has heard of. */
    public UUID prescribe(SessionTopic sessions, UUID patientId, UUID siteId, LocalDate on) {
        var course = UUID.randomUUID();
        var said = sessions.say(
                clinic,
                patientId,
                ScheduleFixture.prescribed(course, patientId, siteId, ScheduleFixture.esketamine(), on));
        as("nurse").header("Read-After", said).get("/series/" + course).then().statusCode(200);
        return course;
    }

    public Response consult(UUID patientId, UUID siteId, String start, @Nullable UUID chairId) {
        return as("front-desk")
                .body(consultation(patientId, siteId, start, chairId))
                .post("/appointments");
    }

    public static String consultation(UUID patientId, UUID siteId, String start, @Nullable UUID chairId) {
        return "{\"patientId\":\"" + patientId + "\",\"siteId\":\"" + siteId
                + "\",\"kind\":\"CONSULTATION\",\"start\":\"" + start + "\""
                + (chairId == null ? "" : ",\"chairId\":\"" + chairId + "\"") + "}";
    }

    public Response treat(UUID patientId, UUID courseId, UUID siteId, String start) {
        return as("front-desk")
                .body("{\"patientId\":\"" + patientId + "\",\"courseId\":\"" + courseId + "\",\"siteId\":\"" + siteId
                        + "\",\"kind\":\"TREATMENT\",\"start\":\"" + start + "\",\"doseMg\":56}")
                .post("/appointments");
    }

    public static UUID id(Response response, String field) {
        return UUID.fromString(response.then().statusCode(201).extract().path(field));
    }
}
