package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appointments for the treatments of a course: how long, how far apart, and what they do to its standing. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class TreatmentAppointmentsTest {
    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void a_session_takes_as_long_as_its_protocol_and_dose_and_stands_in_the_call_list() {
        var site = clinic.site();
        clinic.chair(site, "IV only", "IV");
        var nasal = clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));

        var booked = clinic.treat(patient, course, site, "2026-03-03T09:00:00-05:00");

        booked.then()
                .statusCode(201)
                .body("chairId", equalTo(nasal.toString()))
                .body("end", equalTo("2026-03-03T16:50:00Z"));
        var appointment = id(booked, "appointmentId").toString();
        clinic.as("nurse")
                .get("/due?siteId=" + site + "&kind=SESSION")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].courseId", equalTo(course.toString()))
                .body("items[0].appointmentId", equalTo(appointment))
                .body("items[0].state", equalTo("PENDING"))
                .body("items[0].standing.state", equalTo("NOT_STARTED"));
    }

    @Test
    void a_course_moved_to_another_version_is_booked_by_its_numbers_from_that_day_on() {
        var site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        var version = ScheduleFixture.nextEsketamine();
        var moved = sessions.say(
                clinic.clinic(),
                patient,
                new ProtocolVersionChanged(
                        course, version.protocolId(), 2, version, LocalDate.of(2026, 3, 5), "Dr Osei"));
        clinic.as("nurse")
                .header("Read-After", moved)
                .get("/series/" + course + "?asOf=2026-03-05")
                .then()
                .body("protocol.version", equalTo(2));

        clinic.treat(patient, course, site, "2026-03-03T09:00:00-05:00")
                .then()
                .statusCode(201)
                .body("end", equalTo("2026-03-03T16:50:00Z"));
        clinic.treat(patient, course, site, "2026-03-05T09:00:00-05:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("spacing"));
        clinic.treat(patient, course, site, "2026-03-06T09:00:00-05:00")
                .then()
                .statusCode(201)
                .body("end", equalTo("2026-03-06T17:20:00Z"));

        var takenBack = sessions.say(
                clinic.clinic(),
                patient,
                new RecordVoided(course, SessionTopic.eventId(moved), null, "not for this patient"));
        clinic.as("nurse")
                .header("Read-After", takenBack)
                .get("/series/" + course + "?asOf=2026-03-05")
                .then()
                .statusCode(200);
        clinic.treat(patient, course, site, "2026-03-10T09:00:00-04:00")
                .then()
                .statusCode(201)
                .body("end", equalTo("2026-03-10T15:50:00Z"));
    }

    @Test
    void a_date_outside_the_window_is_booked_with_a_warning_and_one_too_close_is_not() {
        var site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));

        clinic.treat(patient, course, site, "2026-03-25T09:00:00-04:00")
                .then()
                .statusCode(201)
                .body("warnings[0].code", equalTo("outside-window"));
        clinic.treat(patient, course, site, "2026-03-24T09:00:00-04:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("spacing"));
    }

    @Test
    void a_paused_course_is_not_booked() {
        var site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        var said =
                sessions.say(clinic.clinic(), patient, new CoursePaused(course, LocalDate.of(2026, 3, 2), "surgery"));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);

        clinic.treat(patient, course, site, "2026-03-03T09:00:00-05:00")
                .then()
                .statusCode(409)
                .body("code", equalTo("course-paused"));
    }

    @Test
    void a_no_show_counts_in_the_standing() {
        var site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        var appointment = id(clinic.treat(patient, course, site, "2026-03-03T09:00:00-05:00"), "appointmentId");

        clock.set(Instant.parse("2026-03-03T18:00:00Z"));
        clinic.as("front-desk")
                .post("/appointments/" + appointment + "/no-show")
                .then()
                .statusCode(201);

        clinic.as("nurse").get("/series/" + course).then().statusCode(200).body("noShows", equalTo(1));
    }
}
