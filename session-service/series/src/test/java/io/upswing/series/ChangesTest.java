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
        "2026-03-31, 2026-04-01", // the lapse decision is overdue
        "2026-04-01, ",
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
    void the_form_of_a_session_is_overdue_by_itself() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02").closed("2026-03-03");

        assertThat(course.standing("2026-03-03").changesOn()).isEqualTo("2026-03-10");
    }

    @Test
    void a_measure_is_asked_for_on_the_eve_of_an_appointment() {
        var course =
                course("iv-racemic-series", "2026-03-02").given("2026-03-02").booked("2026-03-09");

        assertThat(course.standing("2026-03-07").changesOn()).isEqualTo("2026-03-08");
        assertThat(course.standing("2026-03-08").changesOn()).isEqualTo("2026-03-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-27, 2026-05-28", // reassess
        "2026-05-28, 2026-05-29", // the reassessment is due
        "2026-06-04, 2026-06-05", // the reassessment is overdue
    })
    void a_reassessment_comes_up_by_itself(LocalDate asOf, LocalDate changesOn) {
        var standing = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(14, "2026-04-30")
                .given("2026-05-25")
                .standing(asOf.toString());

        assertThat(standing.changesOn()).isEqualTo(changesOn);
    }

    @Test
    void what_is_dated_ahead_of_a_patient_takes_effect_by_itself() {
        var course = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02")
                .alarming("PHQ9", 4, "2026-03-20", null)
                .closed("2026-03-03");

        assertThat(course.standing("2026-03-10").changesOn()).isEqualTo("2026-03-20");
    }

    @Test
    void a_course_that_is_over_stays_as_it_is() {
        var course =
                course("iv-racemic-series", "2026-03-02").given("2026-03-02").closed("2026-03-03");

        assertThat(course.standing("2026-03-03").changesOn()).isNull();
    }
}
