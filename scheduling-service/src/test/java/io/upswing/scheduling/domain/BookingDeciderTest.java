package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.INFUSIONS;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.course;
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingDeciderTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @ParameterizedTest
    @CsvSource({"56, 11:50", "84, 11:55", ", 11:55"})
    void nasal_treatment_takes_longer_with_each_device_and_without_a_dose_the_longest(
            @Nullable BigDecimal dose, String end) {
        var booked = given(registered())
                .when(book(esketamine(), at(TUESDAY, "09:00"), null, dose))
                .thenA(AppointmentBooked.class);

        assertThat(booked.end()).isEqualTo(at(TUESDAY, end));
        assertThat(booked.chairId()).isEqualTo(FIRST);
    }

    @Test
    void an_infusion_takes_its_own_minutes_and_a_chair_for_it() {
        var booked = given(registered())
                .when(book(course(ScheduleFixture.infusions()), at(TUESDAY, "09:00"), null, null))
                .thenA(AppointmentBooked.class);

        assertThat(booked.end()).isEqualTo(at(TUESDAY, "11:25"));
        assertThat(booked.chairId()).isEqualTo(INFUSIONS);
    }

    @Test
    void the_chair_must_be_for_the_route() {
        given(registered())
                .when(book(esketamine(), at(TUESDAY, "09:00"), INFUSIONS, null))
                .thenRefused(Refusal.NO_CHAIR_FOR_ROUTE);
        given(registered())
                .when(book(esketamine(), at(TUESDAY, "09:00"), id(77), null))
                .thenRefused(Refusal.NO_SUCH_CHAIR);
    }

    @Test
    void a_taken_chair_gives_way_to_the_next_free_one() {
        var taken = new Slot(at(TUESDAY, "08:00"), at(TUESDAY, "09:05"), FIRST);

        var booked = given(registered())
                .when(book(desk(esketamine(), taken), at(TUESDAY, "09:00"), null))
                .thenA(AppointmentBooked.class);

        assertThat(booked.chairId()).isEqualTo(SECOND);
    }

    @Test
    void a_chair_is_free_again_the_moment_it_is_left() {
        var taken = new Slot(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), FIRST);

        var booked = given(registered())
                .when(book(desk(esketamine(), taken), at(TUESDAY, "09:00"), FIRST))
                .thenA(AppointmentBooked.class);

        assertThat(booked.chairId()).isEqualTo(FIRST);
    }

    @Test
    void who_finds_the_chair_taken_hears_what_is_free_nearest_first() {
        var taken = new Slot(at(TUESDAY, "09:00"), at(TUESDAY, "11:50"), FIRST);

        var refused = given(registered())
                .when(book(desk(esketamine(), taken), at(TUESDAY, "10:00"), FIRST))
                .thenRefused(Refusal.SLOT_TAKEN);

        assertThat(refused.alternatives().getFirst())
                .isEqualTo(new Slot(at(TUESDAY, "10:00"), at(TUESDAY, "12:55"), SECOND));
        assertThat(refused.alternatives().get(1))
                .isEqualTo(new Slot(at(TUESDAY, "11:50"), at(TUESDAY, "14:45"), FIRST));
        assertThat(refused.alternatives()).hasSizeGreaterThan(2);
    }

    @Test
    void no_alternative_lies_in_the_past_or_where_the_course_allows_none() {
        var taken = new Slot(at(MONDAY, "08:00"), at(MONDAY, "17:00"), FIRST);
        var alsoTaken = new Slot(at(MONDAY, "08:00"), at(MONDAY, "17:00"), SECOND);

        var refused = given(registered(), booked(OTHER, MONDAY.plusDays(3)))
                .when(book(desk(esketamine(), taken, alsoTaken), at(MONDAY, "10:00"), FIRST))
                .thenRefused(Refusal.SLOT_TAKEN);

        assertThat(refused.alternatives())
                .extracting(slot -> slot.start().atZone(DeskFixture.ZONE).toLocalDate())
                .isNotEmpty()
                .allMatch(date -> date.isAfter(MONDAY))
                .doesNotContain(MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(4));
    }

    @ParameterizedTest
    @CsvSource({"07:55", "14:15", "17:00"})
    void the_whole_stay_lies_within_hours(String start) {
        given(registered())
                .when(book(esketamine(), at(TUESDAY, start), null, new BigDecimal("56")))
                .thenRefused(Refusal.OUTSIDE_HOURS);
    }

    @Test
    void a_stay_may_end_when_the_site_closes() {
        given(registered())
                .when(book(esketamine(), at(TUESDAY, "14:10"), null, new BigDecimal("56")))
                .thenA(AppointmentBooked.class);
    }

    @Test
    void a_site_is_closed_on_days_without_hours() {
        given(registered())
                .when(book(esketamine(), at(MONDAY.plusDays(5), "09:00"), null, null))
                .thenRefused(Refusal.OUTSIDE_HOURS);
    }

    @Test
    void the_past_cannot_be_booked_and_400_days_ahead_can() {
        given(registered())
                .when(book(esketamine(), NOW.minusSeconds(300), null, null))
                .thenRefused(Refusal.START_IN_PAST);
        given(registered())
                .when(book(esketamine(), at(LocalDate.of(2027, 4, 6), "09:00"), null, null))
                .thenA(AppointmentBooked.class);
        given(registered())
                .when(book(esketamine(), at(LocalDate.of(2029, 3, 6), "09:00"), null, null))
                .thenRefused(Refusal.TOO_FAR_AHEAD);
    }

    @ParameterizedTest
    @CsvSource({"08:30, true", "08:35, false", "09:00, false", "11:30, false", "11:35, true"})
    void a_patient_sits_in_one_chair_at_a_time_and_leaves_before_the_turnover(String start, boolean accepted) {
        var decided = given(registered(), booked(OTHER, TUESDAY))
                .when(book(consultationAt(at(TUESDAY, start), null), desk()));

        if (accepted) {
            decided.thenA(AppointmentBooked.class);
        } else {
            assertThat(decided.thenRefused(Refusal.PATIENT_ALREADY_BOOKED)).hasMessageContaining(OTHER.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"09:00, true", "09:05, false", "11:30, false", "12:10, true"})
    void a_treatment_may_end_in_its_turnover_when_the_patient_is_expected_elsewhere(String start, boolean accepted) {
        var decided = given(registered(), consultation(OTHER, at(TUESDAY, "11:40")))
                .when(book(esketamine(), at(TUESDAY, start), FIRST, new BigDecimal("84")));

        if (accepted) {
            decided.thenA(AppointmentBooked.class);
        } else {
            decided.thenRefused(Refusal.PATIENT_ALREADY_BOOKED);
        }
    }

    @Test
    void an_appointment_is_not_moved_onto_another_of_the_same_patient() {
        given(registered(), booked(APPOINTMENT, TUESDAY.plusDays(7)), consultation(OTHER, at(TUESDAY, "11:00")))
                .when(move(at(TUESDAY, "09:00")))
                .thenRefused(Refusal.PATIENT_ALREADY_BOOKED);
    }

    @Test
    void no_alternative_lies_further_ahead_than_can_be_booked() {
        var last = LocalDate.of(2028, 3, 2);
        var taken = new Slot(at(last, "08:00"), at(last, "17:00"), FIRST);
        var now = at(MONDAY, "16:00");

        var refused = given(registered())
                .when(file -> BookingDecider.decide(consultationAt(at(last, "16:00"), FIRST), file, desk(taken), now))
                .thenRefused(Refusal.SLOT_TAKEN);

        assertThat(refused.alternatives())
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.start()).isBefore(now.plus(Duration.ofDays(731))));
    }

    @Test
    void no_alternative_lies_where_the_patient_is_expected_elsewhere() {
        var taken = new Slot(at(TUESDAY, "08:00"), at(TUESDAY, "08:30"), FIRST);

        var refused = given(registered(), booked(OTHER, TUESDAY))
                .when(book(consultationAt(at(TUESDAY, "08:00"), FIRST), desk(taken)))
                .thenRefused(Refusal.SLOT_TAKEN);

        assertThat(refused.alternatives())
                .isNotEmpty()
                .allSatisfy(slot -> given(registered(), booked(OTHER, TUESDAY))
                        .when(book(consultationAt(slot.start(), slot.chairId()), desk(taken)))
                        .thenA(AppointmentBooked.class));
    }

    @Test
    void an_erased_patient_is_not_booked() {
        given(registered(), new PatientErased(PATIENT))
                .when(book(esketamine(), at(TUESDAY, "09:00"), null, null))
                .thenRefused(Refusal.NO_SUCH_PATIENT);
        given(registered(), booked(APPOINTMENT, TUESDAY), new PatientErased(PATIENT))
                .when(move(at(TUESDAY.plusDays(1), "09:00")))
                .thenRefused(Refusal.APPOINTMENT_OVER);
    }

    @Test
    void a_course_of_somebody_else_is_not_booked() {
        var command = new Book(
                APPOINTMENT, id(55), COURSE, Kind.TREATMENT, at(TUESDAY, "09:00"), null, null, null, null, null, null);

        given(registered())
                .when(file -> BookingDecider.decide(command, file, desk(esketamine()), NOW))
                .thenRefused(Refusal.COURSE_OF_ANOTHER_PATIENT);
    }

    @Test
    void a_move_keeps_the_duration_and_counts_itself_out() {
        var moved = given(registered(), booked(APPOINTMENT, TUESDAY))
                .when(move(at(TUESDAY.plusDays(1), "10:00")))
                .thenA(AppointmentMoved.class);

        assertThat(moved.fromStart()).isEqualTo(at(TUESDAY, "09:00"));
        assertThat(moved.end()).isEqualTo(at(TUESDAY.plusDays(1), "12:50"));
    }

    @Test
    void a_move_to_where_it_is_changes_nothing() {
        given(registered(), booked(APPOINTMENT, TUESDAY))
                .when(move(at(TUESDAY, "09:00")))
                .thenNothing();
    }

    private static AppointmentBooked consultation(UUID appointmentId, Instant start) {
        return new AppointmentBooked(
                appointmentId,
                PATIENT,
                null,
                SITE,
                SECOND,
                "CONSULTATION",
                start,
                start.plusSeconds(1800),
                0,
                DeskFixture.ZONE.getId(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Book consultationAt(Instant start, @Nullable UUID chairId) {
        return new Book(APPOINTMENT, PATIENT, null, Kind.CONSULTATION, start, chairId, null, null, null, null, null);
    }

    @Test
    void is_not_moved_while_its_patient_is_here() {
        var here = given(registered(), booked(APPOINTMENT, MONDAY)).cameTo(APPOINTMENT, new Stage.Arrived(NOW));

        here.when(move(at(MONDAY.plusDays(1), "09:00"))).thenRefused(Refusal.PATIENT_PRESENT);
        here.when(move(at(MONDAY, "09:00"))).thenNothing();
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> book(Book command, Desk desk) {
        return file -> BookingDecider.decide(command, file, desk, NOW);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> move(Instant start) {
        var command = new Move(APPOINTMENT, PATIENT, start, null, null, null);
        return file -> BookingDecider.decide(command, file, desk(esketamine()), NOW);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> book(
            CourseAtDesk course, Instant start, @Nullable UUID chairId, @Nullable BigDecimal dose) {
        var command =
                new Book(APPOINTMENT, PATIENT, COURSE, Kind.TREATMENT, start, chairId, dose, null, null, null, null);
        return file -> BookingDecider.decide(command, file, desk(course), NOW);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> book(
            Desk desk, Instant start, @Nullable UUID chairId) {
        var command =
                new Book(APPOINTMENT, PATIENT, COURSE, Kind.TREATMENT, start, chairId, null, null, null, null, null);
        return file -> BookingDecider.decide(command, file, desk, NOW);
    }
}
