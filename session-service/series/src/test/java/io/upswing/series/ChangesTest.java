package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The date on which a standing changes by itself: exactly each boundary of its window, gate, items and lapse. */
class ChangesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-03", // the check-in is pending
        "2026-03-03, 2026-03-04", // the window opens
        "2026-03-04, 2026-03-06", // the check-in is overdue
        "2026-03-06, 2026-03-07", // late
        "2026-03-07, 2026-03-10", // overdue
        "2026-03-10, 2026-03-29", // the gate opens
        "2026-03-29, 2026-03-30", // the gate is overdue
        "2026-03-30, 2026-03-31", // lapsed
        "2026-03-31, ",
    })
    void after_one_session_of_esketamine(LocalDate asOf, LocalDate changesOn) {
        var standing = course("esk-trd-us", "2026-03-02").given("2026-03-02").standing(asOf.toString());

        assertThat(standing.changesOn()).isEqualTo(changesOn);
    }

    @Test
    void a_fact_dated_ahead_takes_effect_by_itself() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02").paused("2026-03-05");

        assertThat(course.standing("2026-03-04").changesOn()).isEqualTo("2026-03-05");
    }

    @Test
    void a_booked_appointment_that_goes_by_unused_is_a_change() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02").booked("2026-03-07");

        assertThat(course.standing("2026-03-07").changesOn()).isEqualTo("2026-03-08");
    }

    @Test
    void a_course_that_is_over_stays_as_it_is() {
        var course =
                course("iv-racemic-series", "2026-03-02").given("2026-03-02").closed("2026-03-03");

        assertThat(course.standing("2026-03-03").changesOn()).isNull();
    }
}
