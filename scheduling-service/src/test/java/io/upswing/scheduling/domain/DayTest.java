package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Day.Affected;
import io.upswing.scheduling.domain.Day.Delay;
import io.upswing.scheduling.domain.Sitting.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions of 84 mg: 20 minutes until the dose, 10 of it, 120 of observation, 10 of discharge, 15 of turnover. */
class DayTest {
    private static final Parts PARTS = Parts.ofMinutes(20, 10, 120, 10, 15);
    private static final Duration STAY = Duration.ofMinutes(175);

    /** DOMAIN scenario 8: observation of devices at 09:00, 09:05 and 09:10 ends at 11:10. */
    @Test
    void the_end_is_counted_from_the_last_dose() {
        var treated = came(1, FIRST, "08:40", new Stage.Observed(time("08:40"), time("09:10")));

        var expected = only(Day.of(List.of(treated), time("09:30")));

        assertThat(expected.end().minus(PARTS.discharge()).minus(PARTS.turnover()))
                .isEqualTo(time("11:10"));
        assertThat(expected.state()).isEqualTo(Expected.State.OBSERVED);
        assertThat(expected.extended()).isZero();
    }

    @Test
    void while_more_of_the_dose_is_to_come_the_rest_of_it_is_expected() {
        var treated = came(1, FIRST, "08:40", new Stage.InTreatment(time("08:40"), time("09:00"), time("09:05")));

        assertThat(only(Day.of(List.of(treated), time("09:06"))).end()).isEqualTo(time("11:35"));
        assertThat(only(Day.of(List.of(treated), time("09:06"))).state()).isEqualTo(Expected.State.IN_TREATMENT);
    }

