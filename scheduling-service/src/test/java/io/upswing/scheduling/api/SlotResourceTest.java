package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SlotResourceTest {
    private static final String TUESDAY_AT_EIGHT = "2026-03-03T13:00:00Z";

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private UUID chair = UUID.randomUUID();
    private UUID patient = UUID.randomUUID();
    private UUID course = UUID.randomUUID();

    /** Prescribed today: the first session is due within two weeks. */
    @BeforeEach
    void a_course_on_a_monday() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        clinic.chair(site, "infusions", "IV");
        chair = clinic.chair(site, "nasal", "IN");
        patient = clinic.patient();
        course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
    }

    @Test
    void the_best_starts_of_the_window_are_answered_as_they_can_be_booked() {
        slots("&from=2026-03-03")
                .statusCode(200)
                .body("$", hasSize(20))
                .body("[0].start", equalTo(TUESDAY_AT_EIGHT))
                .body("[0].end", equalTo("2026-03-03T15:55:00Z"))
                .body("chairId", everyItem(equalTo(chair.toString())))
                .body("inWindow", everyItem(equalTo(true)));

        clinic.treat(patient, course, site, TUESDAY_AT_EIGHT).then().statusCode(201);

        slots("&from=2026-03-03&to=2026-03-04&limit=200").body("$", hasSize(0));
    }

    @Test
    void the_dose_decides_how_long_it_takes() {
        slots("&from=2026-03-03&limit=1&doseMg=56")
                .body("$", hasSize(1))
                .body("[0].end", equalTo("2026-03-03T15:50:00Z"));
    }

    @Test
    void what_others_booked_or_hold_is_not_free_until_it_is_given_back_or_expires() {
        clinic.consult(clinic.patient(), site, "2026-03-03T08:00:00-05:00", chair)
                .then()
                .statusCode(201);
        clinic.as("front-desk")
                .body(ClinicFixture.consultation(clinic.patient(), site, "2026-03-03T16:30:00-05:00", chair))
                .post("/holds")
                .then()
                .statusCode(201);

        slots("&from=2026-03-03&to=2026-03-03&limit=200")
                .body("start", hasItem("2026-03-03T13:30:00Z"))
                .body("start", not(hasItem("2026-03-03T13:25:00Z")))
                .body("start", hasItem("2026-03-03T18:35:00Z"))
                .body("start", not(hasItem("2026-03-03T18:40:00Z")));

        clock.set(TestClock.MONDAY.plus(Duration.ofMinutes(5)));

        slots("&from=2026-03-03&to=2026-03-03&limit=200").body("start", hasItem("2026-03-03T19:05:00Z"));
    }

    @Test
    void another_site_of_the_clinic_may_be_asked_for() {
        var other = clinic.site();

        slots("&siteId=" + other).body("$", hasSize(0));

        var there = clinic.chair(other, "nasal", "IN");
        slots("&siteId=" + other).body("chairId", everyItem(equalTo(there.toString())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "from=2026-02-30 400",
                "from=2026-03-10&to=2026-03-09 400",
                "from=2026-03-10&to=2026-03-10 200",
                "from=2026-03-03&to=2026-05-03 200",
                "from=2026-03-03&to=2026-05-04 400",
                "to=2026-05-02 200",
                "to=2026-05-03 400",
                "from=2199-12-31 200",
                "from=1900-01-01 200",
                "limit=0 400",
                "limit=1 200",
                "limit=200 200",
                "limit=201 400",
                "limit=x 400",
                "doseMg=0 400",
                "doseMg=84 200",
                "doseMg=2000.5 400",
                "doseMg=1e9 400",
                "siteId=x 400"
            })
    void what_cannot_be_meant_is_refused(String query, int status) {
        slots("&" + query).statusCode(status);
    }

    @Test
    void what_the_clinic_does_not_have_is_not_found() {
        var other = ClinicFixture.fresh();

        slots("&siteId=" + other.site()).statusCode(404).body("code", equalTo("not-found"));
        other.as("nurse").get("/slots?courseId=" + course).then().statusCode(404);
        clinic.as("nurse").get("/slots?courseId=" + UUID.randomUUID()).then().statusCode(404);
        clinic.as("nurse").get("/slots").then().statusCode(400).body("violations[0].field", equalTo("courseId"));
    }

    private ValidatableResponse slots(String query) {
        return clinic.as("auditor").get("/slots?courseId=" + course + query).then();
    }
}
