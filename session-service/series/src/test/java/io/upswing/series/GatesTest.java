package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R6, R8 and R12: when a gate opens and is due, and which window it leaves. */
class GatesTest {
    private static final String[] SIX = {
        "2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19"
    };

    @ParameterizedTest
    @CsvSource({
        "2026-03-25, NOT_OPEN, , 2026-03-29",
        "2026-03-26, OPEN, 2026-03-26, 2026-03-29",
        "2026-03-29, OPEN, 2026-03-26, 2026-03-29",
        "2026-03-30, OVERDUE, 2026-03-26, 2026-03-29",
    })
    void opens_with_the_last_planned_session(String asOf, Gate.State state, String opensOn, String dueOn) {
        assertThat(text(PhasesTest.induced().standing(asOf))).isEqualTo(state + " " + opensOn + " " + dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, NOT_OPEN, , 2026-03-29",
        "2026-03-29, OPEN, 2026-03-29, 2026-03-29",
        "2026-03-30, OVERDUE, 2026-03-29, 2026-03-29",
    })
    void opens_on_the_last_day_when_sessions_are_missing(String asOf, Gate.State state, String opensOn, String dueOn) {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02", "2026-03-26");

        assertThat(text(course.standing(asOf))).isEqualTo(state + " " + opensOn + " " + dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-18, NOT_OPEN, , ",
        "2026-03-19, OPEN, 2026-03-19, 2026-03-26",
        "2026-03-26, OPEN, 2026-03-19, 2026-03-26",
        "2026-03-27, OVERDUE, 2026-03-19, 2026-03-26",
    })
    void without_a_last_day_it_is_due_a_week_after_the_last_planned_session(
            String asOf, Gate.State state, String opensOn, String dueOn) {
        var course = course("iv-racemic-series", "2026-03-02").given(SIX);

        assertThat(text(course.standing(asOf))).isEqualTo(state + " " + opensOn + " " + dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30, NOT_OPEN, 2026-04-06",
        "2026-04-05, NOT_OPEN, 2026-04-06",
        "2026-04-06, OPEN, 2026-04-06",
        "2026-04-07, OVERDUE, 2026-04-06",
    })
    void an_extension_opens_it_again_on_the_day_of_review(String asOf, Gate.State state, String review) {
        var standing = PhasesTest.induced().extended("2026-03-27", "2026-04-06").standing(asOf);

        assertThat(text(standing)).isEqualTo(state + " " + review + " " + review);
        assertThat(standing.gates().getFirst().outcome()).isEqualTo("EXTEND");
        assertThat(standing.planned()).isEqualTo(8);
        assertThat(standing.next().provisional()).isEqualTo(state != Gate.State.NOT_OPEN);
        assertThat(standing.next().earliest()).isEqualTo("2026-03-30");
    }

    @Test
    void the_latest_extension_counts_whenever_it_was_entered() {
        var course = PhasesTest.induced().extended("2026-04-06", "2026-04-20").extended("2026-03-27", "2026-04-06");

        assertThat(text(course.standing("2026-04-10"))).isEqualTo("NOT_OPEN 2026-04-20 2026-04-20");
    }

    @Test
    void decisions_of_one_date_apply_in_their_order_however_they_were_recorded() {
        for (var course : List.of(
                PhasesTest.induced()
                        .extended("2026-03-27", "2026-04-06")
                        .continued("2026-03-27")
                        .stopped("2026-03-27"),
                PhasesTest.induced()
                        .stopped("2026-03-27")
                        .continued("2026-03-27")
                        .extended("2026-03-27", "2026-04-06"))) {
            var standing = course.standing("2026-03-27");

            assertThat(standing.state()).isEqualTo(State.STOPPED);
            assertThat(standing.phase()).isEqualTo("weekly");
            assertThat(standing.gates().getFirst().outcome()).isEqualTo("CONTINUE");
            assertThat(standing.gates().getFirst().opensOn()).isEqualTo("2026-04-06");
        }
    }

    @Test
    void a_stop_says_how_a_course_ended_the_first_end_says_when() {
        var standing = PhasesTest.induced()
                .completed("2026-03-27")
                .closed("2026-04-10")
                .standing("2026-04-10");

        assertThat(standing.state()).isEqualTo(State.STOPPED);
        assertThat(standing.because())
                .filteredOn(reason -> reason.rule().equals("R13"))
                .extracting(Because::text)
                .containsExactly("The course has been over since 2026-03-27: no session is due.");
    }

    @Test
    void a_decided_gate_stays_as_it_was_and_is_listed_in_later_phases() {
        var gates = PhasesTest.weekly("2026-04-02").standing("2026-05-01").gates();

        assertThat(gates).singleElement().satisfies(gate -> {
            assertThat(gate.state()).isEqualTo(Gate.State.DECIDED);
            assertThat(gate.opensOn()).isEqualTo("2026-03-26");
            assertThat(gate.outcome()).isEqualTo("CONTINUE");
            assertThat(gate.decidedOn()).isEqualTo("2026-03-27");
        });
    }

