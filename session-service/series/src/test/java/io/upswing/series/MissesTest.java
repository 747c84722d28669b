package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R15: targets that have gone by, at each step, and missed appointments. */
class MissesTest {
    @ParameterizedTest
    @CsvSource({"2026-03-06, 0", "2026-03-07, 1", "2026-03-10, 1", "2026-03-11, 2", "2026-03-15, 3"})
    void in_induction_every_four_days(String asOf, int missed) {
        assertThat(course("esk-trd-us", "2026-03-02")
                        .given("2026-03-02")
                        .standing(asOf)
                        .missedTargets())
                .isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-16, 0", "2026-04-17, 1", "2026-04-23, 1", "2026-04-24, 2", "2026-04-28, 2"})
    void in_the_weekly_phase_every_seven_days(String asOf, int missed) {
        assertThat(PhasesTest.weekly("2026-04-02", "2026-04-09").standing(asOf).missedTargets())
                .isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-04, 0", "2026-06-05, 1", "2026-06-18, 1", "2026-06-19, 2"})
    void in_an_open_phase_every_interval(String asOf, int missed) {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(14, "2026-04-24")
                .given("2026-05-07", "2026-05-21");

        assertThat(course.standing(asOf).missedTargets()).isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-02, 0", "2026-04-03, 1", "2026-04-09, 1", "2026-04-10, 2"})
    void behind_an_open_gate_by_the_phase_that_the_window_belongs_to(String asOf, int missed) {
        var standing = PhasesTest.induced().standing(asOf);

        assertThat(standing.phase()).isEqualTo("induction");
        assertThat(standing.missedTargets()).isEqualTo(missed);
    }

    @Test
    void nothing_is_missed_before_the_start_or_without_a_window() {
        assertThat(course("esk-trd-us", "2026-03-02").standing("2026-06-01").missedTargets())
                .isZero();
        assertThat(course("esk-trd-us", "2026-03-02")
                        .given("2026-03-02")
                        .paused("2026-03-20")
                        .standing("2026-03-25")
                        .missedTargets())
                .isZero();
    }

    @Test
    void a_miss_says_from_when_and_in_which_steps() {
        var because = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .standing("2026-03-11")
                .because();

        assertThat(because)
                .filteredOn(reason -> reason.rule().equals("R15"))
                .extracting(Because::text)
                .containsExactly(
                        "2 target dates passed without a session: 2026-03-06, and every 4 days after it up to 2026-03-11.");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-11, 0", "2026-03-12, 1", "2026-03-16, 2"})
    void no_shows_count_from_their_date_on(String asOf, int noShows) {
        var course = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .noShow("2026-03-16")
                .noShow("2026-03-12");

        assertThat(course.booked("2026-03-14").standing(asOf).noShows()).isEqualTo(noShows);
    }
}
