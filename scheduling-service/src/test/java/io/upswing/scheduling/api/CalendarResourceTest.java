package io.upswing.scheduling.api;

import static io.restassured.RestAssured.given;
import static io.upswing.scheduling.ClinicFixture.id;
import static io.upswing.scheduling.api.ICalendarTest.events;
import static io.upswing.scheduling.api.ICalendarTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class CalendarResourceTest {
    @Inject
    TestClock clock;

    @Inject
    SiteBook sites;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void a_feed_shows_when_chairs_are_taken_and_nothing_of_whom() {
        var site = clinic.site();
        var chair = clinic.chair(site, "Blue room", "IN");
        var patient = clinic.patient();
        var before = id(clinic.consult(patient, site, "2026-03-06T09:00:00-05:00", chair), "appointmentId");
        var after = id(clinic.consult(patient, site, "2026-03-09T09:00:00-04:00", chair), "appointmentId");
        var cancelled = id(clinic.consult(patient, site, "2026-03-10T09:00:00-04:00", chair), "appointmentId");
        clinic.as("front-desk")
                .body("{\"by\":\"PATIENT\",\"reason\":\"a cold\"}")
                .post("/appointments/" + cancelled + "/cancel")
                .then()
                .statusCode(201);
        var url = url(share(site, "{}"));

        var text = feed(url);

        var events = events(text);
        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .containsExactly(before + "@upswing", after + "@upswing");
        assertThat(events)
                .extracting(event -> value(event, Property.DTSTART))
                .containsExactly("20260306T140000Z", "20260309T130000Z");
        assertThat(events).extracting(CalendarResourceTest::title).containsOnly("Appointment, Blue room");
        assertThat(text).doesNotContain(patient.toString(), "CONSULTATION", "Owusu");
    }

    @Test
    void who_asks_again_with_the_same_key_is_told_the_same_address() {
        var site = clinic.site();

        var first = share(site, "{}");
        var again = share(site, "{}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        clinic.as("manager")
                .header("Idempotency-Key", "calendar")
                .body("{\"staffId\":\"rn-1\"}")
                .post("/sites/" + site + "/calendars")
                .then()
                .statusCode(422);
    }

    @Test
    void what_was_revoked_answers_as_what_never_was() {
        var site = clinic.site();
        var shared = share(site, "{}");
        var calendar = id(shared, "calendarId");
        var url = url(shared);
        feed(url);

        clinic.as("manager").delete("/calendars/" + calendar).then().statusCode(201);
        clinic.as("manager").delete("/calendars/" + calendar).then().statusCode(200);

        var revoked = given().get(path(url));
        var unknown = given().get("/calendars/unknown.ics");
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(revoked.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void the_feed_of_a_member_of_staff_has_their_shifts_and_what_starts_in_them() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        var within = id(clinic.consult(patient, site, "2026-03-03T09:00:00-05:00", chair), "appointmentId");
        clinic.consult(patient, site, "2026-03-03T13:00:00-05:00", chair).then().statusCode(201);
        var shift = onDuty(site, "rn-1", "2026-03-03T13:00:00Z", "2026-03-03T17:00:00Z");
        var url = url(share(site, "{\"staffId\":\"rn-1\"}"));

        var events = events(feed(url));

        assertThat(events).extracting(CalendarResourceTest::title).containsExactly("On duty", "Appointment, 1");
        assertThat(value(events.get(0), Property.UID)).startsWith(shift.toString());
        assertThat(value(events.get(0), Property.DTEND)).isEqualTo("20260303T170000Z");
        assertThat(value(events.get(1), Property.UID)).startsWith(within.toString());
        assertThat(events(feed(url(
                        clinic.as("manager").body("{\"staffId\":\"rn-2\"}").post("/sites/" + site + "/calendars")))))
                .isEmpty();
    }

    @Test
    void a_patient_takes_an_appointment_home() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var appointment =
                id(clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", chair), "appointmentId");
        var path = "/appointments/" + appointment + ".ics";

        var file = clinic.as("auditor").get(path);

        assertThat(file.contentType()).startsWith("text/calendar");
        var event = events(file.asString()).getFirst();
        assertThat(title(event)).isEqualTo("Appointment");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Riverside");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260303T140000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260303T143000Z");
        clinic.as("front-desk")
                .body("{\"by\":\"PATIENT\",\"reason\":\"a cold\"}")
                .post("/appointments/" + appointment + "/cancel")
                .then()
                .statusCode(201);
        clinic.as("auditor").get(path).then().statusCode(409).body("code", equalTo("appointment-over"));
    }

    @Test
    void what_cannot_be_meant_is_refused_as_bad_input() {
        var calendars = "/sites/" + clinic.site() + "/calendars";

        for (var body : List.of(
                "{\"staffId\":\" \"}",
                "{\"staffId\":5}",
                "{\"staff\":\"rn-1\"}",
                "[]",
                "",
                "{\"staffId\":\"" + "x".repeat(201) + "\"}")) {
            clinic.as("manager").body(body).post(calendars).then().statusCode(400);
        }
        clinic.as("manager")
                .body("{}")
                .post("/sites/" + UUID.randomUUID() + "/calendars")
                .then()
                .statusCode(404);
        clinic.as("manager").delete("/calendars/" + UUID.randomUUID()).then().statusCode(404);
    }

    private Response share(UUID site, String body) {
        return clinic.as("manager")
                .header("Idempotency-Key", "calendar")
                .body(body)
                .post("/sites/" + site + "/calendars");
    }

    private UUID onDuty(UUID site, String staffId, String from, String to) {
        var shift = UUID.randomUUID();
        var duty = new Duty(Instant.parse(from), Instant.parse(to));
        sites.handle(
                new Request(clinic.clinic(), "manager-1", shift, null, null),
                new ShiftAdded(site, shift, staffId, "Noor", "MONITOR", List.of(duty), 3));
        return shift;
    }

    private static String url(Response shared) {
        return shared.then().extract().path("url");
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private static String feed(String url) {
        var feed = given().get(path(url));
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.contentType()).startsWith("text/calendar");
        return feed.asString();
    }

    private static String title(VEvent event) {
        return value(event, Property.SUMMARY);
    }
}
