package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R16: what a clinician is asked to decide on, at each boundary, and on what it rests. */
class PromptsTest {
    @ParameterizedTest
    @CsvSource({"10, ", "11, WORSENING", "7, "})
    void five_points_above_the_best_is_worsening(int score, String code) {
        var course = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .scored("PHQ9", 8, "2026-03-04")
                .scored("PHQ9", 6, "2026-03-06")
                .scored("PHQ9", score, "2026-03-10");

        assertThat(codes(course, "2026-03-10")).isEqualTo(code);
        assertThat(codes(course, "2026-03-09")).isNull();
    }

    @Test
    void worsening_names_the_best_and_the_last_score() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");
        var best = course.nextId();
        course.scored("PHQ9", 6, "2026-03-06");
        var last = course.nextId();
        course.scored("PHQ9", 15, "2026-03-10");

        var prompt = course.standing("2026-03-10").prompts().getFirst();

        assertThat(prompt.text())
                .isEqualTo("PHQ-9 is 15 on 2026-03-10, 9 above the best since 2026-03-02, 6 on 2026-03-06.");
        assertThat(prompt.evidence()).containsExactly(best.toString(), last.toString());
        assertThat(course.standing("2026-03-10").because())
                .filteredOn(because -> because.rule().equals("R16"))
                .singleElement()
                .satisfies(because -> assertThat(because.events()).containsExactly(best, last));
    }

    @Test
    void after_the_gate_only_scores_since_the_continuation_are_compared() {
        var course = PhasesTest.induced().scored("PHQ9", 4, "2026-03-26").continued("2026-03-27");
        course.scored("PHQ9", 9, "2026-04-02");

        assertThat(codes(course, "2026-04-02")).isNull();
        assertThat(codes(course.scored("PHQ9", 5, "2026-03-27"), "2026-04-02")).isNull();
        assertThat(codes(course.scored("PHQ9", 4, "2026-03-27"), "2026-04-02")).isEqualTo("WORSENING");
    }

    @Test
    void what_was_scored_before_the_start_is_not_compared() {
        var course = course("esk-trd-us", "2026-03-02")
                .scored("PHQ9", 5, "2026-03-01")
                .given("2026-03-02")
                .scored("PHQ9", 20, "2026-03-04");

        assertThat(codes(course, "2026-03-04")).isNull();
    }

    /** Scenario 20: a baseline of 34. */
    @ParameterizedTest
    @CsvSource({
        "30, 29, , ",
        "30, 29, 28, EARLY_NON_IMPROVEMENT",
        "30, 29, 27, ",
        "30, 27, 28, ",
    })
    void three_infusions_in_a_row_without_a_fifth_less(Integer first, Integer second, Integer third, String code) {
        var course = infused();
        course.scored("MADRS", first, "2026-03-03").scored("MADRS", second, "2026-03-06");
        if (third != null) {
            course.scored("MADRS", third, "2026-03-10");
        }

        assertThat(codes(course, "2026-03-12")).isEqualTo(code);
    }

    @Test
    void a_later_improvement_of_a_fifth_clears_it() {
        var course = flagged();

        assertThat(codes(course, "2026-03-13")).isEqualTo("EARLY_NON_IMPROVEMENT");
        course.scored("MADRS", 26, "2026-03-13");
        assertThat(codes(course, "2026-03-12")).isEqualTo("EARLY_NON_IMPROVEMENT");
        assertThat(codes(course, "2026-03-13")).isNull();
    }

    @Test
    void a_score_counts_for_a_session_up_to_two_days_after_it() {
        var inTime = infused()
                .scored("MADRS", 30, "2026-03-04")
                .scored("MADRS", 29, "2026-03-07")
                .scored("MADRS", 28, "2026-03-11");
        var tooLate = infused()
                .scored("MADRS", 30, "2026-03-04")
                .scored("MADRS", 29, "2026-03-08")
                .scored("MADRS", 28, "2026-03-11");

        assertThat(codes(inTime, "2026-03-12")).isEqualTo("EARLY_NON_IMPROVEMENT");
        assertThat(codes(tooLate, "2026-03-12")).isNull();
    }

    @Test
    void of_several_scores_after_a_session_the_last_counts_and_none_counts_twice() {
        var better = infused()
                .scored("MADRS", 30, "2026-03-03")
                .scored("MADRS", 29, "2026-03-06")
                .scored("MADRS", 28, "2026-03-10")
                .scored("MADRS", 27, "2026-03-11");
        var everyOtherDay = course("iv-racemic-series", "acute-3x", "2026-03-02")
                .scored("MADRS", 34, "2026-03-01")
                .given("2026-03-02", "2026-03-04", "2026-03-06")
                .scored("MADRS", 30, "2026-03-04")
                .scored("MADRS", 30, "2026-03-06");

        assertThat(codes(better, "2026-03-12")).isNull();
        assertThat(codes(everyOtherDay, "2026-03-06")).isNull();
    }

    @Test
    void the_baseline_is_no_result_of_the_first_session() {
        var course = course("iv-racemic-series", "2026-03-02")
                .scored("MADRS", 34, "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .scored("MADRS", 29, "2026-03-06")
                .scored("MADRS", 28, "2026-03-10");

        assertThat(codes(course, "2026-03-10")).isNull();
    }

    @Test
    void only_infusions_are_judged_early() {
        var course = course("im-racemic-series", "2026-03-02")
                .scored("MADRS", 34, "2026-03-01")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .scored("MADRS", 34, "2026-03-03")
                .scored("MADRS", 34, "2026-03-06")
                .scored("MADRS", 34, "2026-03-10");

        assertThat(codes(course, "2026-03-10")).isNull();
    }

    /** Scenario 25. */
    @ParameterizedTest
    @CsvSource({"10, SUGGEST_LONGER", "12, SUGGEST_LONGER", "13, "})
    void at_the_default_of_seven_days_remission_supports_fourteen(int madrs, String code) {
        var course = individualised().scored("MADRS", madrs, "2026-04-30");

        assertThat(codes(course, "2026-04-30")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"12, ", "13, SUGGEST_SHORTER", "15, SUGGEST_SHORTER"})
    void at_fourteen_days_more_than_remission_supports_seven(int madrs, String code) {
        var course = individualised()
                .scored("MADRS", 10, "2026-04-30")
                .interval(14, "2026-04-30")
                .given("2026-05-14")
                .scored("MADRS", madrs, "2026-05-14");

        assertThat(codes(course, "2026-05-14")).isEqualTo(code);
    }

    @Test
    void a_decision_answers_the_scores_up_to_its_date() {
        var course = individualised().scored("MADRS", 10, "2026-04-30").interval(7, "2026-04-30");

        assertThat(codes(course, "2026-04-30")).isNull();
        assertThat(codes(course.scored("MADRS", 10, "2026-05-01"), "2026-05-01"))
                .isEqualTo("SUGGEST_LONGER");
    }

    @Test
    void nothing_is_suggested_outside_an_open_phase() {
        var course = PhasesTest.weekly("2026-04-02").scored("MADRS", 4, "2026-04-09");

        assertThat(codes(course, "2026-04-09")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "14, 10, 10, SUGGEST_LONGER",
        "14, 17, 17, SUGGEST_LONGER", // response, from 34
        "14, 18, 10, ",
        "14, 10, 18, ",
        "84, 10, 10, ",
        "78, 10, 10, ",
        "77, 10, 10, SUGGEST_LONGER",
    })
    void in_maintenance_two_good_visits_suggest_a_week_more(int interval, int first, int second, String code) {
        var course = maintained(interval);
        var one = course.facts().decided().benefits().getLast().on().plusDays(interval);
        course.given(one.toString(), one.plusDays(interval).toString());
        course.scored("MADRS", first, one.minusDays(1).toString());
        course.scored("MADRS", second, one.plusDays(interval).toString());

        var codes = course.standing(one.plusDays(interval).toString()).prompts().stream()
                .map(Standing.Prompt::code)
                .filter(found -> found.startsWith("SUGGEST"))
                .findFirst()
                .orElse(null);

        assertThat(codes).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"14, WORSENING SUGGEST_SHORTER", "13, WORSENING", "7, WORSENING"})
    void in_maintenance_worsening_suggests_a_week_less(int interval, String codes) {
        var course = maintained(interval)
                .given("2026-03-26")
                .scored("PHQ9", 6, "2026-03-26")
                .scored("PHQ9", 11, "2026-03-30");

        assertThat(codes(course, "2026-03-30")).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-27, ", "2026-05-28, REASSESS", "2026-07-01, REASSESS"})
    void four_weeks_after_an_interval_decision_it_is_looked_at(String asOf, String code) {
        var course = reassessed();

        assertThat(codes(course, asOf)).isEqualTo(code);
    }

    @Test
    void a_reassessment_ends_with_a_score_on_or_after_its_day_and_starts_anew_with_a_decision() {
        assertThat(codes(reassessed().scored("MADRS", 12, "2026-05-27"), "2026-05-28"))
                .isEqualTo("REASSESS");
        assertThat(codes(reassessed().scored("CADSS", 3, "2026-05-28"), "2026-05-28"))
                .isEqualTo("REASSESS");
        assertThat(codes(reassessed().scored("PHQ9", 3, "2026-05-28"), "2026-05-28"))
                .isNull();
        assertThat(codes(reassessed().interval(14, "2026-05-20"), "2026-05-28")).isNull();
        assertThat(codes(reassessed().interval(14, "2026-05-20").given("2026-06-10"), "2026-06-17"))
                .isEqualTo("REASSESS");
    }

    @ParameterizedTest
    @CsvSource({"esk-mdsi-us, ANTIDEPRESSANT_MISSING", "esk-trd-eu, ANTIDEPRESSANT_MISSING", "esk-trd-us, "})
    void a_stopped_antidepressant_is_missing_where_the_protocol_asks_for_one(String protocol, String code) {
        var course = course(protocol, "2026-03-03")
                .given("2026-03-03")
                .antidepressant(true, "2026-03-03")
                .antidepressant(false, "2026-03-06");

        assertThat(codes(course, "2026-03-05")).isNull();
        assertThat(codes(course, "2026-03-06")).isEqualTo(code);
        assertThat(codes(course.antidepressant(true, "2026-03-07"), "2026-03-07"))
                .isNull();
    }

    @Test
    void of_two_records_of_one_date_the_one_that_none_is_taken_holds_whichever_came_first() {
        var stopped = course("esk-mdsi-us", "2026-03-03").given("2026-03-03");
        stopped.antidepressant(true, "2026-03-06").antidepressant(false, "2026-03-06");
        var takenAgain = course("esk-mdsi-us", "2026-03-03").given("2026-03-03");
        takenAgain.antidepressant(false, "2026-03-06").antidepressant(true, "2026-03-06");

        assertThat(codes(stopped, "2026-03-06")).isEqualTo("ANTIDEPRESSANT_MISSING");
        assertThat(codes(takenAgain, "2026-03-06")).isEqualTo("ANTIDEPRESSANT_MISSING");
    }

    @Test
    void nobody_is_asked_about_a_course_that_is_over() {
        var course = course("esk-mdsi-us", "2026-03-03")
                .given("2026-03-03")
                .antidepressant(false, "2026-03-06")
                .stopped("2026-03-07");

        assertThat(codes(course, "2026-03-06")).isEqualTo("ANTIDEPRESSANT_MISSING");
        assertThat(codes(course, "2026-03-07")).isNull();
    }

    private static CourseFixture infused() {
        return course("iv-racemic-series", "2026-03-02")
                .scored("MADRS", 34, "2026-03-01")
                .given("2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12");
    }

    private static CourseFixture flagged() {
        return infused()
                .scored("MADRS", 30, "2026-03-03")
                .scored("MADRS", 29, "2026-03-06")
                .scored("MADRS", 28, "2026-03-10");
    }

    private static CourseFixture individualised() {
        return PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");
    }

    private static CourseFixture reassessed() {
        return individualised().interval(14, "2026-04-30").given("2026-05-14", "2026-05-25", "2026-06-05");
    }

    private static CourseFixture maintained(int interval) {
        return course("iv-racemic-series", "acute-weekly", "2026-03-02")
                .scored("MADRS", 34, "2026-03-01")
                .given("2026-03-02", "2026-03-09", "2026-03-16")
                .continued("2026-03-17", interval);
    }

    /** The codes in their order; null when nobody is asked anything. */
    private static String codes(CourseFixture course, String asOf) {
        var codes = course.standing(asOf).prompts().stream()
                .map(Standing.Prompt::code)
                .toList();
        return codes.isEmpty() ? null : String.join(" ", codes);
    }
}
