package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.NINE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static io.upswing.session.domain.FormStep.ACKNOWLEDGED;
import static io.upswing.session.domain.FormStep.DRAFTED;
import static io.upswing.session.domain.FormStep.SIGNED;
import static io.upswing.session.domain.FormStep.SUBMITTED;
import static io.upswing.session.domain.RemsFormsTest.WHOLE;
import static io.upswing.session.domain.RemsFormsTest.device;
import static io.upswing.session.domain.RemsFormsTest.form;
import static io.upswing.session.domain.RemsFormsTest.vitals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.session.domain.SessionCommand.RecordRemsForm;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done with the form, and what begins it again: scenarios 10, 12 and 30 as far as they concern it. */
class RemsFormStepsTest {
    @Test
    void scenario_10_a_form_without_the_reading_at_40_minutes_is_not_signed_without_a_reason() {
        var without = DeciderSpec.given(WHOLE.history().stream()
                        .filter(event -> !event.equals(vitals(45, 150)))
                        .toArray(SessionEvent[]::new))
                .and(step(DRAFTED));

        without.when(record(SIGNED)).thenRefused("form-incomplete", "vitalsAt40Minutes.");
        var reason = new MissingField("vitalsAt40Minutes", "the cuff failed");
        without.when(record(SIGNED, reason)).then(step(SIGNED, reason));
        without.and(step(DRAFTED, reason)).when(record(SIGNED)).then(step(SIGNED));
        assertThat(form(without).vitalsAt40Minutes()).isNull();
    }

    @Test
    void scenario_12_no_form_where_the_rems_asks_for_none() {
        noForm(given(prescribed("esk-trd-us", Setting.INPATIENT), administered(SESSION, "2026-03-02", true)));
        noForm(given(prescribed("esk-trd-eu"), administered(SESSION, "2026-03-02", true)));
        noForm(cleared().and(checkedIn(56), new SessionAborted(COURSE, SESSION, NINE, "pressure")));
        noForm(WHOLE.and(new SessionVoided(COURSE, SESSION, "another patient's")));
    }

    @Test
    void a_form_is_for_when_the_session_is_over() {
        cleared().and(checkedIn(56), device(0, "L1")).when(record(DRAFTED)).thenRefused("session-running");
    }

    @Test
    void the_states_follow_each_other() {
        WHOLE.when(record(SIGNED)).thenRefused("form-order", "DRAFTED first.");
        WHOLE.when(record(DRAFTED)).then(step(DRAFTED));
        WHOLE.and(step(DRAFTED)).when(record(SUBMITTED)).thenRefused("form-order", "SIGNED first.");
        WHOLE.and(step(DRAFTED)).when(record(SIGNED)).then(step(SIGNED));
        WHOLE.and(step(DRAFTED), step(SIGNED)).when(record(SUBMITTED)).then(step(SUBMITTED));
        submitted().when(record(ACKNOWLEDGED)).then(step(ACKNOWLEDGED));
    }

    @Test
    void what_was_done_is_not_done_again() {
        WHOLE.and(step(DRAFTED)).when(record(DRAFTED)).thenNothing();
        submitted().when(record(SUBMITTED)).thenNothing();
        submitted().when(record(DRAFTED)).thenNothing();
    }

    @Test
    void reasons_are_added_to_a_draft_and_to_nothing_else() {
        var reason = new MissingField("sedation", "not looked at");

        WHOLE.and(step(DRAFTED)).when(record(DRAFTED, reason)).then(step(DRAFTED, reason));
        submitted().when(record(SUBMITTED, reason)).thenRefused("form-order");
        WHOLE.when(record(DRAFTED, new MissingField("bp40", "asleep"))).thenBadInput("explained");
    }

    @Test
    void nothing_is_done_with_a_form_before_its_session() {
        WHOLE.when(new RecordRemsForm(SESSION, DRAFTED, List.of(), NINE.minusSeconds(86_400)))
                .thenBadInput("at");
    }

    @Test
    void scenario_30_a_correction_reopens_what_was_submitted() {
        var lot = new SessionCorrected(COURSE, SESSION, null, null, null, null, "L9", "misread");
        var corrected = submitted().and(lot);

        assertThat(progress(submitted())).isEqualTo(SUBMITTED);
        assertThat(progress(corrected)).isNull();
        assertThat(form(corrected).lots()).containsExactly("L9");
        corrected.when(record(ACKNOWLEDGED)).thenRefused("form-order", "SUBMITTED first.");
        corrected.when(record(DRAFTED)).then(step(DRAFTED));
        assertThat(progress(corrected.and(step(DRAFTED)))).isEqualTo(DRAFTED);
    }

    @Test
    void scenario_30_so_does_a_reading_that_is_taken_back_or_comes_late() {
        var reading = DeciderSpec.id(WHOLE.history().indexOf(vitals(45, 150)));

        assertThat(progress(submitted().and(new RecordVoided(COURSE, reading, SESSION, "another patient's"))))
                .isNull();
        assertThat(progress(submitted().and(vitals(42, 151)))).isNull();
        assertThat(progress(submitted().and(new AdverseEventRecorded(COURSE, SESSION, NOW, "syncope", true, null))))
                .isNull();
        assertThat(progress(WHOLE.and(step(DRAFTED), step(SIGNED), vitals(42, 151))))
                .isNull();
    }

    @Test
    void what_the_form_does_not_tell_leaves_it_as_it_is() {
        var followUp = new FollowUpRecorded(COURSE, SESSION, NOW, TODAY, "nurse-1", "well", null);
        var other = new UUID(7, 7);

        assertThat(progress(submitted().and(followUp))).isEqualTo(SUBMITTED);
        assertThat(progress(submitted()
                        .and(administered(other, "2026-03-20", true))
                        .and(new SessionCorrected(COURSE, other, null, null, null, null, "L9", "misread"))))
                .isEqualTo(SUBMITTED);
        assertThat(progress(WHOLE.and(step(DRAFTED), vitals(42, 151)))).isEqualTo(DRAFTED);
    }

    private static DeciderSpec submitted() {
        return WHOLE.and(step(DRAFTED), step(SIGNED), step(SUBMITTED));
    }

    private static FormStep progress(DeciderSpec history) {
        var course = history.chart().course(COURSE);
        return RemsForms.progress(course, course.session(SESSION).orElseThrow()).reached();
    }

    private static void noForm(DeciderSpec history) {
        history.when(record(DRAFTED)).thenRefused("no-form");
        var refused = catchThrowableOfType(Refused.class, () -> form(history));
        assertThat(refused.code()).isEqualTo("no-form");
    }

    private static RecordRemsForm record(FormStep step, MissingField... explained) {
        return new RecordRemsForm(SESSION, step, List.of(explained), NOW);
    }

    private static RemsFormRecorded step(FormStep step, MissingField... explained) {
        return new RemsFormRecorded(COURSE, SESSION, step.name(), NOW, TODAY, List.of(explained));
    }
}
