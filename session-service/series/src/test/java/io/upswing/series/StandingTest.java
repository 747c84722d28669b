package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Standing.Prompt;
import io.upswing.series.Standing.Shortfall;
import io.upswing.series.Standing.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R1 to R15 where a whole standing says more than its dates. Dates alone are in the published table of cases. */
class StandingTest {
    @Test
    void two_sessions_fill_the_treatment_week() {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05")
                .standing("2026-03-06");

        assertThat(standing.given()).isEqualTo(2);
        assertThat(standing.planned()).isEqualTo(8);
        assertThat(standing.state()).isEqualTo(State.NOT_DUE);
        assertThat(standing.next()).isEqualTo(next("2026-03-09", "2026-03-09", "2026-03-09", "2026-03-12"));
        assertThat(standing.because())
                .filteredOn(because -> because.rule().equals("R10"))
                .singleElement()
                .satisfies(because -> {
                    assertThat(because.text())
                            .isEqualTo(
                                    "The next session of induction is planned 3 to 4 days after 2026-03-05, at least 2"
                                            + " and at most 7. The treatment week before 2026-03-09 already holds the"
                                            + " most that a week may: 2.");
                    assertThat(because.source()).startsWith("P: ");
                    assertThat(because.events()).containsExactly(CourseFixture.id(2));
                });
    }

    @Test
    void says_what_the_contract_shows() {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .noShow("2026-03-12")
                .standing("2026-03-13");

        assertThat(standing.state()).isEqualTo(State.WINDOW_OPEN);
        assertThat(standing.phase()).isEqualTo("induction");
        assertThat(standing.treatmentWeek()).isEqualTo(2);
        assertThat(standing.given()).isEqualTo(3);
        assertThat(standing.day1()).isEqualTo("2026-03-02");
        assertThat(standing.lastSession()).isEqualTo("2026-03-09");
        assertThat(standing.next()).isEqualTo(next("2026-03-11", "2026-03-12", "2026-03-13", "2026-03-16"));
        assertThat(standing.gates())
                .containsExactly(
                        new Gate("benefit", Gate.State.NOT_OPEN, null, LocalDate.parse("2026-03-29"), null, null));
        assertThat(standing.noShows()).isEqualTo(1);
        assertThat(standing.missedTargets()).isZero();
        assertThat(standing.lapsesOn()).isEqualTo("2026-04-07");
        assertThat(standing.flags()).isEmpty();
    }

    @Test
    void a_fact_entered_late_gives_what_it_would_have_given_in_time() {
        var inTime = course("esk-trd-us", "2026-03-02").given("2026-03-02", "2026-03-05", "2026-03-09");
        var late = course("esk-trd-us", "2026-03-02").given("2026-03-09", "2026-03-02", "2026-03-05");

        assertThat(late.standing("2026-03-13"))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*because.*", "dueItems.*subject")
                .isEqualTo(inTime.standing("2026-03-13"));
    }

    @Test
    void facts_after_the_date_asked_about_are_not_considered() {
        var course = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .paused("2026-03-20")
                .closed("2026-04-20");

        assertThat(course.standing("2026-03-08").givenInTotal()).isEqualTo(2);
        assertThat(course.standing("2026-03-19").state()).isEqualTo(State.OVERDUE);
        assertThat(course.standing("2026-03-20").state()).isEqualTo(State.PAUSED);
        assertThat(course.standing("2026-04-19").state()).isEqualTo(State.PAUSED);
        assertThat(course.standing("2026-04-20").state()).isEqualTo(State.STOPPED);
    }

    @Test
    void a_course_that_was_not_started_asks_for_a_start() {
        var course = course("esk-trd-us", "2026-03-02");

        assertThat(course.standing("2026-03-16").prompts()).isEmpty();
        assertThat(course.standing("2026-03-17").prompts())
                .extracting(Prompt::code)
                .containsExactly("START_OVERDUE");
        assertThat(course.standing("2026-03-17").state()).isEqualTo(State.NOT_STARTED);
        assertThat(course.standing("2026-03-17").treatmentWeek()).isNull();
        assertThat(course.standing("2026-03-17").lapsesOn()).isNull();
    }

    @Test
    void a_lapse_asks_for_a_decision_and_names_the_last_session() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");

        assertThat(course.standing("2026-03-30").prompts()).isEmpty();
        assertThat(course.standing("2026-03-31").state()).isEqualTo(State.LAPSED);
        assertThat(course.standing("2026-03-31").prompts())
                .containsExactly(new Prompt(
                        "LAPSE_DECISION",
                        "No session since 2026-03-02, lapsed from 2026-03-31: resume, re-induce or step back.",
                        List.of(CourseFixture.id(1).toString())));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15,''", "2026-03-16,2:1", "2026-03-23,2:1 3:2", "2026-03-30,2:1 3:2 4:2"})
    void ended_weeks_with_too_few_sessions_are_listed(String asOf, String expected) {
        var standing = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .standing(asOf);

        assertThat(text(standing)).isEqualTo(expected);
    }

    @Test
    void a_week_for_which_nothing_was_planned_any_more_lacks_nothing() {
        var course = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-23");

        assertThat(text(course.standing("2026-04-20"))).isEqualTo("3:1");
    }

    @Test
    void an_extended_phase_keeps_its_frequency() {
        var course = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19")
                .extended("2026-03-20", "2026-04-06");

        assertThat(text(course.standing("2026-04-06"))).isEqualTo("4:2 5:2");
    }

    @Test
    void no_week_is_counted_from_the_end_of_the_course_on() {
        var course = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02", "2026-03-05")
                .closed("2026-03-16");

        assertThat(text(course.standing("2026-05-01"))).isEqualTo("2:2");
    }

    @Test
    void weeks_are_counted_for_ten_years_at_most() {
        var standing = course("esk-trd-us", "2026-03-02").given("0206-03-02").standing("2026-03-02");

        assertThat(standing.weekShortfall()).hasSize(520);
    }

    private static String text(Standing standing) {
        return String.join(
                " ",
                standing.weekShortfall().stream()
                        .map((Shortfall shortfall) -> shortfall.week() + ":" + shortfall.missing())
                        .toList());
    }

    private static Next next(String earliest, String targetFrom, String targetTo, String latest) {
        return new Next(
                DueItem.Kind.SESSION,
                LocalDate.parse(earliest),
                LocalDate.parse(targetFrom),
                LocalDate.parse(targetTo),
                LocalDate.parse(latest),
                false);
    }
}
