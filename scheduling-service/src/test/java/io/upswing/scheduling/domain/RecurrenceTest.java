package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final LocalDate NEXT = MONDAY.plusDays(7);

    /** The clock changes in New York on Sunday 8 March 2026. */
    @Test
    void keeps_its_local_time_when_the_clock_changes() {
        var booked = book(3, desk());

        assertThat(booked.appointments())
                .extracting(AppointmentBooked::start)
                .containsExactly(at(MONDAY, "09:00"), at(NEXT, "09:00"), at(MONDAY.plusDays(14), "09:00"));
        assertThat(booked.appointments())
                .extracting(AppointmentBooked::end)
                .containsExactly(at(MONDAY, "09:45"), at(NEXT, "09:45"), at(MONDAY.plusDays(14), "09:45"));
        assertThat(booked.appointments())
                .extracting(AppointmentBooked::appointmentId)
                .doesNotHaveDuplicates()
                .startsWith(APPOINTMENT);
    }

    @Test
    void says_the_same_when_it_is_decided_again() {
        assertThat(book(3, desk())).isEqualTo(book(3, desk()));
    }

    @Test
    void is_refused_as_a_whole_with_every_date_that_fails() {
        var taken = desk(
                new Slot(at(NEXT, "09:15"), at(NEXT, "10:00"), FIRST),
                new Slot(at(NEXT, "09:15"), at(NEXT, "10:00"), SECOND),
                new Slot(at(NEXT, "09:15"), at(NEXT, "10:00"), DeskFixture.INFUSIONS));

        var refused = catchThrowableOfType(Refused.class, () -> book(3, taken));

        assertThat(refused.refusal()).isEqualTo(Refusal.NO_SERIES);
        assertThat(refused.failed()).containsExactly(new Failed(NEXT, Refusal.SLOT_TAKEN));
        assertThat(refused.alternatives()).extracting(Slot::start).contains(at(NEXT, "08:30"));
    }

    @Test
    void is_refused_for_what_concerns_no_date_as_one_visit_is() {
        var command = new Book(
                APPOINTMENT, id(55), null, Kind.FOLLOW_UP, at(MONDAY, "09:00"), null, null, 45, null, null, null);

        var refused = catchThrowableOfType(
                Refused.class,
                () -> new Recurrence(command, 7, 3)
                        .book(ZONE, visit -> BookingDecider.decide(visit, PatientFile.of(List.of()), desk(), NOW)));

        assertThat(refused.refusal()).isEqualTo(Refusal.NO_SUCH_PATIENT);
    }

    private static SeriesBooked book(int count, Desk desk) {
        var command = new Book(
                APPOINTMENT, PATIENT, null, Kind.FOLLOW_UP, at(MONDAY, "09:00"), null, null, 45, null, null, null);
        var file = PatientFile.of(List.<SchedulingEvent>of(registered()));
        return new Recurrence(command, 7, count).book(ZONE, visit -> BookingDecider.decide(visit, file, desk, NOW));
    }
}
