package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.Obstacle.NO_MONITOR;
import static io.upswing.scheduling.domain.Obstacle.NO_PRESCRIBER;
import static io.upswing.scheduling.domain.Obstacle.OUTSIDE_HOURS;
import static io.upswing.scheduling.domain.Obstacle.SITE_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Cover.Uncovered;
import io.upswing.scheduling.domain.Shift.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverTest {
    @Test
    void nothing_is_uncovered_where_no_shift_was_ever_recorded() {
        assertThat(Cover.of(DeskFixture.site(), List.of(watched(1, "09:00", "12:00"), watched(2, "09:00", "12:00"))))
                .isEmpty();
    }

    @Test
    void of_too_many_for_a_monitor_those_placed_last_are_uncovered() {
        var site = staffed(monitor("08:00", "17:00", 1), prescriber("08:00", "17:00"));

        assertThat(Cover.of(
                        site,
                        List.of(
                                watched(3, "08:30", "10:00"),
                                watched(1, "09:00", "12:00"),
                                watched(2, "11:00", "13:00"))))
                .containsExactlyInAnyOrder(lacks(3, NO_MONITOR), lacks(2, NO_MONITOR));
    }

    @Test
    void who_is_uncovered_takes_nobody_elses_monitor() {
        var site = staffed(monitor("08:00", "17:00", 1), prescriber("08:00", "17:00"));

        assertThat(Cover.of(
                        site,
                        List.of(
                                watched(1, "09:00", "10:00"),
                                watched(2, "09:30", "11:30"),
                                watched(3, "10:00", "12:00"))))
                .containsExactly(lacks(2, NO_MONITOR));
    }

    @Test
    void of_two_closures_of_one_time_the_other_still_closes_the_site() {
        var noon = new Span(at(MONDAY, "12:00"), at(MONDAY, "13:00"));
        var site = DeskFixture.site().closedFor(noon).closedFor(noon);
        var stays = List.of(watched(1, "11:00", "12:30"));

        assertThat(Cover.of(site.openedFor(noon), stays)).containsExactly(lacks(1, SITE_CLOSED));
        assertThat(Cover.of(site.openedFor(noon).openedFor(noon), stays)).isEmpty();
    }

    @Test
    void a_prescriber_is_missed_only_where_one_must_be_there() {
        var site = staffed(monitor("08:00", "17:00", 9), prescriber("08:00", "11:00"), prescriber("11:00", "12:00"));

        assertThat(Cover.of(
                        site,
                        List.of(
                                watched(1, "10:00", "12:00"),
                                watched(2, "10:00", "12:01"),
                                new KeptPlace(
                                        id(3),
                                        span("09:00", "15:00"),
                                        span("09:00", "15:00"),
                                        false,
                                        at(MONDAY, "00:00")),
                                new KeptPlace(id(4), span("13:00", "13:30"), null, false, at(MONDAY, "00:00")))))
                .containsExactly(lacks(2, NO_PRESCRIBER));
    }

    @Test
    void a_closure_uncovers_what_lies_in_it_at_least_in_part() {
        var site = DeskFixture.site().closedFor(span("12:00", "13:00"));

        assertThat(Cover.of(
                        site,
                        List.of(
                                watched(1, "10:00", "12:00"),
                                watched(2, "10:00", "12:05"),
                                watched(3, "12:15", "12:45"),
                                watched(4, "13:00", "14:00"))))
                .containsExactly(lacks(2, SITE_CLOSED), lacks(3, SITE_CLOSED));
    }

    @Test
    void each_date_is_looked_at_for_itself_and_all_that_is_lacking_is_named() {
        var site = staffed(monitor("08:00", "17:00", 1), prescriber("08:00", "17:00"));
        var sunday = MONDAY.minusDays(1);

        assertThat(Cover.of(
                        site.closedFor(site.day(sunday)),
                        List.of(watched(1, "09:00", "12:00"), on(sunday, 2, "09:00", "12:00"))))
                .containsExactly(lacks(2, OUTSIDE_HOURS, SITE_CLOSED, NO_PRESCRIBER, NO_MONITOR));
    }

    private static Uncovered lacks(int number, Obstacle... why) {
        return new Uncovered(id(number), List.of(why));
    }

    /** Placed in the order of their numbers. */
    private static KeptPlace watched(int number, String from, String to) {
        return on(MONDAY, number, from, to);
    }

    private static KeptPlace on(LocalDate date, int number, String from, String to) {
        var time = new Span(at(date, from), at(date, to));
        return new KeptPlace(id(number), time, time, true, at(MONDAY, "00:00").plusSeconds(number));
    }

    private static Site staffed(Shift... shifts) {
        return DeskFixture.staffed(DeskFixture.site(), shifts);
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
