package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitTest {
    @Test
    void who_never_came_has_none() {
        var habit = Habit.of(List.of());

        assertThat(habit.comesOn(DayOfWeek.MONDAY)).isFalse();
        assertThat(habit.hoursFrom(LocalTime.NOON)).isZero();
    }

    @Test
    void a_day_is_usual_on_which_a_third_of_the_visits_were() {
        assertThat(habit(MONDAY, MONDAY.plusDays(3)).days()).isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
        assertThat(habit(MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(15)).days())
                .isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        assertThat(habit(MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(14), MONDAY.plusDays(22))
                        .days())
                .isEqualTo(Set.of(DayOfWeek.MONDAY));
    }

    @Test
    void the_usual_hour_is_local_on_both_sides_of_a_clock_change() {
        var habit = habit(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 9));

        assertThat(habit.time()).isEqualTo(LocalTime.of(9, 0));
        assertThat(habit.hoursFrom(LocalTime.of(9, 55))).isZero();
        assertThat(habit.hoursFrom(LocalTime.of(10, 0))).isOne();
        assertThat(habit.hoursFrom(LocalTime.of(8, 0))).isOne();
    }

    /** Of visits at nine. */
    private static Habit habit(LocalDate... dates) {
        return Habit.of(Arrays.stream(dates)
                .map(date -> Booking.of(DeskFixture.booked(id(7), date)))
                .toList());
    }
}
