package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static io.upswing.series.CourseFixture.lapseDecided;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R14, section 5: what is decided on a course that lapsed, and when such a decision is accepted. Lapsed from 31 March. */
class LapsesTest {
    @ParameterizedTest
    @CsvSource({"2026-03-30, not-lapsed", "2026-03-31, accepted", "2026-06-01, accepted"})
    void only_a_lapse_is_decided(String on, String expected) {
        assertThat(judged(lapsed(), "RESUME", on)).isEqualTo(expected);
    }

    @Test
    void a_lapse_is_decided_once() {
        var resumed = lapsed().lapse("RESUME", "2026-04-03");

        assertThat(judged(resumed, "REINDUCE", "2026-04-03")).isEqualTo("already-decided");
        assertThat(judged(resumed, "REINDUCE", "2026-04-10")).isEqualTo("already-decided");
        assertThat(judged(resumed, "REINDUCE", "2026-04-01")).isEqualTo("already-decided");
    }

    @Test
    void the_next_lapse_is_decided_anew() {
        var again = lapsed().lapse("RESUME", "2026-04-03").given("2026-04-06");

        assertThat(judged(again, "RESUME", "2026-05-04")).isEqualTo("not-lapsed");
        assertThat(judged(again, "RESUME", "2026-05-05")).isEqualTo("accepted");
        assertThat(judged(lapsed().given("2026-04-06").lapse("RESUME", "2026-05-05"), "RESUME", "2026-04-03"))
                .isEqualTo("accepted");
    }

    @Test
    void a_course_that_is_over_or_paused_is_not_lapsed() {
        assertThat(judged(lapsed().closed("2026-04-01"), "RESUME", "2026-04-01"))
                .isEqualTo("course-over");
        assertThat(judged(lapsed().lapse("STEP_BACK", "2026-04-01"), "RESUME", "2026-04-01"))
                .isEqualTo("course-over");
        assertThat(judged(lapsed().paused("2026-04-01"), "RESUME", "2026-04-01"))
                .isEqualTo("not-lapsed");
    }

    @Test
    void resuming_asks_no_more_and_stays_lapsed_until_the_next_session() {
        var course = lapsed().lapse("RESUME", "2026-04-03");

        assertThat(codes(course, "2026-04-02")).containsExactly("LAPSE_DECISION");
        assertThat(course.standing("2026-04-03").state()).isEqualTo(State.LAPSED);
        assertThat(codes(course, "2026-04-03")).isEmpty();
        assertThat(course.standing("2026-04-03").dueItems())
                .extracting(DueItem::kind)
                .doesNotContain(DueItem.Kind.LAPSE_DECISION);
        assertThat(course.given("2026-04-06").standing("2026-04-06").state()).isEqualTo(State.NOT_DUE);
    }

    @ParameterizedTest
    @CsvSource({"REINDUCE", "STEP_BACK"})
    void the_others_end_the_course(String outcome) {
        var course = lapsed().lapse(outcome, "2026-04-03");

        assertThat(course.standing("2026-04-02").state()).isEqualTo(State.LAPSED);
        assertThat(course.standing("2026-04-03").state()).isEqualTo(State.STOPPED);
        assertThat(course.standing("2026-04-03").dueItems()).isEmpty();
    }

    @Test
    void a_decision_that_was_taken_back_never_was() {
        var course = lapsed();
        var decision = course.nextId();
        course.lapse("REINDUCE", "2026-04-03").voided(decision, null);

        assertThat(course.standing("2026-04-03").state()).isEqualTo(State.LAPSED);
        assertThat(judged(course, "RESUME", "2026-04-03")).isEqualTo("accepted");
    }

    private static CourseFixture lapsed() {
        return course("iv-racemic-series", "2026-03-02").given("2026-03-02");
    }

    private static List<String> codes(CourseFixture course, String asOf) {
        return course.standing(asOf).prompts().stream()
                .map(Standing.Prompt::code)
                .toList();
    }

    private static String judged(CourseFixture course, String outcome, String on) {
        return Decisions.lapse(course.facts(), lapseDecided(outcome, on))
                .map(Refusal::code)
                .orElse("accepted");
    }
}
