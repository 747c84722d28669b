package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.induction;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.BenefitFact.Outcome;
import io.upswing.series.Flag;
import io.upswing.series.LapseFact;
import io.upswing.session.domain.SessionCommand.ChangeVersion;
import io.upswing.session.domain.SessionCommand.DecideBenefit;
import io.upswing.session.domain.SessionCommand.DecideInterval;
import io.upswing.session.domain.SessionCommand.DecideLapse;
import io.upswing.session.domain.SessionCommand.PauseCourse;
import io.upswing.session.domain.SessionCommand.ResumeCourse;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseDecisionsTest {
    private static final LocalDate GATE = LocalDate.of(2026, 3, 26);

    @Test
    void the_gate_opens_with_the_last_session_and_not_a_day_before() {
        given(prescribed("esk-trd-us"))
                .and(induction(7))
                .when(benefit(Outcome.CONTINUE, GATE))
                .thenRefused("gate-not-open");
        given(prescribed("esk-trd-us"))
                .and(induction(8))
                .when(benefit(Outcome.CONTINUE, GATE.minusDays(1)))
                .thenRefused("gate-not-open");
        given(prescribed("esk-trd-us"))
                .and(induction(8))
                .when(benefit(Outcome.CONTINUE, GATE))
                .then(decided(Outcome.CONTINUE));
    }

    @Test
    void a_gate_is_decided_once() {
        given(prescribed("esk-trd-us"))
                .and(induction(8))
                .and(decided(Outcome.CONTINUE))
                .when(benefit(Outcome.STOP, GATE))
                .thenRefused("already-decided");
    }

    @Test
    void to_extend_needs_a_later_review() {
        given(prescribed("esk-trd-us"))
                .and(induction(8))
                .when(benefit(Outcome.EXTEND, GATE))
                .thenBadInput("reviewOn");
    }

    @Test
    void a_decision_of_tomorrow_is_not_one() {
        given(prescribed("esk-trd-us"))
                .and(induction(8))
                .when(benefit(Outcome.CONTINUE, CourseFixture.TODAY.plusDays(1)))
                .thenBadInput("on");
    }

    @Test
    void a_gated_phase_has_no_interval() {
        given(prescribed("esk-trd-us"))
                .when(new DecideInterval(COURSE, 14, GATE, "Dr. Example", null, DeciderSpec.NOW))
                .thenRefused("no-interval-in-this-phase");
    }

    @Test
    void only_what_is_paused_is_resumed() {
        var resume = new ResumeCourse(COURSE, GATE, DeciderSpec.NOW);
        var paused = new CoursePaused(COURSE, GATE.minusDays(3), "holiday");

        given(prescribed("esk-trd-us")).when(resume).thenRefused("not-paused");
        given(prescribed("esk-trd-us"), paused).when(resume).thenSomething();
        given(prescribed("esk-trd-us"), paused)
                .when(new PauseCourse(COURSE, GATE, "again", DeciderSpec.NOW))
                .thenRefused("already-paused");
    }

    @Test
    void scenario_25_an_interval_without_evidence_is_a_prescribers_to_choose_and_is_flagged() {
        var weekly = given(prescribed("esk-trd-us")).and(induction(8)).and(decided(Outcome.CONTINUE));

        weekly.when(interval(14)).thenSomething();
        weekly.when(interval(20)).thenRefused("interval-not-allowed");
        assertThat(flags(weekly, interval(21))).contains("NO_EVIDENCE_INTERVAL");
        assertThat(flags(weekly, interval(28))).contains("OFF_LABEL_INTERVAL");
    }

    private static DecideInterval interval(int days) {
        return new DecideInterval(COURSE, days, CourseFixture.TODAY, "Dr. Example", null, DeciderSpec.NOW);
    }

    private static List<String> flags(DeciderSpec spec, DecideInterval command) {
        var chart = spec.and(spec.when(command).thenSomething()).chart();
        return chart.course(COURSE).standing(chart.patient(), CourseFixture.TODAY).flags().stream()
                .map(Flag::code)
                .toList();
    }

    @Test
    void a_lapse_is_decided_once_there_is_one() {
        var lapsed = given(prescribed("esk-trd-us"), administered("2026-02-10"));

        lapsed.when(lapse(LapseFact.Outcome.REINDUCE, CourseFixture.TODAY))
                .then(new LapseDecided(COURSE, "REINDUCE", CourseFixture.TODAY, "Dr. Example", "away"));
        lapsed.when(lapse(LapseFact.Outcome.RESUME, CourseFixture.TODAY.plusDays(1)))
                .thenBadInput("on");
        given(prescribed("esk-trd-us"), administered("2026-03-30"))
                .when(lapse(LapseFact.Outcome.RESUME, CourseFixture.TODAY))
                .thenRefused("not-lapsed");
    }

    @Test
    void a_course_that_was_ended_by_a_lapse_is_continued_by_another() {
        var over = given(
                prescribed("esk-trd-us"),
                administered("2026-02-10"),
                new LapseDecided(COURSE, "STEP_BACK", CourseFixture.TODAY, "Dr. Example", "away"));

        over.when(new PauseCourse(COURSE, CourseFixture.TODAY, "again", DeciderSpec.NOW))
                .thenRefused("course-over");
        over.when(CourseFixture.prescribe("esk-trd-us", null, COURSE)).thenSomething();
    }

    @Test
    void another_version_is_pinned_whole_from_its_date() {
        var version2 = CourseFixture.protocol("esk-trd-us").withVersion(2);
        var changed = (ProtocolVersionChanged) given(prescribed("esk-trd-us"))
                .when(change(version2, CourseFixture.TODAY))
                .thenSomething();
        var course = given(prescribed("esk-trd-us"), changed).chart().course(COURSE);

        assertThat(changed.schedule())
                .isEqualTo(version2.scheduleFor("standard").orElseThrow());
        assertThat(course.schedule(CourseFixture.TODAY).version()).isEqualTo(2);
        assertThat(course.schedule(CourseFixture.TODAY.minusDays(1)).version()).isEqualTo(1);
    }

    @Test
    void the_version_that_holds_is_not_pinned_again() {
        given(prescribed("esk-trd-us"))
                .when(change(CourseFixture.protocol("esk-trd-us"), null))
                .thenNothing();
    }

    @Test
    void a_version_without_the_pattern_or_with_other_phases_is_refused() {
        var eu = CourseFixture.protocol("esk-mdsi-us");
        given(prescribed("iv-racemic-series"))
                .when(change(eu.withVersion(2), null))
                .thenBadInput("version");
        given(prescribed("esk-trd-us")).when(change(eu.withVersion(2), null)).thenRefused("phases-differ");
    }

    private static ChangeVersion change(Protocol protocol, LocalDate on) {
        return new ChangeVersion(COURSE, protocol, on, "Dr. Example", DeciderSpec.NOW);
    }

    private static DecideLapse lapse(LapseFact.Outcome outcome, LocalDate on) {
        return new DecideLapse(COURSE, outcome, on, "Dr. Example", "away", DeciderSpec.NOW);
    }

    private static DecideBenefit benefit(Outcome outcome, LocalDate on) {
        return new DecideBenefit(COURSE, outcome, on, "Dr. Example", null, null, null, DeciderSpec.NOW);
    }

    private static BenefitDecided decided(Outcome outcome) {
        return new BenefitDecided(COURSE, outcome.name(), GATE, "Dr. Example", null, null, null);
    }
}