    /** DOMAIN scenario 14: observation on chair 2 is extended by 30 minutes. */
    @Test
    void who_is_observed_longer_pushes_only_what_follows_on_the_same_chair() {
        var day = Day.of(
                List.of(
                        came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("08:30"))),
                        came(2, SECOND, "08:00", new Stage.Observed(time("08:00"), time("09:00"))),
                        booked(3, FIRST, "10:55"),
                        booked(4, SECOND, "10:55")),
                time("10:30"));

        assertThat(day.affected())
                .containsExactly(new Affected(id(4), patient(4), SECOND, time("10:55"), time("11:25"), id(2)));
        assertThat(day.nextStart(SECOND)).contains(time("11:25"));
        assertThat(day.nextStart(FIRST)).contains(time("10:55"));
        assertThat(day.delays()).containsExactly(new Delay(id(4), patient(4), time("10:55"), id(2), time("11:25")));
    }

    @Test
    void a_push_goes_on_through_the_day_until_a_gap_takes_it_up() {
        var day = Day.of(
                List.of(
                        came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("09:00"))),
                        booked(2, FIRST, "10:55"),
                        booked(3, FIRST, "14:00"),
                        booked(4, FIRST, "17:20")),
                time("10:30"));

        assertThat(day.affected()).extracting(Affected::expectedStart).containsExactly(time("11:25"), time("14:20"));
        assertThat(day.affected()).extracting(Affected::behind).containsOnly(id(1));
    }

    @Test
    void who_is_still_there_may_leave_at_any_moment() {
        var treated = came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("08:30")));
        var next = booked(2, FIRST, "10:55");

        assertThat(Day.of(List.of(treated, next), time("10:40")).affected()).isEmpty();
        assertThat(Day.of(List.of(treated, next), time("10:44")).affected()).isEmpty();
        assertThat(Day.of(List.of(treated, next), time("10:46")).affected())
                .extracting(Affected::expectedStart)
                .containsExactly(time("11:05"));
    }

    @Test
    void who_has_left_keeps_the_chair_for_its_turnover_only() {
        var left = came(1, FIRST, "08:00", new Stage.Left(time("08:00"), time("10:55"), true));
        var day = Day.of(List.of(left, booked(2, FIRST, "10:55")), time("11:00"));

        assertThat(day.all().getFirst().state()).isEqualTo(Expected.State.DONE);
        assertThat(day.all().getFirst().extended()).isEqualTo(Duration.ofMinutes(15));
        assertThat(day.nextStart(FIRST)).contains(time("11:10"));
    }

    @Test
    void who_arrives_late_pushes_from_then_on() {
        var arrived = came(1, FIRST, "08:00", new Stage.Arrived(time("08:40")));

        assertThat(Day.of(List.of(arrived, booked(2, FIRST, "10:55")), time("08:45"))
                        .affected())
                .extracting(Affected::expectedStart)
                .containsExactly(time("11:35"));
    }

    @Test
    void who_was_given_up_or_has_called_off_or_sits_beside_pushes_nobody() {
        var day = Day.of(
                List.of(
                        over(1, Booking.State.NO_SHOW),
                        over(2, Booking.State.CANCELLED),
                        came(3, FIRST, "09:00", new Stage.Observed(time("09:00"), time("10:00"))),
                        booked(4, FIRST, "10:55")),
                time("10:30"));

        assertThat(day.affected()).isEmpty();
        assertThat(day.all())
                .extracting(Expected::state)
                .containsExactly(
                        Expected.State.NO_SHOW,
                        Expected.State.CANCELLED,
                        Expected.State.OBSERVED,
                        Expected.State.BOOKED);
    }

    @Test
    void a_chair_in_which_somebody_else_was_treated_since_is_free_of_who_was_never_discharged() {
        var day = Day.of(
                List.of(
                        came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("08:30"))),
                        came(2, FIRST, "10:55", new Stage.InTreatment(time("10:55"), time("11:15"), time("11:15"))),
                        booked(3, FIRST, "13:50")),
                time("13:00"));

        assertThat(day.affected()).isEmpty();
        assertThat(day.overruns()).isEmpty();
    }

    @Test
    void who_does_not_come_to_a_treatment_is_late_and_nobody_checks_in_for_a_consultation() {
        assertThat(only(Day.of(List.of(booked(1, FIRST, "09:00")), time("09:00")))
                        .state())
                .isEqualTo(Expected.State.BOOKED);
        assertThat(only(Day.of(List.of(booked(1, FIRST, "09:00")), time("09:01")))
                        .state())
                .isEqualTo(Expected.State.LATE);
        assertThat(only(Day.of(List.of(consultation(1, "09:00")), time("09:01")))
                        .state())
                .isEqualTo(Expected.State.CONFIRMED);
    }

    @Test
    void who_is_told_to_come_later_is_not_late() {
        var day = Day.of(
                List.of(
                        came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("09:00"))),
                        booked(2, FIRST, "10:55")),
                time("11:00"));

        assertThat(day.all().getLast().state()).isEqualTo(Expected.State.BOOKED);
    }

    @Test
    void a_start_is_told_anew_only_when_it_moves_by_five_minutes() {
        var treated = came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("09:00")));

        assertThat(Day.of(List.of(treated, told(2, "10:55", "11:25")), time("10:30"))
                        .delays())
                .isEmpty();
        assertThat(Day.of(List.of(treated, told(2, "10:55", "11:30")), time("10:30"))
                        .delays())
                .extracting(Delay::expectedStart)
                .containsExactly(time("11:25"));
    }

    @Test
    void who_need_not_wait_any_more_is_told_so_unless_it_is_too_late() {
        var left = came(1, FIRST, "08:00", new Stage.Left(time("08:00"), time("10:00"), true));

        assertThat(Day.of(List.of(left, told(2, "10:55", "11:25")), time("10:30"))
                        .delays())
                .containsExactly(new Delay(id(2), patient(2), time("10:55"), id(1), time("10:55")));
        assertThat(Day.of(List.of(left, told(2, "10:55", "11:25")), time("11:30"))
                        .delays())
                .isEmpty();
    }

    @Test
    void chair_and_monitor_are_taken_for_what_exceeds_the_booking() {
        var day = Day.of(
                List.of(
                        came(1, FIRST, "08:00", new Stage.Observed(time("08:00"), time("09:00"))),
                        booked(2, FIRST, "10:55")),
                time("10:30"));

        assertThat(day.overruns())
                .containsExactly(
                        new Occupied(
                                new Slot(time("10:55"), time("11:25"), FIRST), new Span(time("10:30"), time("11:00"))),
                        new Occupied(
                                new Slot(time("13:50"), time("14:20"), FIRST), new Span(time("13:25"), time("13:55"))));
    }

    @Test
    void who_was_given_up_and_comes_after_all_keeps_chair_and_monitor() {
        var day = Day.of(List.of(givenUp(new Stage.Arrived(time("08:40")))), time("08:45"));

        assertThat(day.overruns())
                .containsExactly(new Occupied(
                        new Slot(time("08:00"), time("11:35"), FIRST),
                        new Span(time("08:20"), time("11:10")),
                        false,
                        patient(1)));
    }

    @Test
    void who_was_given_up_and_came_after_all_keeps_the_chair_until_it_is_cleaned() {
        var left = new Stage.Left(time("08:40"), time("09:00"), false);

        assertThat(Day.of(List.of(givenUp(left)), time("09:05")).overruns())
                .containsExactly(new Occupied(new Slot(time("08:00"), time("09:15"), FIRST), null));
        assertThat(Day.of(List.of(givenUp(left)), time("09:15")).overruns()).isEmpty();
        assertThat(Day.of(List.of(givenUp(new Stage.Entered())), time("09:05")).overruns())
                .isEmpty();
    }

    private static Sitting givenUp(Stage stage) {
        var presence = new Presence(id(201), stage, PARTS);
        return sitting(1, FIRST, "08:00", Booking.State.NO_SHOW, null, presence);
    }

    private static Expected only(Day day) {
        assertThat(day.all()).hasSize(1);
        return day.all().getFirst();
    }

    private static Instant time(String time) {
        return at(MONDAY, time);
    }

    private static UUID patient(int number) {
        return id(100 + number);
    }

    private static Sitting booked(int number, UUID chair, String start) {
        return sitting(number, chair, start, null, null);
    }

    private static Sitting over(int number, Booking.State state) {
        return sitting(number, FIRST, "08:00", state, null, null);
    }

    private static Sitting told(int number, String start, String told) {
        return sitting(number, FIRST, start, time(told), null);
    }

    private static Sitting came(int number, UUID chair, String start, Stage stage) {
        return sitting(number, chair, start, null, new Presence(id(200 + number), stage, PARTS));
    }

    private static Sitting consultation(int number, String start) {
        var from = time(start);
        return new Sitting(
                id(number),
                patient(number),
                FIRST,
                false,
                Booking.State.CONFIRMED,
                new Span(from, from.plus(Duration.ofMinutes(30))),
                null,
                null,
                null);
    }

    private static Sitting sitting(
            int number, UUID chair, String start, @Nullable Instant told, @Nullable Presence presence) {
        return sitting(number, chair, start, Booking.State.BOOKED, told, presence);
    }

    private static Sitting sitting(
            int number,
            UUID chair,
            String start,
            Booking.State state,
            @Nullable Instant told,
            @Nullable Presence presence) {
        var from = time(start);
        return new Sitting(
                id(number),
                patient(number),
                chair,
                true,
                state,
                new Span(from, from.plus(STAY)),
                told,
                new Span(from.plus(Duration.ofMinutes(20)), from.plus(Duration.ofMinutes(150))),
                presence);
    }
}
