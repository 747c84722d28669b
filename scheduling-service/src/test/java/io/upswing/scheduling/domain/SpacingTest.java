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
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a treatment is booked from those given and booked before and after it. */
class SpacingTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @ParameterizedTest
    @CsvSource({"2, true", "1, false", "0, false", "-1, false", "-2, true"})
    void both_neighbours_are_two_days_away_in_induction(int days, boolean accepted) {
        var wish = book(esketamine(), TUESDAY.plusDays(8L + days));

        var decided = given(registered(), booked(OTHER, TUESDAY.plusDays(8))).when(wish);

        if (accepted) {
            decided.thenA(AppointmentBooked.class);
        } else {
            decided.thenRefused(Refusal.SPACING);
        }
    }

    @Test
    void a_session_that_was_given_is_a_neighbour_too() {
        given(registered()).when(book(esketamine(MONDAY), TUESDAY)).thenRefused(Refusal.SPACING);
        given(registered()).when(book(esketamine(MONDAY), MONDAY.plusDays(2))).thenA(AppointmentBooked.class);
    }

    @Test
    void a_treatment_week_holds_two_sessions() {
        var course = esketamine(MONDAY);

        given(registered(), booked(OTHER, MONDAY.plusDays(2)))
                .when(book(course, MONDAY.plusDays(4)))
                .thenRefused(Refusal.SPACING);
        given(registered(), booked(OTHER, MONDAY.plusDays(2)))
                .when(book(course, MONDAY.plusDays(7)))
                .thenA(AppointmentBooked.class);
    }

    @Test
    void what_is_booked_beyond_a_phase_is_held_to_the_next() {
        var seven = esketamine(
                MONDAY.minusDays(25),
                MONDAY.minusDays(22),
                MONDAY.minusDays(18),
                MONDAY.minusDays(15),
                MONDAY.minusDays(11),
                MONDAY.minusDays(8),
                MONDAY.minusDays(4));

        given(registered(), booked(OTHER, TUESDAY))
                .when(book(seven, TUESDAY.plusDays(3)))
                .thenRefused(Refusal.SPACING);
        given(registered(), booked(OTHER, TUESDAY))
                .when(book(seven, TUESDAY.plusDays(6)))
                .thenA(AppointmentBooked.class);
    }

    @Test
    void an_extended_phase_is_held_to_its_own_gaps_however_many_were_given() {
        var eight = esketamine(
                MONDAY.minusDays(27),
                MONDAY.minusDays(24),
                MONDAY.minusDays(20),
                MONDAY.minusDays(17),
                MONDAY.minusDays(13),
                MONDAY.minusDays(10),
                MONDAY.minusDays(6),
                MONDAY.minusDays(3));
        var extended = DeskFixture.extended(eight, MONDAY.minusDays(1), MONDAY.plusDays(14));

        given(registered(), booked(OTHER, MONDAY))
                .when(book(eight, MONDAY.plusDays(3)))
                .thenRefused(Refusal.SPACING);
        given(registered(), booked(OTHER, MONDAY))
                .when(book(extended, MONDAY.plusDays(3)))
                .thenA(AppointmentBooked.class);
        given(registered(), booked(OTHER, MONDAY))
                .when(book(extended, MONDAY.plusDays(1)))
                .thenRefused(Refusal.SPACING);
    }

    @Test
    void a_cancelled_appointment_is_nobodys_neighbour() {
        given(
                        registered(),
                        booked(OTHER, TUESDAY),
                        new AppointmentCancelled(OTHER, PATIENT, COURSE, "PATIENT", "a cold"))
                .when(book(esketamine(), TUESDAY))
                .thenA(AppointmentBooked.class);
    }

    @Test
    void an_appointment_that_went_by_unused_is_nobodys_neighbour() {
        given(registered(), booked(OTHER, MONDAY.minusDays(1)))
                .when(book(esketamine(), MONDAY))
                .thenA(AppointmentBooked.class);
    }

    @Test
    void outside_the_window_is_booked_and_said() {
        var booked = given(registered())
                .when(book(esketamine(MONDAY), MONDAY.plusDays(8)))
                .thenA(AppointmentBooked.class);

        assertThat(booked.warnings()).extracting(SchedulingEvent.Warning::code).containsExactly("outside-window");
    }

    /** A treatment at nine. */
    private static Function<PatientFile, Optional<SchedulingEvent>> book(CourseAtDesk course, LocalDate on) {
        var command =
                new Book(APPOINTMENT, PATIENT, COURSE, Kind.TREATMENT, at(on, "09:00"), null, null, null, null, null);
        return file -> BookingDecider.decide(command, file, desk(course), NOW);
    }
}
