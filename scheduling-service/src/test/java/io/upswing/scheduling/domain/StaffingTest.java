package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Shift.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {
    @Test
    void a_monitor_has_room_for_as_many_as_they_watch_at_each_moment() {
        var staffing = staffed(monitor("08:00", "16:00", 2));

        assertThat(staffing.room(List.of(span("09:00", "11:00"), span("10:00", "12:00"))))
                .isEqualTo(new Spans(List.of(span("08:00", "10:00"), span("11:00", "16:00"))));
        assertThat(staffing.room(List.of(span("08:00", "12:00"), span("12:00", "16:00"), span("08:00", "12:00"))))
                .isEqualTo(new Spans(List.of(span("12:00", "16:00"))));
    }

    @Test
    void one_monitor_hands_over_to_the_next_and_two_watch_together() {
        var handingOver = staffed(monitor("08:00", "12:00", 1), monitor("12:00", "16:00", 1));
        assertThat(handingOver.room(List.of())).isEqualTo(new Spans(List.of(span("08:00", "16:00"))));
        assertThat(handingOver.room(List.of(span("11:00", "13:00"))))
                .isEqualTo(new Spans(List.of(span("08:00", "11:00"), span("13:00", "16:00"))));

        var together = staffed(monitor("08:00", "12:00", 1), monitor("10:00", "16:00", 1));
        assertThat(together.room(List.of(span("09:00", "13:00"))))
                .isEqualTo(new Spans(List.of(span("08:00", "09:00"), span("10:00", "12:00"), span("13:00", "16:00"))));
    }

    @Test
    void a_minute_between_two_monitors_is_nobodys() {
        var gap = staffed(monitor("08:00", "12:00", 3), monitor("12:01", "16:00", 3));

        assertThat(gap.room(List.of()).hold(span("11:00", "12:00"))).isTrue();
        assertThat(gap.room(List.of()).hold(span("11:00", "12:05"))).isFalse();
        assertThat(gap.room(List.of(span("11:00", "12:30"))).hold(span("11:00", "11:55")))
                .isTrue();
    }

    @Test
    void prescribers_are_present_together_and_monitors_are_none() {
        var staffing =
                staffed(prescriber("08:00", "12:00"), prescriber("12:00", "14:00"), monitor("14:00", "16:00", 1));

        assertThat(staffing.present()).isEqualTo(new Spans(List.of(span("08:00", "14:00"))));
    }

    @Test
    void of_shifts_that_are_alike_one_is_taken_away_for_each_that_is_away() {
        var one = monitor("08:00", "16:00", 1);
        var staffing = staffed(one, one);

        assertThat(staffing.without(List.of(one)).shifts()).containsExactly(one);
        assertThat(staffing.without(List.of(one, one, one))).isEqualTo(staffed());
    }

    private static Staffing staffed(Shift... shifts) {
        return new Staffing(true, true, List.of(shifts));
    }

    private static Shift monitor(String from, String to, int patients) {
        return new Shift(Role.MONITOR, span(from, to), patients);
    }

    private static Shift prescriber(String from, String to) {
        return new Shift(Role.PRESCRIBER, span(from, to), 0);
    }

    private static Span span(String from, String to) {
        return new Span(at(MONDAY, from), at(MONDAY, to));
    }
}
