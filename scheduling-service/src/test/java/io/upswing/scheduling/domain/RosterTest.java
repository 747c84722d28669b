package io.upswing.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.events.SchedulingEvent.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_weekly_duty_keeps_its_local_times_in_spring_and_in_autumn() {
        assertThat(Roster.weekly(duty("2026-03-02T13:00:00Z", "2026-03-02T21:00:00Z"), NEW_YORK, date("2026-03-15")))
                .containsExactly(
                        duty("2026-03-02T13:00:00Z", "2026-03-02T21:00:00Z"),
                        duty("2026-03-09T12:00:00Z", "2026-03-09T20:00:00Z"));
        assertThat(Roster.weekly(duty("2026-10-26T12:00:00Z", "2026-10-26T20:00:00Z"), NEW_YORK, date("2026-11-02")))
                .containsExactly(
                        duty("2026-10-26T12:00:00Z", "2026-10-26T20:00:00Z"),
                        duty("2026-11-02T13:00:00Z", "2026-11-02T21:00:00Z"));
        assertThat(Roster.weekly(duty("2026-10-24T06:00:00Z", "2026-10-24T14:00:00Z"), BERLIN, date("2026-10-31")))
                .containsExactly(
                        duty("2026-10-24T06:00:00Z", "2026-10-24T14:00:00Z"),
                        duty("2026-10-31T07:00:00Z", "2026-10-31T15:00:00Z"));
    }

    @Test
    void the_last_may_begin_on_the_last_date_and_end_after_it() {
        var night = duty("2026-06-01T22:00:00Z", "2026-06-02T06:00:00Z");

        assertThat(Roster.weekly(night, NEW_YORK, date("2026-06-01"))).hasSize(1);
        assertThat(Roster.weekly(night, NEW_YORK, date("2026-06-07"))).hasSize(1);
        assertThat(Roster.weekly(night, NEW_YORK, date("2026-06-08"))).hasSize(2);
    }

    @Test
    void a_duty_that_falls_into_the_hour_that_is_left_out_is_none() {
        var early = duty("2026-03-01T07:15:00Z", "2026-03-01T08:00:00Z"); // 02:15 to 03:00

        assertThat(Roster.weekly(early, NEW_YORK, date("2026-03-15")))
                .containsExactly(early, duty("2026-03-15T06:15:00Z", "2026-03-15T07:00:00Z"));
    }

    private static Duty duty(String from, String to) {
        return new Duty(Instant.parse(from), Instant.parse(to));
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
