package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
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
