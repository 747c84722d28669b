package io.upswing.series;

import static io.upswing.series.CourseFixture.benefit;
import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.SessionEvent.IntervalDecided;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R6, R8, R12, R13: what is accepted, judged as of the decision's own date. */
class DecisionsTest {
    private static final String ACCEPTED = "accepted";

    @ParameterizedTest
    @CsvSource({
        "CONTINUE, 2026-03-25, , , gate-not-open",
        "CONTINUE, 2026-03-26, , , accepted",
        "CONTINUE, 2026-05-01, , , accepted",
        "CONTINUE, 2026-03-26, 7, , interval-not-expected",
        "EXTEND, 2026-03-25, , 2026-04-06, gate-not-open",
        "EXTEND, 2026-03-26, , 2026-04-06, accepted",
        "EXTEND, 2026-03-26, , 2026-03-27, accepted",
        "EXTEND, 2026-03-26, , 2026-03-26, review-needed",
        "EXTEND, 2026-03-26, , , review-needed",
        "COMPLETE, 2026-03-03, , , accepted",
        "STOP, 2026-03-03, , , accepted",
        "STOP, 2026-03-03, 7, , interval-not-expected",
    })
    void at_the_gate_of_a_full_induction(String outcome, String on, Integer days, String review, String expected) {
        assertThat(judged(PhasesTest.induced(), outcome, on, days, review)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTINUE, 2026-03-27, already-decided",
        "CONTINUE, 2026-03-26, accepted",
        "STOP, 2026-03-27, already-decided",
        "COMPLETE, 2026-04-20, already-decided",
        "EXTEND, 2026-04-20, already-decided",
    })
    void after_a_continuation_of_27_march(String outcome, String on, String expected) {
        var review = outcome.equals("EXTEND") ? "2026-05-01" : null;

        assertThat(judged(PhasesTest.induced().continued("2026-03-27"), outcome, on, null, review))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTINUE, 2026-04-05, gate-not-open",
        "CONTINUE, 2026-04-06, accepted",
        "STOP, 2026-04-05, accepted",
    })
    void between_an_extension_and_its_review(String outcome, String on, String expected) {
        assertThat(judged(PhasesTest.induced().extended("2026-03-27", "2026-04-06"), outcome, on, null, null))
                .isEqualTo(expected);
    }

    @Test
    void nothing_is_decided_at_the_gate_of_a_course_that_is_over() {
        assertThat(judged(PhasesTest.induced().stopped("2026-03-27"), "CONTINUE", "2026-03-28", null, null))
                .isEqualTo("already-decided");
        assertThat(judged(PhasesTest.induced().closed("2026-03-27"), "CONTINUE", "2026-03-28", null, null))
                .isEqualTo("course-over");
        assertThat(judged(PhasesTest.induced().closed("2026-03-27"), "STOP", "2026-03-26", null, null))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void nothing_follows_the_acute_phase_of_mdsi() {
        var course = course("esk-mdsi-us", "2026-03-03").given("2026-03-03");

        assertThat(judged(course, "CONTINUE", "2026-03-30", null, null)).isEqualTo("no-next-phase");
        assertThat(judged(course, "EXTEND", "2026-03-30", null, "2026-04-10")).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        ", interval-needed",
        "6, interval-not-allowed",
        "7, accepted",
        "84, accepted",
        "85, interval-not-allowed",
    })
    void into_maintenance_a_continuation_names_the_interval(Integer days, String expected) {
        var course = course("iv-racemic-series", "acute-weekly", "2026-03-02")
                .given("2026-03-02", "2026-03-09", "2026-03-16");

        assertThat(judged(course, "CONTINUE", "2026-03-16", days, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26, 14, no-interval-in-this-phase",
        "2026-03-27, 14, accepted",
        "2026-04-23, 7, accepted",
        "2026-04-23, 14, accepted",
        "2026-04-23, 21, accepted",
        "2026-04-23, 28, accepted",
        "2026-04-23, 13, interval-not-allowed",
        "2026-04-23, 35, interval-not-allowed",
        "2026-04-23, 0, interval-not-allowed",
    })
    void an_interval_is_decided_outside_gated_phases(String from, int days, String expected) {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");

        assertThat(interval(course, days, from)).isEqualTo(expected);
    }

    @Test
    void there_is_one_interval_decision_a_date() {
        var course = PhasesTest.weekly("2026-04-02").interval(14, "2026-05-01");

        assertThat(interval(course, 7, "2026-05-01")).isEqualTo("interval-not-allowed");
        assertThat(interval(course, 7, "2026-05-02")).isEqualTo(ACCEPTED);
    }

    @Test
    void a_continuation_with_an_interval_is_the_decision_of_its_date() {
        var course = course("iv-racemic-series", "acute-weekly", "2026-03-02")
                .given("2026-03-02", "2026-03-09", "2026-03-16")
                .continued("2026-03-17", 14);

        assertThat(interval(course, 21, "2026-03-17")).isEqualTo("interval-not-allowed");
        assertThat(interval(course, 21, "2026-03-18")).isEqualTo(ACCEPTED);
        assertThat(interval(course.closed("2026-03-18"), 21, "2026-03-18")).isEqualTo("course-over");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25, accepted", "2026-03-26, gate-pending", "2026-04-02, gate-pending"})
    void no_dose_is_given_while_the_gate_waits(String on, String expected) {
        assertThat(code(Decisions.dose(PhasesTest.induced().facts(), LocalDate.parse(on))))
                .isEqualTo(expected);
    }

    @Test
    void a_dose_is_given_once_the_gate_is_decided_or_extended_up_to_its_review() {
        var continued = PhasesTest.induced().continued("2026-03-27").facts();
        var extended = PhasesTest.induced().extended("2026-03-27", "2026-04-06").facts();

        assertThat(Decisions.dose(continued, LocalDate.parse("2026-04-02"))).isEmpty();
        assertThat(Decisions.dose(extended, LocalDate.parse("2026-04-05"))).isEmpty();
        assertThat(code(Decisions.dose(extended, LocalDate.parse("2026-04-06"))))
                .isEqualTo("gate-pending");
    }

    @Test
    void a_course_is_paused_once_at_a_time_and_resumed_from_a_pause() {
        var running = course("esk-trd-us", "2026-03-02");
        var paused = course("esk-trd-us", "2026-03-02").paused("2026-03-10");
        var over = course("esk-trd-us", "2026-03-02").closed("2026-03-10");
        var day = LocalDate.parse("2026-03-10");

        assertThat(code(Decisions.pause(running.facts(), day))).isEqualTo(ACCEPTED);
        assertThat(code(Decisions.pause(paused.facts(), day))).isEqualTo("already-paused");
        assertThat(code(Decisions.pause(over.facts(), day))).isEqualTo("course-over");
        assertThat(code(Decisions.resumption(running.facts(), day))).isEqualTo("not-paused");
        assertThat(code(Decisions.resumption(paused.facts(), day))).isEqualTo(ACCEPTED);
        assertThat(code(Decisions.resumption(over.facts(), day))).isEqualTo("course-over");
        assertThat(code(Decisions.closure(running.facts(), day))).isEqualTo(ACCEPTED);
        assertThat(code(Decisions.closure(over.facts(), day))).isEqualTo("course-over");
        assertThat(code(Decisions.closure(over.facts(), day.minusDays(1)))).isEqualTo(ACCEPTED);
    }

    @Test
    void a_pause_that_could_not_hold_is_refused_and_a_resumption_that_is_accepted_ends_the_pause() {
        var planned = course("esk-trd-us", "2026-03-02").paused("2026-03-20").paused("2026-03-10");
        var day = LocalDate.parse("2026-03-20");

        assertThat(code(Decisions.resumption(planned.facts(), day))).isEqualTo(ACCEPTED);
        var resumed = planned.resumed("2026-03-20");
        assertThat(code(Decisions.resumption(resumed.facts(), day))).isEqualTo("not-paused");
        assertThat(code(Decisions.pause(resumed.facts(), day))).isEqualTo("resumed-that-day");
        assertThat(code(Decisions.pause(resumed.facts(), day.plusDays(1)))).isEqualTo(ACCEPTED);
    }

    private static String judged(CourseFixture course, String outcome, String on, Integer days, String review) {
        return code(Decisions.benefit(course.facts(), benefit(outcome, on, days, review)));
    }

    private static String interval(CourseFixture course, int days, String from) {
        var decision = new IntervalDecided(CourseFixture.COURSE, days, LocalDate.parse(from), "Dr Osei", null);
        return code(Decisions.interval(course.facts(), decision));
    }

    private static String code(Optional<Refusal> refusal) {
        return refusal.map(Refusal::code).orElse(ACCEPTED);
    }
}
