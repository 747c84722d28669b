package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4 and R8: what is flagged, at each boundary. */
class FlagsTest {
    @ParameterizedTest
    @CsvSource({"2026-03-02, SAME_DAY", "2026-03-03, TOO_SOON", "2026-03-04, ", "2026-03-30, ", "2026-03-31, LAPSE"})
    void the_gap_after_the_first_session(String second, String flag) {
        var standing =
                course("esk-trd-us", "2026-03-02").given("2026-03-02", second).standing("2026-04-01");

        assertThat(text(standing)).isEqualTo(flag == null ? "" : flag + " " + second);
    }

    @Test
    void a_gap_too_short_says_both_numbers_and_their_source() {
        var because = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-03")
                .standing("2026-03-04")
                .because();

        assertThat(because)
                .filteredOn(reason -> reason.rule().equals("R4"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.text())
                            .isEqualTo("The session on 2026-03-03 came 1 day after the one before;"
                                    + " induction asks for at least 2.");
                    assertThat(reason.source()).startsWith("P: ");
                    assertThat(reason.events()).containsExactly(CourseFixture.id(2));
                });
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14, OVER_WEEK_CAP 2026-03-14", "2026-03-16, ''"})
    void the_cap_is_by_treatment_week_not_by_seven_days(String fifth, String flags) {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-06", "2026-03-09", "2026-03-12", fifth)
                .standing("2026-03-20");

        assertThat(text(standing)).isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01, TOO_SOON 2026-05-01", "2026-05-04, ''"})
    void in_an_open_phase_the_floor_is_the_interval_less_the_window(String given, String flags) {
        var standing = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(14, "2026-04-24")
                .given(given)
                .standing("2026-05-05");

        assertThat(text(standing)).isEqualTo(flags);
    }

    @Test
    void a_session_is_judged_by_the_interval_of_the_evening_before() {
        var standing = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .given("2026-04-30")
                .interval(28, "2026-04-30")
                .standing("2026-04-30");

        assertThat(text(standing)).isEqualTo("OFF_LABEL_INTERVAL 2026-04-30");
    }

    @Test
    void a_longer_interval_moves_the_lapse_with_it() {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(28, "2026-04-24");

        assertThat(course.standing("2026-05-24").lapsesOn()).isEqualTo("2026-05-25");
        assertThat(text(course.given("2026-05-24").standing("2026-05-24"))).isEqualTo("OFF_LABEL_INTERVAL 2026-04-24");
    }

    @Test
    void the_flag_of_an_interval_is_shown_while_it_is_in_effect() {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(21, "2026-04-24")
                .interval(14, "2026-05-15");

        assertThat(text(course.standing("2026-04-23"))).isEmpty();
        assertThat(text(course.standing("2026-04-24"))).isEqualTo("NO_EVIDENCE_INTERVAL 2026-04-24");
        assertThat(text(course.standing("2026-05-14"))).isEqualTo("NO_EVIDENCE_INTERVAL 2026-04-24");
        assertThat(text(course.standing("2026-05-15"))).isEmpty();
    }

    private static String text(Standing standing) {
        return String.join(
                " ",
                standing.flags().stream()
                        .map(flag -> flag.code() + " " + flag.on())
                        .toList());
    }
}
