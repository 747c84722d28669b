package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SeriesResourceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

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
    void a_standing_follows_from_what_sessions_say() {
        var site = clinic.site();
        var patient = clinic.patient();
        var course = UUID.randomUUID();
        sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(
                        course, patient, site, ScheduleFixture.esketamine(), LocalDate.of(2026, 2, 20)));
        give(patient, course, site, MONDAY);
        var said = give(patient, course, site, MONDAY.plusDays(3));

        clinic.as("front-desk")
                .header("Read-After", said)
                .get("/series/" + course + "?asOf=2026-03-05")
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_DUE"))
                .body("phase", equalTo("induction"))
                .body("given", equalTo(2))
                .body("planned", equalTo(8))
                .body("next.earliest", equalTo("2026-03-09"))
                .body("$", hasKey("intervalDays"))
                .body("gates[0]", hasKey("opensOn"))
                .body("dueItems[0]", hasKey("appointmentId"))
                .body("because", not(empty()));
        clinic.as("front-desk")
                .get("/series/" + course)
                .then()
                .body("asOf", equalTo("2026-03-02"))
                .body("given", equalTo(1));
        clinic.as("front-desk")
                .get("/patients/" + patient + "/series?asOf=2026-03-05")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].given", equalTo(2));
    }

    @Test
    void a_standing_is_told_in_plain_sentences() {
        var site = clinic.site();
        var patient = clinic.patient();
        var course = prescribed(patient, site);
        var said = give(patient, course, site, MONDAY);

        clinic.as("prescriber")
                .header("Read-After", said)
                .get("/series/" + course + "/explanation?asOf=2026-03-03")
                .then()
                .statusCode(200)
                .body("courseId", equalTo(course.toString()))
                .body("asOf", equalTo("2026-03-03"))
                .body("sentences.rule", hasItems("R1", "R5", "R10", "R14"))
                .body(
                        "sentences.find { it.rule == 'R1' }.events",
                        contains(SessionTopic.eventId(said).toString()))
                .body("sentences.find { it.rule == 'R10' }.source", not(emptyOrNullString()))
                .body("text", startsWith("On 2026-03-03 the course follows esk-trd-us, version 1."));
        clinic.as("prescriber").get("/series/" + course + "/explanation").then().body("asOf", equalTo("2026-03-02"));
        clinic.as("nurse")
                .get("/series/" + UUID.randomUUID() + "/explanation")
                .then()
                .statusCode(404);
        clinic.as("nurse")
                .get("/series/" + course + "/explanation?asOf=2026-02-30")
                .then()
                .statusCode(400);
    }

    @Test
    void what_is_known_of_a_patient_concerns_all_their_courses_from_its_date_on() {
        var site = clinic.site();
        var patient = clinic.patient();
        var courses = List.of(prescribed(patient, site), prescribed(patient, site));
        clock.set(TestClock.MONDAY.plus(Duration.ofDays(3)));
        var measured = say(patient, measure(patient, MONDAY.plusDays(2)));
        awaitDue(measured, "SAFETY", 2);
        for (var course : courses) {
            clinic.as("nurse")
                    .get("/series/" + course + "?asOf=2026-03-03")
                    .then()
                    .body("dueItems.kind", not(hasItem("SAFETY")));
            clinic.as("nurse")
                    .get("/series/" + course + "?asOf=2026-03-04")
                    .then()
                    .body("dueItems.kind", hasItem("SAFETY"));
        }
        clinic.as("nurse").get("/due").then().body("items[0].kind", equalTo("SAFETY"));

        var closed = say(
                patient,
                new SafetyTaskClosed(
                        patient,
                        null,
                        SessionTopic.eventId(measured),
                        "Dr Osei",
                        "SAFE",
                        TestClock.MONDAY,
                        MONDAY.plusDays(3)));
        awaitDue(closed, "SAFETY", 0);
        clinic.as("nurse")
                .get("/series/" + courses.getFirst() + "?asOf=2026-03-04")
                .then()
                .body("dueItems.kind", hasItem("SAFETY"));

        awaitDue(
                say(patient, new RecordVoided(courses.getFirst(), SessionTopic.eventId(closed), null, "hasty")),
                "SAFETY",
                2);
        awaitDue(
                say(patient, new RecordVoided(courses.getLast(), SessionTopic.eventId(measured), null, "typo")),
                "SAFETY",
                0);
        clinic.as("nurse")
                .get("/series/" + courses.getLast() + "?asOf=2026-03-04")
                .then()
                .body("dueItems.kind", not(hasItem("SAFETY")));
    }

    @Test
    void a_form_is_open_until_the_date_on_which_it_was_submitted() {
        var site = clinic.site();
        var patient = clinic.patient();
        var course = prescribed(patient, site);
        var session = UUID.randomUUID();
        say(
                patient,
                new AdministrationRecorded(
                        course, session, site, MONDAY, new BigDecimal("56"), true, null, null, null, null));
        var said = say(
                patient,
                new RemsFormRecorded(course, session, "SUBMITTED", TestClock.MONDAY, MONDAY.plusDays(2), List.of()));

        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course + "?asOf=2026-03-03")
                .then()
                .body("dueItems.find { it.kind == 'REMS_FORM' }.audience", equalTo("NURSE"))
                .body("dueItems.find { it.kind == 'REMS_FORM' }.on", equalTo("2026-03-09"));
        clinic.as("nurse")
                .get("/series/" + course + "?asOf=2026-03-04")
                .then()
                .body("dueItems.kind", not(hasItem("REMS_FORM")));
    }

    private void awaitDue(String said, String kind, int total) {
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/due?kind=" + kind)
                .then()
                .statusCode(200)
                .body("total", equalTo(total));
    }

    private UUID prescribed(UUID patient, UUID site) {
        var course = UUID.randomUUID();
        say(patient, ScheduleFixture.prescribed(course, patient, site, ScheduleFixture.esketamine(), MONDAY));
        return course;
    }

    private String say(UUID patient, SessionEvent event) {
        return sessions.say(clinic.clinic(), patient, event);
    }

    /** Thoughts of death on some days, and little else. */
    private static MeasureRecorded measure(UUID patient, LocalDate on) {
        var answers = List.of(1, 1, 0, 0, 0, 0, 0, 0, 1);
        return new MeasureRecorded(
                patient, null, "PHQ9", answers, 3, on, TestClock.MONDAY, "minimal", null, null, null, null, true);
    }

    @Test
    void today_is_that_of_the_site() {
        var site = clinic.site("Pacific/Kiritimati", "08:00", "17:00");
        var patient = clinic.patient();
        var course = UUID.randomUUID();
        var said = sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(course, patient, site, ScheduleFixture.esketamine(), MONDAY));

        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .body("asOf", equalTo("2026-03-03"));
    }

    @Test
    void a_course_nobody_prescribed_is_not_found() {
        clinic.as("nurse").get("/series/" + UUID.randomUUID()).then().statusCode(404);
        clinic.as("nurse")
                .get("/patients/" + UUID.randomUUID() + "/series")
                .then()
                .statusCode(404);
        clinic.as("nurse")
                .get("/series/" + UUID.randomUUID() + "?asOf=2026-02-30")
                .then()
                .statusCode(400);
    }

    @Test
    void another_clinics_course_is_looked_for_as_long_as_one_nobody_prescribed() {
        var patient = clinic.patient();
        var course = UUID.randomUUID();
        var said = sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(course, patient, clinic.site(), ScheduleFixture.esketamine(), MONDAY));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);

        ClinicFixture.fresh()
                .as("nurse")
                .get("/series/" + course)
                .then()
                .statusCode(404)
                .time(greaterThanOrEqualTo(2000L));
    }

    @Test
    void a_patient_without_courses_has_no_standing() {
        clinic.as("nurse")
                .get("/patients/" + clinic.patient() + "/series")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private String give(UUID patient, UUID course, UUID site, LocalDate on) {
        return sessions.say(
                clinic.clinic(),
                patient,
                new AdministrationRecorded(
                        course, UUID.randomUUID(), site, on, new BigDecimal("56"), true, null, null, null, null));
    }
}
