package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.upswing.scheduling.domain.AppointmentCommand.By;
import io.upswing.scheduling.domain.AppointmentCommand.Cancel;
import io.upswing.scheduling.domain.AppointmentCommand.Confirm;
import io.upswing.scheduling.domain.AppointmentCommand.ReportNoShow;
import io.upswing.scheduling.domain.Stage.Arrived;
import io.upswing.scheduling.domain.Stage.Entered;
import io.upswing.scheduling.domain.Stage.InTreatment;
import io.upswing.scheduling.domain.Stage.Left;
import io.upswing.scheduling.domain.Stage.Observed;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AppointmentDeciderTest {
    private static final SchedulingEvent CONFIRMED = new AppointmentConfirmed(APPOINTMENT, PATIENT, COURSE);
    private static final SchedulingEvent CANCELLED =
            new AppointmentCancelled(APPOINTMENT, PATIENT, COURSE, "PATIENT", "a cold");
    private static final SchedulingEvent MISSED = new AppointmentNoShow(APPOINTMENT, PATIENT, COURSE, MONDAY);

    @Test
    void is_confirmed_once() {
        given(registered(), booked(APPOINTMENT, MONDAY))
                .when(ask(new Confirm(APPOINTMENT), NOW))
                .then(CONFIRMED);
        given(registered(), booked(APPOINTMENT, MONDAY), CONFIRMED)
                .when(ask(new Confirm(APPOINTMENT), NOW))
                .thenNothing();
    }

    @Test
    void is_cancelled_once_and_stays_so() {
        var cancel = ask(new Cancel(APPOINTMENT, By.PATIENT, "a cold"), NOW);

        given(registered(), booked(APPOINTMENT, MONDAY), CONFIRMED).when(cancel).then(CANCELLED);
        given(registered(), booked(APPOINTMENT, MONDAY), CANCELLED).when(cancel).thenNothing();
        given(registered(), booked(APPOINTMENT, MONDAY), CANCELLED)
                .when(ask(new Confirm(APPOINTMENT), NOW))
                .thenRefused(Refusal.APPOINTMENT_OVER);
    }

    @Test
    void nobody_can_fail_to_come_before_the_start() {
        var start = at(MONDAY, "09:00");

        given(registered(), booked(APPOINTMENT, MONDAY))
                .when(ask(new ReportNoShow(APPOINTMENT), start.minusSeconds(1)))
                .thenRefused(Refusal.NOT_YET_STARTED);
        given(registered(), booked(APPOINTMENT, MONDAY))
                .when(ask(new ReportNoShow(APPOINTMENT), start))
                .then(MISSED);
        given(registered(), booked(APPOINTMENT, MONDAY), MISSED)
                .when(ask(new ReportNoShow(APPOINTMENT), start))
                .thenNothing();
    }

    @Test
    void whose_patient_is_here_is_not_taken_from_them() {
        var now = at(MONDAY, "09:30");
        for (var here : List.of(new Arrived(now), new InTreatment(now, now, now), new Observed(now, now))) {
            for (var command : givingUp()) {
                given(registered(), booked(APPOINTMENT, MONDAY))
                        .cameTo(APPOINTMENT, here)
                        .when(ask(command, now))
                        .thenRefused(Refusal.PATIENT_PRESENT);
            }
        }
    }

    @Test
    void what_was_given_is_not_called_off() {
        var now = at(MONDAY, "12:30");
        for (var given : List.of(new Left(at(MONDAY, "09:00"), now, true), new Entered())) {
            for (var command : givingUp()) {
                given(registered(), booked(APPOINTMENT, MONDAY))
                        .cameTo(APPOINTMENT, given)
                        .when(ask(command, now))
                        .thenRefused(Refusal.APPOINTMENT_OVER);
            }
        }
    }

    @Test
    void is_cancelled_for_who_was_sent_home_or_had_the_session_before_it() {
        var cancel = new Cancel(APPOINTMENT, By.PATIENT, "a cold");
        var arrived = at(MONDAY, "07:00");

        given(registered(), booked(APPOINTMENT, MONDAY))
                .cameTo(APPOINTMENT, new Left(arrived, at(MONDAY, "09:20"), false))
                .when(ask(cancel, at(MONDAY, "09:30")))
                .then(CANCELLED);
        given(registered(), booked(APPOINTMENT, MONDAY))
                .cameTo(APPOINTMENT, new Left(arrived, at(MONDAY, "08:50"), true))
                .when(ask(cancel, at(MONDAY, "08:55")))
                .then(CANCELLED);
    }

    private static List<AppointmentCommand> givingUp() {
        return List.of(new Cancel(APPOINTMENT, By.CLINIC, "a slip"), new ReportNoShow(APPOINTMENT));
    }

    @Test
    void of_an_erased_patient_nothing_more_is_decided() {
        for (var command : List.of(
                new Confirm(APPOINTMENT), new Cancel(APPOINTMENT, By.CLINIC, "gone"), new ReportNoShow(APPOINTMENT))) {
            given(registered(), booked(APPOINTMENT, MONDAY), new PatientErased(PATIENT))
                    .when(ask(command, at(MONDAY, "09:00")))
                    .thenRefused(Refusal.APPOINTMENT_OVER);
        }
    }

    @Test
    void must_be_known() {
        given(registered(), booked(APPOINTMENT, MONDAY))
                .when(ask(new Confirm(OTHER), NOW))
                .thenRefused(Refusal.NO_SUCH_APPOINTMENT);
    }

    @Test
    void what_became_of_an_appointment_that_nobody_booked_is_a_fault() {
        for (var lost : List.of(CONFIRMED, CANCELLED, MISSED)) {
            assertThatIllegalStateException().isThrownBy(() -> PatientFile.of(List.of(registered(), lost)));
        }
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> ask(AppointmentCommand command, Instant now) {
        return file -> AppointmentDecider.decide(command, PATIENT, file, now);
    }
}
