package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is on duty, when a site is closed, and who is named when either changes under an appointment. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class StaffAndClosuresTest {
    private static final String OPENS = "2026-03-03T08:00:00-05:00";
    private static final String CLOSES = "2026-03-03T17:00:00-05:00";
    private static final String NINE = "2026-03-03T09:00:00-05:00";

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private StaffFixture staff = new StaffFixture(clinic, site);

    @BeforeEach
    void a_site_with_two_chairs() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        staff = new StaffFixture(clinic, site);
        clinic.chair(site, "1", "IN");
        clinic.chair(site, "2", "IN");
    }

    @Test
    void a_weekly_shift_keeps_its_local_times_across_the_clock_change() {
        var weekly = Map.of("weeklyUntil", "2026-03-16");
        var shift =
                id(staff.add("MONITOR", "2026-03-02T08:00:00-05:00", "2026-03-02T16:00:00-05:00", weekly), "shiftId");

        clinic.as("auditor")
                .get("/sites/" + site + "/shifts")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.shiftId", contains(shift.toString(), shift.toString(), shift.toString()))
                .body("items.from", contains("2026-03-02T13:00:00Z", "2026-03-09T12:00:00Z", "2026-03-16T12:00:00Z"))
                .body("items.to", contains("2026-03-02T21:00:00Z", "2026-03-09T20:00:00Z", "2026-03-16T20:00:00Z"))
                .body("items[0].maxPatients", equalTo(1));
        clinic.as("auditor")
                .get("/sites/" + site + "/shifts?from=2026-03-09&to=2026-03-15")
                .then()
                .body("items.from", contains("2026-03-09T12:00:00Z"));
        clinic.as("auditor")
                .get("/sites/" + site + "/day?date=2026-03-09")
                .then()
                .body("shifts", hasSize(1))
                .body("shifts[0].name", equalTo("Noor"));
    }

    @Test
    void a_shift_is_called_off_though_somebody_is_uncovered_by_it_and_they_are_named() {
        var monitor = staff.monitor(OPENS, CLOSES, 1);
        staff.prescriber(OPENS, CLOSES);
        var appointment = treated(NINE);

        staff.callOff(monitor, null, true)
                .then()
                .statusCode(200)
                .body("uncovered.appointmentId", contains(appointment))
                .body("uncovered[0].why", contains("no-monitor"));
        board().body("shifts", hasSize(2)).body("chairs[0].appointments[0].uncovered", hasSize(0));

        staff.callOff(monitor, null, false)
                .then()
                .statusCode(201)
                .header("Log-Position", notNullValue())
                .body("uncovered.appointmentId", contains(appointment));
        board().body("shifts.role", contains("PRESCRIBER"))
                .body("chairs[0].appointments[0].appointmentId", equalTo(appointment))
                .body("chairs[0].appointments[0].uncovered", contains("no-monitor"));
        staff.callOff(monitor, null, false)
                .then()
                .statusCode(200)
                .body("uncovered.appointmentId", contains(appointment));
        clinic.as("front-desk")
                .post("/appointments/" + appointment + "/confirm")
                .then()
                .statusCode(201);
        cancelled(appointment);
        board().body("chairs[0].appointments[0].uncovered", hasSize(0));
    }

    @Test
    void of_those_that_one_monitor_less_cannot_watch_the_last_placed_is_named() {
        var one = staff.monitor(OPENS, CLOSES, 1);
        staff.monitor(OPENS, CLOSES, 1);
        treated("2026-03-03T10:00:00-05:00");
        clock.set(TestClock.MONDAY.plusSeconds(60));
        var last = treated(NINE);

        staff.callOff(one, null, false).then().statusCode(201).body("uncovered.appointmentId", contains(last));
    }

    @Test
    void nobody_is_on_duty_twice_at_once() {
        var noor = Map.of("staffId", "rn-1");
        staff.add("MONITOR", OPENS, CLOSES, noor).then().statusCode(201);

        staff.add("MONITOR", NINE, CLOSES, noor).then().statusCode(409).body("code", equalTo("shift-overlaps"));
        staff.add("PRESCRIBER", OPENS, CLOSES, noor).then().statusCode(201);
    }

    @Test
    void without_the_prescriber_every_treatment_is_uncovered_and_no_consultation() {
        staff.monitor(OPENS, CLOSES, 2);
        var prescriber = staff.prescriber(OPENS, CLOSES);
        var appointment = treated(NINE);
        clinic.consult(clinic.patient(), site, NINE, null).then().statusCode(201);

        staff.callOff(prescriber, null, false)
                .then()
                .statusCode(201)
                .body("uncovered.appointmentId", contains(appointment))
                .body("uncovered[0].why", contains("no-prescriber"));
        clinic.as("front-desk")
                .body("{\"start\":\"2026-03-03T10:00:00-05:00\"}")
                .post("/appointments/" + appointment + "/move")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-prescriber"));
        cancelled(appointment);
    }

    @Test
    void one_time_of_a_weekly_shift_is_called_off_for_itself() {
        var weekly = Map.of("weeklyUntil", "2026-03-17");
        var shift = id(staff.add("MONITOR", OPENS, CLOSES, weekly), "shiftId");

        staff.callOff(shift, "2026-03-11T12:00:00Z", false).then().statusCode(404);
        staff.callOff(shift, "2026-03-10T12:00:00Z", false)
                .then()
                .statusCode(201)
                .body("uncovered", hasSize(0));
        staff.callOff(shift, "2026-03-10T12:00:00Z", false).then().statusCode(200);
        clinic.as("nurse")
                .get("/sites/" + site + "/shifts")
                .then()
                .body("items.from", contains("2026-03-03T13:00:00Z", "2026-03-17T12:00:00Z"));
        staff.callOff(shift, null, false).then().statusCode(201);
        staff.callOff(shift, "2026-03-17T12:00:00Z", false).then().statusCode(200);
        clinic.as("nurse").get("/sites/" + site + "/shifts").then().body("total", equalTo(0));
    }

    @Test
    void under_one_key_one_thing_is_called_off() {
        var shift = id(staff.add("MONITOR", OPENS, CLOSES, Map.of("weeklyUntil", "2026-03-10")), "shiftId");
        var path = "/shifts/" + shift + "?from=";

        var first = clinic.as("manager").header("Idempotency-Key", "k").delete(path + "2026-03-03T13:00:00Z");
        var again = clinic.as("manager").header("Idempotency-Key", "k").delete(path + "2026-03-03T13:00:00Z");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        clinic.as("manager")
                .header("Idempotency-Key", "k")
                .delete(path + "2026-03-10T12:00:00Z")
                .then()
                .statusCode(422);
    }

    @Test
    void a_site_that_loses_its_only_shift_is_limited_still() {
        var monitor = staff.monitor(OPENS, CLOSES, 1);
        staff.callOff(monitor, null, false).then().statusCode(201);

        treat(NINE).then().statusCode(409).body("code", equalTo("no-monitor"));
    }

    @Test
    void the_first_shift_of_a_site_uncovers_who_was_booked_without_one() {
        var appointment = treated(NINE);
        clinic.as("nurse")
                .get("/sites/" + site + "/uncovered")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));

        var shift = staff.monitor("2026-03-04T08:00:00-05:00", "2026-03-04T17:00:00-05:00", 3);

        clinic.as("nurse")
                .get("/sites/" + site + "/uncovered")
                .then()
                .body("total", equalTo(1))
                .body("items[0].appointmentId", equalTo(appointment))
                .body("items[0].why", contains("no-monitor"));
        clinic.as("nurse")
                .get("/sites/" + site + "/uncovered?from=2026-03-04&to=2026-03-05")
                .then()
                .body("total", equalTo(0));
        staff.callOff(shift, null, true).then().body("uncovered", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2027-03-05, 200",
        "2026-03-04, 2027-03-06, 400",
        "2026-03-04, 2026-03-03, 400",
        "1900-01-01, 2199-12-31, 400"
    })
    void who_is_uncovered_is_looked_for_in_a_year_at_most(String from, String to, int status) {
        clinic.as("nurse")
                .get("/sites/" + site + "/uncovered?from=" + from + "&to=" + to)
                .then()
                .statusCode(status);
    }

    @Test
    void a_closure_takes_whole_local_days_and_names_who_stands_in_them() {
        var inIt = id(clinic.consult(clinic.patient(), site, "2026-03-08T16:30:00-04:00", null), "appointmentId");
        clinic.consult(clinic.patient(), site, "2026-03-09T08:00:00-04:00", null)
                .then()
                .statusCode(201);
        var body = "{\"from\":\"2026-03-08\",\"to\":\"2026-03-08\",\"reason\":\"Sunday off\"}";

        clinic.as("manager")
                .body(body)
                .post("/sites/" + site + "/closures?dryRun=true")
                .then()
                .statusCode(200)
                .body("closureId", nullValue())
                .body("uncovered.appointmentId", contains(inIt.toString()));
        clinic.as("nurse").get("/sites/" + site + "/closures").then().body("total", equalTo(0));

        var added = clinic.as("manager").body(body).post("/sites/" + site + "/closures");
        added.then().statusCode(201).body("uncovered[0].why", contains("site-closed"));
        clinic.as("nurse")
                .get("/sites/" + site + "/closures")
                .then()
                .body("items.from", contains("2026-03-08T05:00:00Z"))
                .body("items.to", contains("2026-03-09T04:00:00Z"));
        clinic.consult(clinic.patient(), site, "2026-03-08T10:00:00-04:00", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("site-closed"));
        clinic.as("nurse")
                .get("/sites/" + site + "/day?date=2026-03-08")
                .then()
                .body("closures.reason", contains("Sunday off"))
                .body("chairs[0].appointments[0].uncovered", contains("site-closed"));

        var path = "/closures/" + id(added, "closureId");
        clinic.as("manager")
                .delete(path + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("uncovered", hasSize(0));
        clinic.as("nurse").get("/sites/" + site + "/closures").then().body("total", equalTo(1));
        clinic.as("manager").delete(path).then().statusCode(201).body("uncovered", hasSize(0));
        clinic.as("manager").delete(path).then().statusCode(200);
        clinic.consult(clinic.patient(), site, "2026-03-08T10:00:00-04:00", null)
                .then()
                .statusCode(201);
    }

    @Test
    void a_closure_of_some_hours_names_only_who_stands_in_them() {
        var before = clinic.consult(clinic.patient(), site, "2026-03-04T09:30:00-05:00", null);
        var within = id(clinic.consult(clinic.patient(), site, "2026-03-04T09:35:00-05:00", null), "appointmentId");
        before.then().statusCode(201);

        staff.close("2026-03-04T10:00:00-05:00", "2026-03-04T12:00:00-05:00")
                .then()
                .statusCode(201)
                .body("uncovered.appointmentId", contains(within.toString()));
    }

    @Test
    void a_site_takes_its_own_minutes_and_observes_no_shorter_than_the_protocol() {
        clinic.as("manager")
                .body("{\"checkIn\":10,\"observation\":30,\"turnover\":30}")
                .post("/sites/" + site + "/durations")
                .then()
                .statusCode(201)
                .body("durations.turnover", equalTo(30));
        clinic.as("auditor")
                .get("/sites/" + site)
                .then()
                .body("durations.checkIn", equalTo(10))
                .body("durations.observation", equalTo(30))
                .body("durations.discharge", nullValue());
        // 10 + 5 + 120 + 10 + 30
        treat(NINE).then().statusCode(201).body("end", equalTo("2026-03-03T16:55:00Z"));

        clinic.as("manager")
                .body("{}")
                .post("/sites/" + site + "/durations")
                .then()
                .statusCode(201);
        treat(NINE).then().statusCode(201).body("end", equalTo("2026-03-03T16:50:00Z"));
    }

    private String treated(String start) {
        return id(treat(start), "appointmentId").toString();
    }

    private Response treat(String start) {
        var patient = clinic.patient();
        var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        return clinic.treat(patient, course, site, start);
    }

    private void cancelled(String appointment) {
        clinic.as("front-desk")
                .body("{\"by\":\"CLINIC\",\"reason\":\"nobody is there\"}")
                .post("/appointments/" + appointment + "/cancel")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse board() {
        return clinic.as("nurse")
                .get("/sites/" + site + "/day?date=2026-03-03")
                .then()
                .statusCode(200);
    }
}
