package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.StateCodec;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class DueResourceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    DataSource database;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void the_most_urgent_comes_first_and_filters_hold() {
        var site = clinic.site();
        var late = prescribed(site, MONDAY.minusDays(30));
        var soon = prescribed(site, MONDAY.minusDays(3));
        var later = prescribed(site, MONDAY.plusDays(5));

        clinic.as("front-desk")
                .get("/due")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.courseId", contains(late.toString(), soon.toString(), later.toString()))
                .body("items.state", contains("OVERDUE", "PENDING", "UPCOMING"));
        clinic.as("front-desk").get("/due?state=OVERDUE").then().body("items.courseId", contains(late.toString()));
        clinic.as("front-desk").get("/due?kind=GATE").then().body("total", equalTo(0));
        clinic.as("front-desk")
                .get("/due?from=2026-03-01&to=2026-03-08")
                .then()
                .body("items.courseId", contains(soon.toString()));
        clinic.as("front-desk")
                .get("/due?page=1&size=1")
                .then()
                .body("total", equalTo(3))
                .body("items.courseId", contains(soon.toString()));
        clinic.as("front-desk")
                .get("/due?state=SOON")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("one of [UPCOMING"));
        clinic.as("front-desk").get("/due?kind=session").then().statusCode(400);
        clinic.as("front-desk").get("/due?siteId=" + UUID.randomUUID()).then().body("total", equalTo(0));
    }

    @Test
    void a_safety_task_comes_before_whatever_is_late_and_outlives_the_identity_of_its_patient() {
        var site = clinic.site();
        var patient = clinic.patient();
        var late = prescribed(site, MONDAY.minusDays(30));
        var course = prescribed(site, patient, MONDAY);
        var said = sessions.say(
                clinic.clinic(),
                patient,
                new MeasureRecorded(
                        patient,
                        course,
                        "PHQ9",
                        List.of(0, 0, 0, 0, 0, 0, 0, 0, 1),
                        1,
                        MONDAY,
                        TestClock.MONDAY,
                        "minimal",
                        null,
                        null,
                        null,
                        null,
                        true));

        for (var asOf : List.of("", "?asOf=2026-03-02", "?asOf=2026-03-03")) {
            clinic.as("nurse")
                    .header("Read-After", said)
                    .get("/due" + asOf)
                    .then()
                    .body("items.kind", contains("SAFETY", "SESSION", "SESSION"))
                    .body("items.courseId", contains(course.toString(), late.toString(), course.toString()))
                    .body("items[0].audience", equalTo("PRESCRIBER"));
        }

        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);
        clinic.as("nurse")
                .get("/due")
                .then()
                .body("items.kind", contains("SAFETY", "SESSION"))
                .body("items.courseId", contains(course.toString(), late.toString()));
        clinic.as("nurse").get("/due?kind=SAFETY").then().body("total", equalTo(1));
    }

    @Test
    void another_date_is_derived_for_it() {
        var site = clinic.site();
        prescribed(site, MONDAY.minusDays(3));
        prescribed(site, MONDAY.minusDays(2));

        clinic.as("front-desk")
                .get("/due?asOf=2026-04-20&siteId=" + site)
                .then()
                .body("total", equalTo(2))
                .body("items.state", everyItem(equalTo("OVERDUE")))
                .body("items.standing.asOf", everyItem(equalTo("2026-04-20")));
    }

    @Test
    void care_due_is_published_when_a_fact_or_the_calendar_changes_it() throws SQLException {
        var site = clinic.site();
        var patient = clinic.patient();
        var course = prescribed(site, patient, MONDAY.minusDays(20));
        give(patient, course, site, MONDAY.minusDays(4));
        var first = awaitPublished(course, due -> due.state().equals("WINDOW_OPEN"));

        assertThat(first.asOf()).isEqualTo(MONDAY);
        assertThat(first.timeZone()).isEqualTo("America/New_York");
        assertThat(first.items())
                .extracting(CareDueRecord.Item::kind)
                .containsExactlyInAnyOrder("SESSION", "CHECK_IN", "REMS_FORM", "LAPSE_DECISION");

        clock.set(TestClock.MONDAY.plus(Duration.ofDays(7)));
        var overdue = awaitPublished(course, due -> due.state().equals("OVERDUE"));
        assertThat(overdue.asOf()).isEqualTo(MONDAY.plusDays(7));
        clinic.as("front-desk").get("/due?kind=SESSION").then().body("items[0].state", equalTo("OVERDUE"));

        sessions.say(clinic.clinic(), patient, new CourseClosed(course, MONDAY, "moved away"));
        assertThat(awaitPublished(course, due -> due.state().equals("STOPPED")).items())
                .extracting(CareDueRecord.Item::kind)
                .containsExactly("REMS_FORM");
        clinic.as("front-desk").get("/due").then().body("items.kind", contains("REMS_FORM"));
    }

    private UUID prescribed(UUID site, LocalDate on) {
        return prescribed(site, clinic.patient(), on);
    }

    private UUID prescribed(UUID site, UUID patient, LocalDate on) {
        var course = UUID.randomUUID();
        var said = sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(course, patient, site, ScheduleFixture.esketamine(), on));
        clinic.as("nurse").header("Read-After", said).get("/due").then().statusCode(200);
        return course;
    }

    private void give(UUID patient, UUID course, UUID site, LocalDate on) {
        var said = sessions.say(
                clinic.clinic(),
                patient,
                new AdministrationRecorded(
                        course, UUID.randomUUID(), site, on, new BigDecimal("56"), true, null, null, null, null));
        clinic.as("nurse").header("Read-After", said).get("/due").then().statusCode(200);
    }

    private CareDueRecord awaitPublished(UUID course, java.util.function.Predicate<CareDueRecord> wanted) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> published(course), wanted::test);
    }

    private CareDueRecord published(UUID course) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select value from state_record where topic = 'care-due' and key = ?::uuid")) {
            statement.setString(1, course.toString());
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return StateCodec.careDue().decode(rows.getBytes(1));
        }
    }
}
