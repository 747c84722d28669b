package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.consent;
import static io.upswing.session.domain.CourseFixture.eligible;
import static io.upswing.session.domain.CourseFixture.given;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.CorrectSession;
import io.upswing.session.domain.SessionCommand.JudgePartDose;
import io.upswing.session.domain.SessionCommand.VoidRecord;
import io.upswing.session.domain.SessionCommand.VoidSession;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmendmentsTest {
    private static final DeciderSpec ENTERED =
            given(prescribed("esk-trd-us"), consent(), administered(SESSION, "2026-03-02", true));

    @Test
    void a_correction_replaces_what_it_names() {
        var corrected =
                new SessionCorrected(COURSE, SESSION, LocalDate.of(2026, 3, 3), null, null, null, null, "wrong day");

        ENTERED.when(correct(LocalDate.of(2026, 3, 3))).then(corrected);
        var session =
                ENTERED.and(corrected).chart().course(COURSE).session(SESSION).orElseThrow();
        assertThat(session.treatmentDate()).isEqualTo("2026-03-03");
        assertThat(session.givenMg()).isEqualByComparingTo("56");
    }

    @Test
    void a_correction_names_something_and_nothing_of_tomorrow() {
        ENTERED.when(correct(null)).thenBadInput("");
        ENTERED.when(correct(TODAY.plusDays(1))).thenBadInput("on");
    }

    @Test
    void a_session_is_voided_once_and_then_not_corrected() {
        var voided = new SessionVoided(COURSE, SESSION, "another patient's");

        ENTERED.when(new VoidSession(SESSION, "another patient's", NOW)).then(voided);
        ENTERED.and(voided).when(new VoidSession(SESSION, "again", NOW)).thenNothing();
        ENTERED.and(voided).when(correct(TODAY)).thenRefused("session-voided");
    }

    @Test
    void only_a_part_dose_is_judged() {
        var judge = new JudgePartDose(SESSION, true, "Dr. Example", "two of three devices", NOW);

        ENTERED.when(judge).thenRefused("not-a-part-dose");
        given(prescribed("esk-trd-us"), administered(SESSION, "2026-03-02", false))
                .when(judge)
                .then(new PartDoseJudged(COURSE, SESSION, true, "Dr. Example", "two of three devices"));
    }

    @Test
    void a_paper_is_taken_back_once() {
        var voided = new RecordVoided(COURSE, DeciderSpec.id(1), null, "not signed");

        ENTERED.when(new VoidRecord(COURSE, DeciderSpec.id(1), false, "not signed", NOW))
                .then(voided);
        ENTERED.and(voided)
                .when(new VoidRecord(COURSE, DeciderSpec.id(1), false, "again", NOW))
                .thenNothing();
    }

    @Test
    void what_has_a_correction_of_its_own_is_not_taken_back() {
        ENTERED.when(new VoidRecord(COURSE, DeciderSpec.id(2), false, "wrong", NOW))
                .thenRefused("has-own-correction");
        ENTERED.when(new VoidRecord(COURSE, DeciderSpec.id(0), false, "wrong", NOW))
                .thenRefused("has-own-correction");
        ENTERED.when(new VoidRecord(COURSE, new UUID(5, 5), false, "wrong", NOW))
                .thenNoSuch();
    }

    @Test
    void a_prescribers_decision_is_taken_back_by_a_prescriber() {
        var decided = given(prescribed("esk-trd-us"), eligible(Eligibility.ELIGIBLE));

        decided.when(new VoidRecord(COURSE, DeciderSpec.id(1), false, "mistaken", NOW))
                .thenForbidden();
        decided.when(new VoidRecord(COURSE, DeciderSpec.id(1), true, "mistaken", NOW))
                .then(new RecordVoided(COURSE, DeciderSpec.id(1), null, "mistaken"));
    }

    @Test
    void a_corrected_dose_is_measured_against_the_order_again() {
        var live = given(prescribed("esk-trd-us"), checkedIn(84), given(DoseKind.DEVICE, 84, 84, true));

        live.when(correctMg(28))
                .then(new SessionCorrected(COURSE, SESSION, null, mg(28), false, null, null, "misread"));
        live.when(correctMg(84)).then(new SessionCorrected(COURSE, SESSION, null, mg(84), true, null, null, "misread"));
        ENTERED.when(correctMg(84))
                .then(new SessionCorrected(COURSE, SESSION, null, mg(84), null, null, null, "misread"));
    }

    @Test
    void an_infusion_that_ended_stays_complete_whatever_its_mg_were() {
        given(prescribed("iv-racemic-series"), checkedIn(40), given(DoseKind.INFUSION_END, 40, 40, true))
                .when(correctMg(38))
                .then(new SessionCorrected(COURSE, SESSION, null, mg(38), null, null, null, "misread"));
    }

    @Test
    void a_session_in_which_nothing_was_given_is_not_complete() {
        var complete = new CorrectSession(SESSION, null, null, true, null, null, "typo", NOW);

        given(prescribed("esk-trd-us"), checkedIn(84)).when(complete).thenBadInput("complete");
        given(prescribed("esk-trd-us"), checkedIn(84), given(DoseKind.DEVICE, 28, 84, false))
                .when(complete)
                .thenSomething();
        ENTERED.when(complete).thenSomething();
    }

    private static CorrectSession correctMg(int mg) {
        return new CorrectSession(SESSION, null, mg(mg), null, null, null, "misread", NOW);
    }

    private static CorrectSession correct(LocalDate on) {
        return new CorrectSession(SESSION, on, null, null, null, null, "wrong day", NOW);
    }
}
