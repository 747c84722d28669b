package io.upswing.scheduling.command;

import static io.upswing.scheduling.DayFixture.TUESDAY;
import static io.upswing.scheduling.DayFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.DayFixture;
import io.upswing.scheduling.DayFixture.Guest;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day of a chair, as session-service tells of it. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class DaySweepTest {
    private static final String CANCELLATION = "{\"by\":\"CLINIC\",\"reason\":\"a slip\"}";

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    DaySweep sweep;

    @Inject
    EventLog<SchedulingEvent> log;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource dataSource;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private DayFixture day;

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
        day = DayFixture.of(clinic, sessions);
    }

    @Test
    void a_treatment_is_followed_from_the_booking_to_the_door() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        assertThat(day.state(appointment)).isEqualTo("BOOKED");

        clock.set(at("09:10"));
        assertThat(day.state(appointment)).isEqualTo("LATE");
        day.checksIn(guest, "09:10", appointment);
        assertThat(day.state(appointment)).isEqualTo("ARRIVED");
        clock.set(at("09:45"));
        day.getsDose(guest, "09:40");

        var board = day.board();
        assertThat(board.getString("chairs[0].appointments[0].state")).isEqualTo("OBSERVED");
        assertThat(board.getString("chairs[0].appointments[0].arrivedAt"))
                .isEqualTo(at("09:10").toString());
        assertThat(board.getString("chairs[0].appointments[0].expectedEnd"))
                .isEqualTo(at("12:05").toString());
        assertThat(board.getInt("chairs[0].appointments[0].extended")).isEqualTo(15);

        clock.set(at("11:55"));
        day.leaves(guest, "11:50");
        assertThat(day.state(appointment)).isEqualTo("DONE");
        assertThat(day.board().getString("chairs[0].appointments[0].leftAt"))
                .isEqualTo(at("11:50").toString());
    }

    @Test
    void who_comes_before_anybody_has_booked_is_found_all_the_same() {
        var guest = day.guest();
        clock.set(at("08:50"));
        day.checksIn(guest, "08:50", null);

        var appointment = day.treatment(guest, "09:00");

        assertThat(day.state(appointment)).isEqualTo("ARRIVED");
    }

    @Test
    void a_session_that_is_voided_or_was_on_another_day_is_none_of_this_day() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("08:55"));
        day.checksIn(guest, "08:55", appointment);
        day.isCorrectedTo(guest, TUESDAY.minusDays(1));
        assertThat(day.state(appointment)).isEqualTo("BOOKED");
        day.isCorrectedTo(guest, TUESDAY);
        assertThat(day.state(appointment)).isEqualTo("ARRIVED");

        day.isVoided(guest);

        assertThat(day.state(appointment)).isEqualTo("BOOKED");
    }

    @Test
    void who_is_affected_is_told_once_and_again_when_it_gets_later() {
        var guest = day.guest();
        var next = day.guest();
        var running = day.treatment(guest, "09:00");
        var affected = day.treatment(next, "11:50");
        clock.set(at("11:00"));
        day.checksIn(guest, "09:00", running);
        day.getsDose(guest, "09:45");
        sweepTwice();
        assertThat(delays(next)).extracting(AppointmentDelayed::expectedStart).containsExactly(at("12:10"));
        assertThat(delays(next)).extracting(AppointmentDelayed::behind).containsExactly(running);
        clinic.as("nurse")
                .get("/appointments/" + affected)
                .then()
                .body("expectedStart", equalTo(at("12:10").toString()))
                .body("start", equalTo(at("11:50").toString()));

        clock.set(at("12:20"));
        sweepTwice();

        assertThat(delays(next))
                .extracting(AppointmentDelayed::expectedStart)
                .containsExactly(at("12:10"), at("12:35"));
        assertThat(delays(guest)).isEmpty();
    }

    @Test
    void nobody_is_booked_into_the_time_that_a_session_takes_longer() {
        var guest = day.guest();
        var running = day.treatment(guest, "09:00");
        clock.set(at("11:00"));
        day.checksIn(guest, "09:00", running);
        day.getsDose(guest, "09:50");

        clinic.consult(clinic.patient(), day.site(), at("12:00").toString(), day.chair())
                .then()
                .statusCode(409)
                .body("code", equalTo("slot-taken"))
                .body("alternatives[0].start", equalTo(at("12:15").toString()));
        clinic.consult(clinic.patient(), day.site(), at("12:15").toString(), day.chair())
                .then()
                .statusCode(201);
    }

    @Test
    void who_does_not_come_is_given_up_once_however_many_look() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("09:59"));
        sweep.sweep();
        assertThat(day.state(appointment)).isEqualTo("LATE");

        clock.set(at("10:00"));
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(sweep::sweep, Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(day.state(appointment)).isEqualTo("NO_SHOW");
        assertThat(said(guest, AppointmentNoShow.class)).hasSize(1);
        assertThat(history(guest).getLast().record().actor()).isEqualTo("system");
        clinic.consult(clinic.patient(), day.site(), at("10:15").toString(), day.chair())
                .then()
                .statusCode(201);
    }

    @Test
    void who_is_given_up_and_comes_after_all_has_the_chair() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("10:00"));
        sweep.sweep();
        day.checksIn(guest, "10:05", appointment);
        clock.set(at("10:10"));

        assertThat(day.state(appointment)).isEqualTo("ARRIVED");
        clinic.consult(clinic.patient(), day.site(), at("10:15").toString(), day.chair())
                .then()
                .statusCode(409)
                .body("code", equalTo("slot-taken"));
    }

    @Test
    void who_is_given_up_and_comes_after_all_can_be_booked_where_they_sit() {
        var guest = day.guest();
        var missed = day.treatment(guest, "09:00");
        clock.set(at("10:00"));
        sweep.sweep();
        day.checksIn(guest, "10:05", missed);
        clock.set(at("10:10"));

        var appointment = day.treatment(guest, "10:10");

        assertThat(day.state(appointment)).isEqualTo("ARRIVED");
        assertThat(day.state(missed)).isEqualTo("NO_SHOW");
    }

    @Test
    void who_is_here_keeps_the_chair_whatever_is_asked() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("09:10"));
        day.checksIn(guest, "09:10", appointment);

        change(appointment, "cancel", CANCELLATION).statusCode(409).body("code", equalTo("patient-present"));
        change(appointment, "move", "{\"start\":\"" + at("13:00") + "\"}")
                .statusCode(409)
                .body("code", equalTo("patient-present"));
        change(appointment, "no-show", "").statusCode(409).body("code", equalTo("patient-present"));

        day.getsDose(guest, "09:30");
        clock.set(at("11:50"));
        day.leaves(guest, "11:45");
        change(appointment, "cancel", CANCELLATION).statusCode(409).body("code", equalTo("appointment-over"));
        assertThat(day.state(appointment)).isEqualTo("DONE");
    }

    private ValidatableResponse change(UUID appointment, String what, String body) {
        return clinic.as("front-desk")
                .body(body)
                .post("/appointments/" + appointment + "/" + what)
                .then();
    }

    @Test
    void who_was_sent_home_and_moved_to_another_time_is_still_to_come() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("09:20"));
        day.checksIn(guest, "09:00", appointment);
        day.isSentHome(guest, "09:15");
        assertThat(day.state(appointment)).isEqualTo("DONE");

        change(appointment, "move", "{\"start\":\"" + at("13:00") + "\"}").statusCode(201);

        assertThat(day.state(appointment)).isEqualTo("BOOKED");
        clock.set(at("15:00"));
        sweep.sweep();
        assertThat(day.state(appointment)).isEqualTo("NO_SHOW");
    }

    @Test
    void who_has_come_or_whose_session_was_entered_is_not_given_up() {
        var came = day.guest();
        var entered = day.guest();
        day.treatment(came, "09:00");
        day.treatment(entered, "12:00");
        clock.set(at("16:00"));
        day.checksIn(came, "09:05", null);
        day.wasTreated(entered, TUESDAY);

        sweep.sweep();

        assertThat(said(came, AppointmentNoShow.class)).isEmpty();
        assertThat(said(entered, AppointmentNoShow.class)).isEmpty();
    }

    @Test
    void nobody_is_given_up_while_it_is_not_known_what_sessions_have_said() throws Exception {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        try (var connection = dataSource.getConnection();
                var held = connection.createStatement()) {
            connection.setAutoCommit(false);
            held.execute("lock table visit in exclusive mode");
            clock.set(at("10:30"));
            day.checksInUnheard(guest, "09:05", appointment);

            sweep.sweep();

            connection.rollback();
        }
        sweep.sweep();
        assertThat(day.state(appointment)).isEqualTo("ARRIVED");
        assertThat(said(guest, AppointmentNoShow.class)).isEmpty();
    }

    @Test
    void of_whom_something_is_parked_is_not_given_up() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("10:30"));

        update("update follow_stream set parked = 'GAP' where stream = ?", guest.patient());
        sweep.sweep();
        assertThat(day.state(appointment)).isEqualTo("LATE");

        update("update follow_stream set parked = null where stream = ?", guest.patient());
        sweep.sweep();
        assertThat(day.state(appointment)).isEqualTo("NO_SHOW");
    }

    @Test
    void a_site_that_cannot_be_read_keeps_no_other_from_being_told() {
        var broken = IntStream.range(0, 3).mapToObj(i -> runningOver()).toList();
        var fine = runningOver();

        broken.forEach(late -> update("update site set durations = '?' || durations where site_id = ?", late.site()));
        sweep.sweep();
        broken.forEach(
                late -> update("update site set durations = substr(durations, 2) where site_id = ?", late.site()));

        assertThat(delays(fine.next())).hasSize(1);
        assertThat(delays(broken.getFirst().next())).isEmpty();
        sweep.sweep();
        assertThat(delays(broken.getFirst().next())).hasSize(1);
    }

    /** Somebody who is pushed at a site of its own. */
    private record Late(UUID site, Guest next) {}

    private Late runningOver() {
        clock.set(TestClock.MONDAY);
        day = DayFixture.of(clinic, sessions);
        var guest = day.guest();
        var next = day.guest();
        var running = day.treatment(guest, "09:00");
        day.treatment(next, "11:50");
        clock.set(at("11:00"));
        day.checksIn(guest, "09:00", running);
        day.getsDose(guest, "09:45");
        return new Late(day.site(), next);
    }

    private void update(String statement, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(statement, id));
    }

    @Test
    void what_is_long_past_or_no_treatment_is_left_alone() {
        var guest = day.guest();
        var patient = clinic.patient();
        day.treatment(guest, "09:00");
        clinic.consult(patient, day.site(), at("13:00").toString(), day.chair())
                .then()
                .statusCode(201);
        clock.set(at("16:00"));
        sweep.sweep();
        assertThat(said(new Guest(patient, patient, patient), AppointmentNoShow.class))
                .isEmpty();

        var forgotten = day.guest();
        clock.set(TestClock.MONDAY);
        day.treatment(forgotten, "13:30");
        clock.set(at("14:00").plus(Duration.ofDays(2)));
        sweep.sweep();

        assertThat(said(forgotten, AppointmentNoShow.class)).isEmpty();
    }

    /** DOMAIN scenario 30: a session that was entered after it was taken for missed. */
    @Test
    void who_is_recorded_to_have_come_after_all_did_not_fail_to_come() {
        var guest = day.guest();
        var appointment = day.treatment(guest, "09:00");
        clock.set(at("18:00"));
        sweep.sweep();
        noShows(guest, 1);

        clock.set(at("10:00").plus(Duration.ofDays(2)));
        day.wasTreated(guest, TUESDAY);

        assertThat(day.state(appointment)).isEqualTo("DONE");
        noShows(guest, 0);
        assertThat(said(guest, AppointmentNoShow.class)).hasSize(1);
        day.isVoided(guest);
        assertThat(day.state(appointment)).isEqualTo("NO_SHOW");
        noShows(guest, 1);
    }

    private void noShows(Guest guest, int count) {
        clinic.as("nurse").get("/series/" + guest.course()).then().body("noShows", equalTo(count));
    }

    private void sweepTwice() {
        sweep.sweep();
        sweep.sweep();
    }

    private List<AppointmentDelayed> delays(Guest guest) {
        return said(guest, AppointmentDelayed.class);
    }

    private <E extends SchedulingEvent> List<E> said(Guest guest, Class<E> type) {
        return history(guest).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Recorded<SchedulingEvent>> history(Guest guest) {
        return log.history(clinic.clinic(), guest.patient());
    }
}
