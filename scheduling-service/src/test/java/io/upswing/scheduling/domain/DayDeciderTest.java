package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.registered;

import io.upswing.scheduling.domain.Day.Delay;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DayDeciderTest {
    private static final SchedulingEvent MISSED = new AppointmentNoShow(APPOINTMENT, PATIENT, COURSE, MONDAY);
    private static final SchedulingEvent CANCELLED =
            new AppointmentCancelled(APPOINTMENT, PATIENT, COURSE, "PATIENT", "a cold");

    @Test
    void who_has_not_come_when_the_grace_is_over_is_given_up() {
        given(registered(), booked(APPOINTMENT, MONDAY)).when(miss("09:59")).thenNothing();
        given(registered(), booked(APPOINTMENT, MONDAY)).when(miss("10:00")).then(MISSED);
        given(registered(), booked(APPOINTMENT, MONDAY), MISSED)
                .when(miss("10:00"))
                .thenNothing();
    }

    @Test
    void who_is_known_by_now_to_have_come_is_not_given_up() {
        given(registered(), booked(APPOINTMENT, MONDAY))
                .cameTo(APPOINTMENT, new Stage.Arrived(at(MONDAY, "09:59")))
                .when(miss("10:00"))
                .thenNothing();
    }

    @Test
    void who_was_told_to_come_later_is_waited_for_longer() {
        given(registered(), booked(APPOINTMENT, MONDAY), delayed("09:30"))
                .when(miss("10:29"))
                .thenNothing();
        given(registered(), booked(APPOINTMENT, MONDAY), delayed("09:30"))
                .when(miss("10:30"))
                .then(MISSED);
    }

    @Test
    void of_what_is_over_or_of_an_erased_patient_nothing_more_is_said() {
        for (var end : new SchedulingEvent[] {CANCELLED, new PatientErased(PATIENT)}) {
            given(registered(), booked(APPOINTMENT, MONDAY), end)
                    .when(miss("12:00"))
                    .thenNothing();
            given(registered(), booked(APPOINTMENT, MONDAY), end)
                    .when(delay("09:30"))
                    .thenNothing();
        }
    }

    @Test
    void a_delay_is_told_once_and_anew_when_it_changes() {
        given(registered(), booked(APPOINTMENT, MONDAY)).when(delay("09:30")).then(delayed("09:30"));
        given(registered(), booked(APPOINTMENT, MONDAY), delayed("09:30"))
                .when(delay("09:30"))
                .thenNothing();
        given(registered(), booked(APPOINTMENT, MONDAY), delayed("09:30"))
                .when(delay("09:35"))
                .then(delayed("09:35"));
    }

    @Test
    void what_was_moved_meanwhile_is_not_delayed() {
        given(registered(), booked(APPOINTMENT, MONDAY.plusDays(1)))
                .when(delay("09:30"))
                .thenNothing();
    }

    private static SchedulingEvent delayed(String until) {
        return new AppointmentDelayed(APPOINTMENT, PATIENT, COURSE, OTHER, at(MONDAY, until));
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> delay(String until) {
        var delay = new Delay(APPOINTMENT, PATIENT, at(MONDAY, "09:00"), OTHER, at(MONDAY, until));
        return file -> DayDecider.delay(delay, file);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> miss(String now) {
        return file -> DayDecider.miss(APPOINTMENT, PATIENT, file, at(MONDAY, now), Duration.ofMinutes(60));
    }
}
