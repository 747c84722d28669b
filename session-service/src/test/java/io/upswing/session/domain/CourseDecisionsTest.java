package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.induction;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.given;

import io.upswing.series.BenefitFact.Outcome;
import io.upswing.session.domain.SessionCommand.DecideBenefit;
import io.upswing.session.domain.SessionCommand.DecideInterval;
import io.upswing.session.domain.SessionCommand.PauseCourse;
import io.upswing.session.domain.SessionCommand.ResumeCourse;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CoursePaused;
import java.time.LocalDate;
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

    private static DecideBenefit benefit(Outcome outcome, LocalDate on) {
        return new DecideBenefit(COURSE, outcome, on, "Dr. Example", null, null, null, DeciderSpec.NOW);
    }

    private static BenefitDecided decided(Outcome outcome) {
        return new BenefitDecided(COURSE, outcome.name(), GATE, "Dr. Example", null, null, null);
    }
}
