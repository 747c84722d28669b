package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R13. */
class PausesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-09, WINDOW_OPEN",
        "2026-03-10, PAUSED",
        "2026-03-19, PAUSED",
        "2026-03-20, OVERDUE",
    })
    void a_pause_holds_up_to_the_day_before_the_resumption(String asOf, State state) {
        var course = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02", "2026-03-05")
                .paused("2026-03-10")
                .resumed("2026-03-20");

        assertThat(course.standing(asOf).state()).isEqualTo(state);
    }

    @Test
    void while_paused_nothing_but_gates_and_check_ins_is_pending() {
        var standing = PhasesTest.induced().paused("2026-03-27").standing("2026-03-28");

        assertThat(standing.next()).isNull();
        assertThat(standing.lapsesOn()).isNull();
        assertThat(standing.dueItems())
                .extracting(DueItem::kind)
                .containsExactly(DueItem.Kind.GATE, DueItem.Kind.CHECK_IN);
        assertThat(standing.because()).extracting(Because::rule).contains("R13");
    }

    @Test
    void a_resumption_and_a_new_pause_on_one_day_leave_the_course_paused_in_either_order() {
        var course = course("esk-trd-us", "2026-03-02")
                .paused("2026-03-03")
                .resumed("2026-03-10")
                .paused("2026-03-10");
        var other = course("esk-trd-us", "2026-03-02")
                .paused("2026-03-10")
                .resumed("2026-03-10")
                .paused("2026-03-03");

        assertThat(course.standing("2026-03-10").state()).isEqualTo(State.PAUSED);
        assertThat(other.standing("2026-03-10").state()).isEqualTo(State.PAUSED);
    }

    @Test
    void a_pause_resumed_on_its_own_day_never_held() {
        var course = course("esk-trd-us", "2026-03-02").paused("2026-03-03").resumed("2026-03-03");

        assertThat(course.standing("2026-03-03").state()).isEqualTo(State.NOT_STARTED);
    }
}
