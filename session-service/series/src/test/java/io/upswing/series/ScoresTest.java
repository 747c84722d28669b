package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R17: baseline, response and remission at their boundaries. */
class ScoresTest {
    @ParameterizedTest
    @CsvSource({"20, 10, true", "19, 10, false", "20, 9, true", "20, 11, false", "0, 0, false", "1, 0, true"})
    void half_of_the_baseline_gone_is_response(int baseline, int score, boolean response) {
        assertThat(Scores.response(baseline, score)).isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource({
        "esk-trd-us, MADRS, 12, true",
        "esk-trd-us, MADRS, 13, false",
        "iv-racemic-series, MADRS, 12, false",
        "iv-racemic-series, MADRS, 10, true",
        "im-racemic-series, MADRS, 11, false",
        "esk-trd-us, PHQ9, 4, true",
        "esk-trd-us, PHQ9, 5, false",
        "esk-trd-us, QIDSSR16, 5, true",
        "esk-trd-us, HAMD17, 7, true",
        "esk-trd-us, HAMD17, 8, false",
    })
    void remission_is_the_protocols_cut_off_included(String protocol, String instrument, int score, boolean remission) {
        var cutOff = Scores.remissionCutOff(
                        course(protocol, "2026-03-02").facts(), instrument, LocalDate.parse("2026-03-02"))
                .orElseThrow();

        assertThat(Scores.remission(cutOff, score)).isEqualTo(remission);
    }

    @Test
    void an_instrument_without_a_cut_off_knows_no_remission() {
        var facts = course("esk-trd-us", "2026-03-02").facts();

        assertThat(Scores.remissionCutOff(facts, "CADSS", LocalDate.parse("2026-03-02")))
                .isEmpty();
    }

    @Test
    void the_baseline_is_the_last_score_up_to_day_1() {
        var course = course("esk-trd-us", "2026-03-02")
                .scored("PHQ9", 22, "2026-02-20")
                .scored("MADRS", 31, "2026-03-01")
                .scoredAt("PHQ9", 19, "2026-03-02T18:00:00Z")
                .scoredAt("PHQ9", 20, "2026-03-02T09:00:00Z")
                .given("2026-03-02")
                .scored("PHQ9", 24, "2026-03-03");

        assertThat(baseline(course, "PHQ9", "2026-03-20")).contains(19);
        assertThat(baseline(course, "MADRS", "2026-03-20")).contains(31);
        assertThat(baseline(course, "GAD7", "2026-03-20")).isEmpty();
    }

    @Test
    void before_day_1_there_is_no_baseline() {
        var course = course("esk-trd-us", "2026-03-02")
                .scored("PHQ9", 20, "2026-03-01")
                .given("2026-03-02");

        assertThat(baseline(course, "PHQ9", "2026-03-01")).isEmpty();
        assertThat(baseline(course, "PHQ9", "2026-03-02")).contains(20);
    }

    @Test
    void a_score_that_was_taken_back_is_no_baseline() {
        var course = course("esk-trd-us", "2026-03-02").scored("PHQ9", 20, "2026-02-28");
        var wrong = course.nextId();
        course.scored("PHQ9", 2, "2026-03-01").given("2026-03-02").voided(wrong, null);

        assertThat(baseline(course, "PHQ9", "2026-03-02")).contains(20);
    }

    private static Optional<Integer> baseline(CourseFixture course, String instrument, String on) {
        return Scores.baseline(course.facts(), course.patient(), instrument, LocalDate.parse(on))
                .map(MeasureFact::points);
    }
}
