package io.upswing.series;

import static io.upswing.series.CourseFixture.COURSE;
import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.Histories.History;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sessions to come are held to, before those ahead of them were given. */
class AheadTest {
    private static final LocalDate DAY_1 = LocalDate.parse("2026-03-02");
    private static final int STEPS = 14;

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    /** Behind an undecided gate the rules know one phase only, a planner those after it too. */
    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, seed = "20260310")
    void what_is_planned_is_what_the_rules_give_once_the_sessions_before_it_took_place(
            @ForAll("histories") History history) {
        var known = history.inOrder().course();
        var then = known;
        var day = history.end().plusDays(3);
        for (int before = 0; before < STEPS && Ahead.on(day, known).running(); before++) {
            var next = planned(before, day, known, then);
            assertThat(next)
                    .as("%d ahead of %s", before, day)
                    .isEqualTo(DueRules.standing(then, PatientFacts.NONE, day, java.util.List.of())
                            .next());
            if (next == null || next.provisional()) {
                return;
            }
            day = next.targetFrom().isAfter(day) ? next.targetFrom() : day.plusDays(1);
            then = then.with(CourseFixture.administration(session(before), day, true, null), session(before));
        }
    }

    private static Next planned(int before, LocalDate day, CourseFacts known, CourseFacts then) {
        var progress = Walk.upTo(day, then);
        var day1 = progress.day1();
        var pace = Ahead.on(day, known).planned(before, day1);
        var last = progress.last();
        var from = last == null ? progress.prescription().on() : last.on();
        return pace == null ? null : pace.after(from, day1 == null ? from : day1, progress::givenInWeekOf);
    }

    private static UUID session(int number) {
        return CourseFixture.id(50_000 + number);
    }

    @ParameterizedTest
    @CsvSource({"0, R9, false", "1, R10, false", "7, R10, false", "8, R10, true", "11, R10, true", "12, R11, true"})
    void a_course_that_is_still_to_begin_goes_through_all_its_phases(int before, String rule, boolean provisional) {
        var pace = Ahead.on(DAY_1, course("esk-trd-us", "2026-03-02").facts()).planned(before, DAY_1);

        assertThat(pace.rule()).isEqualTo(rule);
        assertThat(pace.provisional()).isEqualTo(provisional);
    }

    @Test
    void beyond_the_gate_of_a_phase_that_an_open_one_follows_nothing_is_planned() {
        var facts = course("iv-racemic-series", "2026-03-02").facts();

        assertThat(Ahead.on(DAY_1, facts).planned(5, DAY_1)).isNotNull();
        assertThat(Ahead.on(DAY_1, facts).planned(6, DAY_1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, false, true", "2026-03-29, true, true", "2026-03-30, , false"})
    void a_phase_that_nothing_follows_ends_on_its_last_day_also_before_it_began(
            String day, Boolean provisional, boolean planned) {
        var facts = course("esk-mdsi-us", "2026-03-02").facts();
        var pace = Ahead.on(LocalDate.parse(day), facts).planned(7, DAY_1);

        assertThat(pace != null).isEqualTo(planned);
        assertThat(pace == null ? null : pace.provisional()).isEqualTo(provisional);
        assertThat(Ahead.on(DAY_1, facts).planned(8, DAY_1)).isNull();
    }

    @Test
    void an_extended_phase_goes_on_at_its_own_pace() {
        var facts = course("esk-mdsi-us", "2026-03-02")
                .given(PhasesTest.EIGHT)
                .extended("2026-03-27", "2026-04-10")
                .facts();

        assertThat(Ahead.on(LocalDate.parse("2026-04-02"), facts).planned(9, DAY_1))
                .satisfies(pace -> assertThat(pace.gap().min()).isEqualTo(2))
                .satisfies(pace -> assertThat(pace.provisional()).isFalse());
        assertThat(Ahead.on(LocalDate.parse("2026-04-10"), facts)
                        .planned(9, DAY_1)
                        .provisional())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7, true", "14, true", "21, true", "28, true", "10, false", "35, false"})
    void an_open_phase_allows_the_intervals_of_its_schedule(int days, boolean allowed) {
        var open = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");
        var ahead = Ahead.on(LocalDate.parse("2026-04-23"), open.facts());

        assertThat(ahead.interval(days).isEmpty()).isEqualTo(allowed);
        assertThat(ahead.planned(0, DAY_1).every(days).gap().targetTo()).isEqualTo(days);
    }

    @Test
    void a_series_phase_has_no_interval() {
        var facts = course("esk-trd-us", "2026-03-02").given("2026-03-02").facts();

        assertThat(facts.courseId()).isEqualTo(COURSE);
        assertThat(Ahead.on(DAY_1, facts).interval(7)).isPresent();
    }

    @Test
    void a_full_treatment_week_pushes_the_window_into_the_next() {
        var facts = course("esk-trd-us", "2026-03-02").facts();
        var pace = Ahead.on(DAY_1, facts).planned(2, DAY_1);
        var next = pace.after(LocalDate.parse("2026-03-05"), DAY_1, date -> Weeks.of(DAY_1, date) == 1 ? 2 : 0);

        assertThat(next)
                .isEqualTo(new Next(
                        DueItem.Kind.SESSION,
                        LocalDate.parse("2026-03-09"),
                        LocalDate.parse("2026-03-09"),
                        LocalDate.parse("2026-03-09"),
                        LocalDate.parse("2026-03-12"),
                        false));
    }
}
