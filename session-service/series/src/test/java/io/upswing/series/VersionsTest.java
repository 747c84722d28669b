package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static io.upswing.series.CourseFixture.schedule;
import static io.upswing.series.CourseFixture.versionChange;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.Phase.Gap;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import io.upswing.session.events.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A course that is moved to another version of its protocol: from its date the whole history is derived under it. */
class VersionsTest {
    /** Four sessions instead of six, and a gap of three days at least. */
    private static final Schedule SHORTER =
            CourseFixture.version(schedule("iv-racemic-series", null), 2, 4, new Gap(3, 3, 4, 7));

    @ParameterizedTest
    @CsvSource({"2026-03-09, 1, 6, 2026-03-11", "2026-03-10, 2, 4, 2026-03-12"})
    void from_its_date_the_numbers_are_those_of_the_new_version(
            String asOf, int version, int planned, String earliest) {
        var standing = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02", "2026-03-05", "2026-03-09")
                .moved(SHORTER, "2026-03-10")
                .standing(asOf);

        assertThat(standing.protocol().version()).isEqualTo(version);
        assertThat(standing.planned()).isEqualTo(planned);
        assertThat(standing.next().earliest()).isEqualTo(earliest);
    }

    @Test
    void the_history_is_derived_under_it_too() {
        var course = course("iv-racemic-series", "2026-03-02")
                .given("2026-03-02", "2026-03-04", "2026-03-09", "2026-03-12")
                .moved(SHORTER, "2026-03-13");

        assertThat(course.standing("2026-03-12").flags()).isEmpty();
        assertThat(course.standing("2026-03-13").flags()).extracting(Flag::code).containsExactly("TOO_SOON");
        assertThat(course.standing("2026-03-13").state()).isEqualTo(Standing.State.GATE_PENDING);
        assertThat(course.standing("2026-03-13").because())
                .extracting(Because::text)
                .contains("Since 2026-03-13 the course is held to version 2 of iv-racemic-series.");
    }

    @Test
    void the_latest_change_holds_and_a_voided_one_does_not() {
        var course = course("iv-racemic-series", "2026-03-02").moved(SHORTER, "2026-03-10");
        var wrong = course.nextId();
        course.moved(
                CourseFixture.version(schedule("iv-racemic-series", null), 3, 5, new Gap(2, 3, 4, 7)), "2026-03-12");

        assertThat(course.standing("2026-03-12").planned()).isEqualTo(5);
        assertThat(course.voided(wrong, null).standing("2026-03-12").planned()).isEqualTo(4);
    }

    @Test
    void a_change_needs_the_same_phases_a_running_course_and_a_date_of_its_own() {
        var course = course("iv-racemic-series", "2026-03-02");

        assertThat(judged(course, SHORTER, "2026-03-10")).isEqualTo("accepted");
        assertThat(judged(course, schedule("im-racemic-series", null), "2026-03-10"))
                .isEqualTo("accepted");
        assertThat(judged(course, schedule("esk-trd-us", null), "2026-03-10")).isEqualTo("phases-differ");
        assertThat(judged(course, schedule("esk-mdsi-us", null), "2026-03-10")).isEqualTo("phases-differ");
        course.moved(SHORTER, "2026-03-10");
        assertThat(judged(course, SHORTER, "2026-03-10")).isEqualTo("already-decided");
        assertThat(judged(course, SHORTER, "2026-03-11")).isEqualTo("accepted");
        assertThat(judged(course.closed("2026-03-11"), SHORTER, "2026-03-11")).isEqualTo("course-over");
    }

    /** A CONTINUE would no longer pass anything, or an open phase would be left without an interval. */
    @Test
    void a_gate_and_a_default_interval_are_neither_lost_nor_won_on_the_way() {
        var esketamine = schedule("esk-trd-us", null);
        var induction = (Series) esketamine.phases().getFirst();
        var open = (Open) esketamine.phases().getLast();
        var ungated = new Series(
                induction.id(),
                induction.sessions(),
                induction.perWeek(),
                induction.gap(),
                null,
                false,
                induction.sources());
        var withoutDefault = new Open(
                open.id(), open.allowed(), open.flagged(), open.min(), open.max(), open.window(), null, open.sources());
        var course = course("esk-trd-us", "2026-03-02");

        assertThat(judged(course, CourseFixture.version(esketamine, 2), "2026-03-10"))
                .isEqualTo("accepted");
        assertThat(judged(course, CourseFixture.version(esketamine, 2, ungated), "2026-03-10"))
                .isEqualTo("phases-differ");
        assertThat(judged(course, CourseFixture.version(esketamine, 2, withoutDefault), "2026-03-10"))
                .isEqualTo("phases-differ");
    }

    private static String judged(CourseFixture course, Schedule schedule, String on) {
        return Decisions.versionChange(course.facts(), versionChange(schedule, on))
                .map(Refusal::code)
                .orElse("accepted");
    }
}
