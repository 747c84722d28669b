package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4 before the fact: with what a dose on a date would be flagged. */
class SpacingTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, too-soon",
        "2026-03-03, too-soon",
        "2026-03-04, ",
        "2026-03-31, ", // a lapse is no reason not to treat
    })
    void after_one_session_of_esketamine(String on, String codes) {
        assertThat(codes(course("esk-trd-us", "2026-03-02").given("2026-03-02"), on))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, too-soon week-cap", "2026-03-07, week-cap", "2026-03-08, week-cap", "2026-03-09, "})
    void in_a_treatment_week_that_is_full(String on, String codes) {
        assertThat(codes(course("esk-trd-us", "2026-03-02").given("2026-03-02", "2026-03-05"), on))
                .isEqualTo(codes);
    }

    @Test
    void the_first_session_is_never_too_soon_and_flags_of_others_are_theirs() {
        assertThat(codes(course("esk-trd-us", "2026-03-02"), "2026-03-02")).isNull();
        assertThat(codes(course("esk-trd-us", "2026-03-02").given("2026-03-02", "2026-03-03"), "2026-03-09"))
                .isNull();
    }

    @Test
    void it_says_why() {
        var facts = course("esk-trd-us", "2026-03-02").given("2026-03-02").facts();

        assertThat(Decisions.spacing(facts, LocalDate.parse("2026-03-03")))
                .extracting(Refusal::detail)
                .containsExactly(
                        "The session on 2026-03-03 came 1 day after the one before; induction asks for at least 2.");
    }

    private static String codes(CourseFixture course, String on) {
        var codes = Decisions.spacing(course.facts(), LocalDate.parse(on)).stream()
                .map(Refusal::code)
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? null : codes;
    }
}