    @Test
    void of_two_gates_each_is_told_by_its_own_events() {
        var course = CourseFixture.course(
                        CourseFixture.gatedTwice(CourseFixture.schedule("esk-trd-us", null)), "2026-03-02")
                .given(PhasesTest.EIGHT)
                .continued("2026-03-27")
                .given("2026-04-02");

        assertThat(course.standing("2026-04-03").because())
                .filteredOn(reason -> reason.rule().equals("R6"))
                .extracting(Because::events)
                .containsExactly(List.of(CourseFixture.id(8), CourseFixture.id(9)), List.of());
    }

    @Test
    void with_all_planned_sessions_given_the_weekly_window_may_be_booked_not_administered() {
        var standing = PhasesTest.induced().standing("2026-03-28");

        assertThat(standing.state()).isEqualTo(State.GATE_PENDING);
        assertThat(standing.next().provisional()).isTrue();
        assertThat(standing.next().earliest()).isEqualTo("2026-03-31");
        assertThat(standing.next().targetTo()).isEqualTo("2026-04-02");
        assertThat(standing.because()).extracting(Because::rule).contains("R6", "R10", "R12", "R14");
    }

    @Test
    void with_sessions_missing_the_window_of_the_phase_itself_is_provisional() {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-26")
                .standing("2026-03-29");

        assertThat(standing.state()).isEqualTo(State.GATE_PENDING);
        assertThat(standing.next().provisional()).isTrue();
        assertThat(standing.next().earliest()).isEqualTo("2026-03-28");
    }

    @Test
    void before_an_open_phase_the_gate_leaves_no_window_and_no_lapse() {
        var standing = course("iv-racemic-series", "2026-03-02").given(SIX).standing("2026-06-01");

        assertThat(standing.state()).isEqualTo(State.GATE_PENDING);
        assertThat(standing.next()).isNull();
        assertThat(standing.lapsesOn()).isNull();
        assertThat(standing.missedTargets()).isZero();
    }

    @Test
    void where_nothing_follows_there_is_no_window_after_the_last_day() {
        var course = course("esk-mdsi-us", "2026-03-03").given("2026-03-03", "2026-03-27");

        assertThat(course.standing("2026-03-30").next()).isNotNull();
        assertThat(course.standing("2026-03-30").next().provisional()).isTrue();
        assertThat(course.standing("2026-03-31").next()).isNull();
        assertThat(course.standing("2026-03-31").lapsesOn()).isNull();
        assertThat(course.standing("2026-06-30").state()).isEqualTo(State.GATE_PENDING);
    }

    @Test
    void where_nothing_follows_an_extension_brings_the_window_back() {
        var course = course("esk-mdsi-us", "2026-03-03")
                .given("2026-03-03", "2026-03-27")
                .extended("2026-03-30", "2026-04-06");

        assertThat(course.standing("2026-03-31").next().provisional()).isFalse();
        assertThat(course.standing("2026-04-07").next().provisional()).isTrue();
    }

    @Test
    void the_frequency_gate_opens_with_its_phase_and_blocks_nothing() {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");

        assertThat(course.standing("2026-04-22").gates()).extracting(Gate::id).containsExactly("benefit");
        var gate = course.standing("2026-05-01").gates().getLast();
        assertThat(gate.id()).isEqualTo("frequency");
        assertThat(gate.state()).isEqualTo(Gate.State.OVERDUE);
        assertThat(gate.opensOn()).isEqualTo("2026-04-23");
        assertThat(gate.dueOn()).isEqualTo("2026-04-30");
        assertThat(course.standing("2026-04-30").gates().getLast().state()).isEqualTo(Gate.State.OPEN);
        assertThat(course.standing("2026-04-30").state()).isEqualTo(State.WINDOW_OPEN);
    }

    @Test
    void the_first_interval_decision_decides_the_frequency_gate() {
        var gate = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23")
                .interval(14, "2026-04-27")
                .interval(7, "2026-06-01")
                .standing("2026-06-02")
                .gates()
                .getLast();

        assertThat(gate.state()).isEqualTo(Gate.State.DECIDED);
        assertThat(gate.decidedOn()).isEqualTo("2026-04-27");
        assertThat(gate.outcome()).isEqualTo("14 days");
    }

    @Test
    void an_open_phase_without_a_default_has_no_frequency_gate() {
        var gates = course("iv-racemic-series", "2026-03-02")
                .given(SIX)
                .continued("2026-03-20", 14)
                .standing("2026-03-21")
                .gates();

        assertThat(gates).extracting(Gate::id).containsExactly("benefit");
    }

    @Test
    void what_is_decided_after_the_gates_decision_moves_nothing() {
        var course = course("iv-racemic-series", "2026-03-02")
                .given(SIX)
                .continued("2026-03-26", 14)
                .stopped("2026-03-20");

        var standing = course.standing("2026-03-27");
        assertThat(standing.state()).isEqualTo(State.STOPPED);
        assertThat(standing.phase()).isEqualTo("acute");
        assertThat(standing.given()).isEqualTo(6);
        assertThat(standing.gates()).extracting(Gate::outcome).containsExactly("STOP");
    }

    private static String text(Standing standing) {
        var gate = standing.gates().getFirst();
        return gate.state() + " " + gate.opensOn() + " " + gate.dueOn();
    }
}
