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
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

        assertThat(booked.warnings())
                .extracting(SchedulingEvent.Warning::code)
                .containsExactly("outside-window", "gap-too-long");
    }

    @ParameterizedTest
    @CsvSource({"3, ''", "7, ''", "8, gap-too-long", "20, gap-too-long"})
    void a_gap_that_is_longer_than_the_phase_has_it_is_said(int days, String codes) {
        var booked = given(registered(), booked(OTHER, TUESDAY))
                .when(book(esketamine(), TUESDAY.plusDays(days)))
                .thenA(AppointmentBooked.class);

        assertThat(codes(booked.warnings())).isEqualTo(codes);
    }

    @Test
    void a_move_says_that_it_widens_the_gap_to_the_session_after_it() {
        var moved = given(registered(), booked(OTHER, TUESDAY.plusDays(9)), booked(APPOINTMENT, TUESDAY.plusDays(3)))
                .when(move(esketamine(), TUESDAY, null))
                .thenA(AppointmentMoved.class);

        assertThat(codes(moved.warnings())).contains("gap-too-long");
        assertThat(moved.warnings())
                .extracting(SchedulingEvent.Warning::text)
                .contains("From 2026-03-03 to 2026-03-12 is more than 7 days.");
    }

    @Test
    void a_move_too_close_to_others_is_refused_unless_a_prescriber_overrules_it_and_then_said() {
        var decided = given(registered(), booked(OTHER, TUESDAY.plusDays(3)), booked(APPOINTMENT, TUESDAY));

        decided.when(move(esketamine(), TUESDAY.plusDays(2), null)).thenRefused(Refusal.SPACING);
        var override = new SpacingOverride("travels on Friday", "Dr. Example");
        var moved =
                decided.when(move(esketamine(), TUESDAY.plusDays(2), override)).thenA(AppointmentMoved.class);
        assertThat(codes(moved.warnings())).startsWith("spacing");
        assertThat(moved.override()).isEqualTo(override);
    }

    @Test
    void a_move_into_a_full_treatment_week_is_refused() {
        given(registered(), booked(OTHER, MONDAY.plusDays(2)), booked(APPOINTMENT, MONDAY.plusDays(7)))
                .when(move(esketamine(MONDAY), MONDAY.plusDays(4), null))
                .thenRefused(Refusal.SPACING);
    }

    /** DOMAIN scenario 2: 12 March was missed; 13 or 14 March make up for it, 15 March only if 16 March moves. */
    @ParameterizedTest
    @CsvSource({"13, 16, true", "14, 16, true", "15, 16, false", "15, 17, true", "15, 19, true"})
    void a_make_up_session_keeps_its_distance_from_the_next(int day, int next, boolean accepted) {
        var course = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7));
        var decided = given(registered(), booked(OTHER, LocalDate.of(2026, 3, next)))
                .when(file -> BookingDecider.decide(
                        treatment(LocalDate.of(2026, 3, day)),
                        file,
                        everyDay(course),
                        at(LocalDate.of(2026, 3, 13), "07:00")));
        if (accepted) {
            decided.thenA(AppointmentBooked.class);
        } else {
            decided.thenRefused(Refusal.SPACING);
        }
    }

    /** DOMAIN scenario 4: weeks are counted from day 1; three in seven days are allowed, three in a treatment week not. */
    @ParameterizedTest
    @CsvSource({"12, false, true", "14, true, false", "16, true, true"})
    void the_week_cap_is_that_of_the_treatment_week(int day, boolean twelfthBooked, boolean accepted) {
        var course = esketamine(MONDAY, MONDAY.plusDays(4), MONDAY.plusDays(7));
        var history =
                twelfthBooked ? given(registered(), booked(OTHER, LocalDate.of(2026, 3, 12))) : given(registered());
        var decided = history.when(file -> BookingDecider.decide(
                treatment(LocalDate.of(2026, 3, day)), file, everyDay(course), at(LocalDate.of(2026, 3, 10), "07:00")));
        if (accepted) {
            decided.thenA(AppointmentBooked.class);
        } else {
            decided.thenRefused(Refusal.SPACING);
        }
    }

    /** The same site, open at weekends too. */
    private static Desk everyDay(CourseAtDesk course) {
        var site = DeskFixture.site();
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                .toList();
        var open = new Site(site.id(), site.zone(), hours, site.chairs(), List.of(), site.staffing(), site.durations());
        return new Desk(open, List.of(), course);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> move(
            CourseAtDesk course, LocalDate on, @Nullable SpacingOverride override) {
        var command = new Move(APPOINTMENT, PATIENT, at(on, "09:00"), null, null, override);
        return file -> BookingDecider.decide(command, file, desk(course), NOW);
    }

    private static Book treatment(LocalDate on) {
        return new Book(
                APPOINTMENT, PATIENT, COURSE, Kind.TREATMENT, at(on, "09:00"), null, null, null, null, null, null);
    }

    private static String codes(List<SchedulingEvent.Warning> warnings) {
        return warnings.stream().map(SchedulingEvent.Warning::code).collect(Collectors.joining(" "));
    }

    /** A treatment at nine. */
    private static Function<PatientFile, Optional<SchedulingEvent>> book(CourseAtDesk course, LocalDate on) {
        return file -> BookingDecider.decide(treatment(on), file, desk(course), NOW);
    }
}
