package io.upswing.scheduling.api;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.http.testing.AccessContract;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.WaitingRoom;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class AccessTest extends AccessContract {
    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @TestHTTPResource
    URI base;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private Map<String, String> ids = Map.of();

    @BeforeEach
    void one_of_everything() {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        var course = UUID.randomUUID();
        var said = sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(
                        course, patient, site, ScheduleFixture.esketamine(), LocalDate.of(2026, 3, 2)));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);
        var held = clinic.as("front-desk")
                .body(ClinicFixture.consultation(patient, site, "2026-03-03T11:00:00-05:00", chair))
                .post("/holds");
        var booked = clinic.consult(patient, site, "2026-03-03T09:00:00-05:00", chair);
        var staff = new StaffFixture(clinic, site);
        var shift = staff.monitor("2026-03-03T08:00:00-05:00", "2026-03-03T16:00:00-05:00", 1);
        var closure = ClinicFixture.id(staff.close("2026-04-01", "2026-04-01"), "closureId");
        var calendar = clinic.as("manager").body("{}").post("/sites/" + site + "/calendars");
        var room = WaitingRoom.in(clinic, sessions);
        var waiting = room.patient();
        var entry = room.joins(waiting);
        room.cancel(room.booked(room.patient(), "2026-03-04T09:00:00-05:00"));
        ids = Map.ofEntries(
                Map.entry("secret", "no-secret-of-ours"),
                Map.entry("token", "no-link-of-ours"),
                Map.entry("calendarId", ClinicFixture.id(calendar, "calendarId").toString()),
                Map.entry("shiftId", shift.toString()),
                Map.entry("closureId", closure.toString()),
                Map.entry("entryId", entry.toString()),
                Map.entry("offerId", room.offerTo(waiting).toString()),
                Map.entry("siteId", site.toString()),
                Map.entry("patientId", patient.toString()),
                Map.entry("courseId", course.toString()),
                Map.entry(
                        "appointmentId",
                        ClinicFixture.id(booked, "appointmentId").toString()),
                Map.entry("holdId", ClinicFixture.id(held, "holdId").toString()),
                Map.entry("eventId", patient.toString()));
    }

    @Override
    protected Class<?> anchor() {
        return PatientResource.class;
    }

    @Override
    protected URI base() {
        return base;
    }

    @Override
    protected String token(String role, String clinic) {
        return TestTokens.token(role, clinic, role + "-1");
    }

    @Override
    protected String home() {
        return clinic.clinic();
    }

    @Override
    protected Map<String, String> parameters() {
        return ids;
    }

    @Override
    protected String query(String path) {
        return path.equals("/slots") ? "?courseId=" + ids.get("courseId") : "";
    }

    @Override
    protected String body(String method, String path) {
        return switch (path) {
            case "/sites/{siteId}/chairs" -> "{\"name\":\"2\",\"routes\":[\"IN\"]}";
            case "/sites/{siteId}/shifts" ->
                "{\"staffId\":\"s\",\"name\":\"Noor\",\"role\":\"MONITOR\",\"from\":\"2026-03-03T08:00:00Z\","
                        + "\"to\":\"2026-03-03T16:00:00Z\"}";
            case "/sites/{siteId}/closures" -> "{\"from\":\"2026-03-03\",\"to\":\"2026-03-04\",\"reason\":\"repairs\"}";
            case "/appointments/{appointmentId}/move" -> "{\"start\":\"2026-03-04T09:00:00-05:00\"}";
            case "/series/{courseId}/bookings", "/series/{courseId}/booking-proposals" ->
                "{\"from\":\"2026-03-03\",\"siteId\":\"" + ids.get("siteId") + "\"}";
            case "/appointments/{appointmentId}/cancel" -> "{\"by\":\"PATIENT\",\"reason\":\"a cold\"}";
            // what names nothing in its path would be made in the other clinic, as it may be
            default -> "{}";
        };
    }
}
