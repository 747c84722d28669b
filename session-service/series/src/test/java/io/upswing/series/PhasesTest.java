package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.State;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SessionVoided;
import org.junit.jupiter.api.Test;

/** R5 and R7: in which phase a course is, and in which phase a session falls on the day that changes it. */
class PhasesTest {
    static final String[] EIGHT = {
        "2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26"
    };

    @Test
    void time_alone_never_changes_a_phase() {
        var standing = course("esk-trd-us", "2026-03-02").given(EIGHT).standing("2026-06-01");

        assertThat(standing.phase()).isEqualTo("induction");
    }

    @Test
    void on_the_day_of_the_decision_the_next_phase_has_begun() {
        var course = induced().continued("2026-03-27");

        assertThat(course.standing("2026-03-26").phase()).isEqualTo("induction");
        assertThat(course.standing("2026-03-27").phase()).isEqualTo("weekly");
        assertThat(course.standing("2026-03-27").given()).isZero();
        assertThat(course.standing("2026-03-27").planned()).isEqualTo(4);
    }

    @Test
    void the_session_that_completes_the_phase_stays_in_it_when_the_decision_is_of_that_day() {
        var standing = induced().continued("2026-03-26").standing("2026-03-26");

        assertThat(standing.phase()).isEqualTo("weekly");
        assertThat(standing.given()).isZero();
        assertThat(standing.givenInTotal()).isEqualTo(8);
    }

    @Test
    void a_session_on_the_day_of_the_decision_is_of_the_next_phase_once_all_planned_were_given() {
        var standing = induced().given("2026-04-02").continued("2026-04-02").standing("2026-04-02");

        assertThat(standing.phase()).isEqualTo("weekly");
        assertThat(standing.given()).isEqualTo(1);
    }

    @Test
    void a_session_on_the_day_of_the_decision_is_of_the_old_phase_while_planned_ones_were_missing() {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-29")
                .continued("2026-03-29")
                .standing("2026-03-29");

        assertThat(standing.phase()).isEqualTo("weekly");
        assertThat(standing.given()).isZero();
    }

    @Test
    void of_two_sessions_on_the_day_of_the_decision_the_second_may_be_of_the_next_phase() {
        var standing = induced().given("2026-03-26").continued("2026-03-26").standing("2026-03-26");

        assertThat(standing.given()).isEqualTo(1);
        assertThat(standing.flags()).extracting(Flag::code).containsExactly(Flag.SAME_DAY, Flag.OVER_WEEK_CAP);
    }

    @Test
    void the_fourth_weekly_session_begins_the_open_phase() {
        var course = weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");

        assertThat(course.standing("2026-04-22").phase()).isEqualTo("weekly");
        assertThat(course.standing("2026-04-22").given()).isEqualTo(3);
        assertThat(course.standing("2026-04-23").phase()).isEqualTo("individualised");
        assertThat(course.standing("2026-04-23").given()).isZero();
        assertThat(course.standing("2026-04-23").planned()).isNull();
        assertThat(course.standing("2026-04-23").intervalDays()).isEqualTo(7);
    }

    @Test
    void an_interval_decision_begins_the_open_phase_early_for_sessions_from_its_date_on() {
        var course = weekly("2026-04-02", "2026-04-09").interval(14, "2026-04-09");

        assertThat(course.standing("2026-04-08").phase()).isEqualTo("weekly");
        assertThat(course.standing("2026-04-08").given()).isEqualTo(1);
        assertThat(course.standing("2026-04-09").phase()).isEqualTo("individualised");
        assertThat(course.standing("2026-04-09").given()).isEqualTo(1);
        assertThat(course.standing("2026-04-09").next().targetTo()).isEqualTo("2026-04-23");
    }

    @Test
    void an_interval_decision_of_the_day_of_the_continuation_skips_the_weekly_phase() {
        var standing =
                induced().continued("2026-03-27").interval(14, "2026-03-27").standing("2026-03-27");

        assertThat(standing.phase()).isEqualTo("individualised");
        assertThat(standing.next().targetTo()).isEqualTo("2026-04-09");
    }

    @Test
    void an_interval_decision_from_before_the_continuation_does_not_end_the_weekly_phase() {
        var standing =
                induced().interval(14, "2026-03-20").continued("2026-03-27").standing("2026-04-01");

        assertThat(standing.phase()).isEqualTo("weekly");
    }

    @Test
    void voiding_the_continuation_puts_later_sessions_back_into_the_phase() {
        var course = induced();
        var decision = course.nextId();
        course.continued("2026-03-27")
                .given("2026-04-02")
                .record(new RecordVoided(CourseFixture.COURSE, decision, null, "wrong patient"));

        assertThat(course.standing("2026-04-02").phase()).isEqualTo("induction");
        assertThat(course.standing("2026-04-02").given()).isEqualTo(9);
        assertThat(course.standing("2026-04-02").state()).isEqualTo(State.GATE_PENDING);
    }

    @Test
    void a_decision_holds_although_the_session_that_opened_the_gate_is_voided_later() {
        var course = induced().continued("2026-03-27");
        course.record(new SessionVoided(CourseFixture.COURSE, CourseFixture.id(8), "wrong patient"));

        assertThat(course.standing("2026-03-28").phase()).isEqualTo("weekly");
        assertThat(course.standing("2026-03-28").givenInTotal()).isEqualTo(7);
    }

    @Test
    void sessions_in_a_pause_or_after_the_end_count_and_change_no_state() {
        var paused = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .paused("2026-03-03")
                .given("2026-03-05");
        var stopped = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .stopped("2026-03-03")
                .given("2026-03-05");

        assertThat(paused.standing("2026-03-06").state()).isEqualTo(State.PAUSED);
        assertThat(paused.standing("2026-03-06").given()).isEqualTo(2);
        assertThat(stopped.standing("2026-03-06").state()).isEqualTo(State.STOPPED);
        assertThat(stopped.standing("2026-03-06").given()).isEqualTo(2);
    }

    static CourseFixture induced() {
        return course("esk-trd-us", "2026-03-02").given(EIGHT);
    }

    static CourseFixture weekly(String... dates) {
        return induced().continued("2026-03-27").given(dates);
    }
}
