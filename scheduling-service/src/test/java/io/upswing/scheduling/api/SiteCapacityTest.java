package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many treatments a site takes with its chairs, its monitors and its prescribers, and what a manager may add. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SiteCapacityTest {
    private static final String OPENS = at("08:00");
    private static final String CLOSES = at("17:00");
    private static final String REASON = "{\"reason\":\"travelled from afar\"}";

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private StaffFixture staff = new StaffFixture(clinic, site);

    @BeforeEach
    void a_site_open_from_eight_to_five() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        staff = new StaffFixture(clinic, site);
    }

    /** DOMAIN scenario 13. */
    @Test
    void the_last_dose_is_given_while_the_prescriber_still_sees_the_observation_end() {
        chairs(4);
        staff.prescriber(OPENS, at("16:00"));

        book("13:35", 84).then().statusCode(409).body("code", equalTo("no-prescriber"));
        book("13:30", 84).then().statusCode(201); // the first device at 13:50
        book("13:40", 56).then().statusCode(409).body("code", equalTo("no-prescriber"));
        book("13:35", 56).then().statusCode(201); // the first device at 13:55
    }

    /** DOMAIN scenario 14. */
    @Test
    void three_chairs_take_nine_treatments_of_84_mg_a_day_under_one_monitor_of_three() {
        chairs(3);
        staff.monitor(OPENS, CLOSES, 3);

        for (var start : List.of("08:00", "10:55", "13:50")) {
            for (int chair = 0; chair < 3; chair++) {
                book(start, 84).then().statusCode(201);
            }
        }

        var tenth = prescribed();
        for (var start = LocalTime.of(8, 0); start.isBefore(LocalTime.of(14, 10)); start = start.plusMinutes(5)) {
            book(tenth, start.toString(), 84, null, "front-desk").then().statusCode(409);
        }
    }

    /** DOMAIN scenario 14. */
    @Test
    void a_fourth_observation_at_a_time_is_refused_and_told_what_is_free() {
        chairs(4);
        staff.monitor(OPENS, CLOSES, 3);
        for (int i = 0; i < 3; i++) {
            book("09:00", 84).then().statusCode(201);
        }

        book("09:00", 84)
                .then()
                .statusCode(409)
                .body("code", equalTo("no-monitor"))
                .body("alternatives.start", hasItem("2026-03-03T16:10:00Z"))
                .body("alternatives.start", not(hasItem("2026-03-03T14:00:00Z")));
        book("11:05", 84).then().statusCode(409);
        book("11:10", 84).then().statusCode(201); // watched from the minute in which three others are watched no more
    }

    @Test
    void a_monitor_hands_over_to_the_next_and_the_load_counts_at_every_moment() {
        chairs(4);
        staff.monitor(OPENS, at("12:00"), 2);
        staff.monitor(at("12:00"), CLOSES, 1);

        book("10:00", 84).then().statusCode(201);
        book("10:30", 84).then().statusCode(409).body("code", equalTo("no-monitor"));
        book("09:30", 84).then().statusCode(201); // watched until 12:00
    }

    @Test
    void a_manager_overbooks_with_a_reason_that_is_shown_wherever_the_appointment_is() {
        chairs(1);
        staff.monitor(OPENS, CLOSES, 1);
        book("09:00", 84).then().statusCode(201);

        book(prescribed(), "09:00", 84, REASON, "front-desk").then().statusCode(403);
        book(prescribed(), "09:00", 84, "{\"reason\":\" \"}", "manager").then().statusCode(400);
        book(prescribed(), "09:00", 84, "{}", "manager").then().statusCode(400);
        clock.set(TestClock.MONDAY.plusSeconds(60));
        var booked = book(prescribed(), "09:00", 84, REASON, "manager");
        var appointment = id(booked, "appointmentId").toString();

        clinic.as("nurse")
                .get("/appointments/" + appointment)
                .then()
                .body("overbooked", equalTo(true))
                .body("overbookReason", equalTo("travelled from afar"));
        clinic.as("nurse")
                .get("/appointments?siteId=" + site)
                .then()
                .body(
                        "items.find { it.appointmentId == '" + appointment + "' }.overbookReason",
                        equalTo("travelled from afar"));
        clinic.as("nurse")
                .get("/sites/" + site + "/day?date=2026-03-03")
                .then()
                .body("chairs[0].appointments.findAll { it.overbooked }.appointmentId", contains(appointment))
                .body("chairs[0].appointments.findAll { it.overbooked }.uncovered[0]", contains("no-monitor"))
                .body("chairs[0].appointments.findAll { !it.overbooked }.uncovered[0]", empty());
    }

    @Test
    void what_has_room_is_not_overbooked_though_somebody_would_have() {
        chairs(1);

        var booked = book(prescribed(), "09:00", 84, REASON, "manager");

        clinic.as("nurse")
                .get("/appointments/" + id(booked, "appointmentId"))
                .then()
                .body("overbooked", equalTo(false))
                .body("overbookReason", nullValue());
    }

    @Test
    void nobody_books_past_hours_closures_a_missing_prescriber_or_the_patients_own_appointment() {
        chairs(1);
        staff.prescriber(at("09:00"), CLOSES);
        staff.close(at("15:00"), at("16:00"));
        var busy = clinic.patient();
        clinic.consult(busy, site, at("10:00"), null).then().statusCode(201);

        overbooked("14:30", "outside-hours");
        overbooked("12:30", "site-closed");
        overbooked("08:30", "no-prescriber");
        var course = new Course(busy, clinic.prescribe(sessions, busy, site, LocalDate.of(2026, 3, 2)));
        book(course, "09:30", 84, REASON, "manager")
                .then()
                .statusCode(409)
                .body("code", equalTo("patient-already-booked"));
    }

    @Test
    void a_chair_that_was_overbooked_for_want_of_a_monitor_is_taken_all_the_same() {
        chairs(2);
        staff.monitor(OPENS, CLOSES, 1);
        book("09:00", 84).then().statusCode(201);
        book(prescribed(), "09:00", 84, REASON, "manager").then().statusCode(201);

        clinic.consult(clinic.patient(), site, at("09:30"), null)
                .then()
                .statusCode(409)
                .body("code", equalTo("slot-taken"));
    }

    private void overbooked(String start, String refusal) {
        book(prescribed(), start, 84, REASON, "manager").then().statusCode(409).body("code", equalTo(refusal));
    }

    private record Course(UUID patient, UUID id) {}

    private Course prescribed() {
        var patient = clinic.patient();
        return new Course(patient, clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2)));
    }

    private void chairs(int count) {
        for (int i = 1; i <= count; i++) {
            clinic.chair(site, "chair " + i, "IN");
        }
    }

    private Response book(String start, int doseMg) {
        return book(prescribed(), start, doseMg, null, "front-desk");
    }

    private Response book(Course course, String start, int doseMg, @Nullable String overbook, String role) {
        return clinic.as(role)
                .body("{\"patientId\":\"" + course.patient() + "\",\"courseId\":\"" + course.id() + "\",\"siteId\":\""
                        + site + "\",\"kind\":\"TREATMENT\",\"start\":\"" + at(start) + "\",\"doseMg\":" + doseMg
                        + (overbook == null ? "" : ",\"overbook\":" + overbook) + "}")
                .post("/appointments");
    }

    private static String at(String time) {
        return "2026-03-03T" + time + ":00-05:00";
    }
}
