package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void while_paused_neither_a_session_nor_a_measure_nor_a_lapse_decision_is_pending() {
        var standing = PhasesTest.induced().paused("2026-03-27").standing("2026-03-28");

        assertThat(standing.next()).isNull();
        assertThat(standing.lapsesOn()).isNull();
        assertThat(standing.dueItems())
                .extracting(DueItem::kind)
                .containsOnly(DueItem.Kind.GATE, DueItem.Kind.CHECK_IN, DueItem.Kind.REMS_FORM);
        assertThat(standing.because()).extracting(Because::rule).contains("R13");
    }

    /** {@code recorded}: P a pause from, R a resumption on a day of March. */
    @ParameterizedTest
    @ValueSource(strings = {"P10 P20 R20", "P20 P10 R20", "R20 P20 P10", "P10 R20 P20", "P20 R20 P10"})
    void a_resumption_ends_every_pause_begun_up_to_its_day(String recorded) {
        var course = recorded(recorded);

        assertThat(course.standing("2026-03-19").state()).isEqualTo(State.PAUSED);
        assertThat(course.standing("2026-03-20").state()).isEqualTo(State.NOT_STARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P10 R15 P20", "P20 P10 R15", "R15 P20 P10"})
    void a_pause_that_begins_after_the_resumption_holds(String recorded) {
        var course = recorded(recorded);

        assertThat(course.standing("2026-03-14").state()).isEqualTo(State.PAUSED);
        assertThat(course.standing("2026-03-19").state()).isEqualTo(State.NOT_STARTED);
        assertThat(course.standing("2026-03-20").state()).isEqualTo(State.PAUSED);
    }

    @Test
    void a_course_is_paused_since_the_first_of_its_pauses() {
        var standing = recorded("P20 P10").standing("2026-03-25");

        assertThat(standing.because()).extracting(Because::text).anyMatch(text -> text.contains("since 2026-03-10"));
    }

    private static CourseFixture recorded(String facts) {
        var course = course("esk-trd-us", "2026-03-02");
        for (var fact : facts.split(" ")) {
            var day = "2026-03-" + fact.substring(1);
            course = fact.startsWith("P") ? course.paused(day) : course.resumed(day);
        }
        return course;
    }

    @Test
    void a_pause_resumed_on_its_own_day_never_held() {
        var course = course("esk-trd-us", "2026-03-02").paused("2026-03-03").resumed("2026-03-03");

        assertThat(course.standing("2026-03-03").state()).isEqualTo(State.NOT_STARTED);
    }
}
