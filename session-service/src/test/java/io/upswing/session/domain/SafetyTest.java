package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.PATIENT;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.CloseSafetyTask;
import io.upswing.session.domain.SessionCommand.VoidRecord;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SafetyTest {
    private static final UUID TASK = DeciderSpec.id(1);
    private static final CloseSafetyTask CLOSE = new CloseSafetyTask(TASK, "Dr. Example", "safe, plan made", NOW);
    private static final SafetyTaskClosed CLOSED =
            new SafetyTaskClosed(PATIENT, COURSE, TASK, "Dr. Example", "safe, plan made", NOW, TODAY);

    @Test
    void a_clinician_closes_what_the_answers_opened() {
        given(prescribed("esk-trd-us"), measure(COURSE, true)).when(CLOSE).then(CLOSED);
    }

    @Test
    void closing_twice_is_fine_and_again_after_it_was_taken_back() {
        var closed = given(prescribed("esk-trd-us"), measure(COURSE, true), CLOSED);

        closed.when(CLOSE).thenNothing();
        closed.and(new RecordVoided(COURSE, DeciderSpec.id(2), null, "another patient's"))
                .when(CLOSE)
                .then(CLOSED);
    }

    @Test
    void there_is_no_task_where_none_was_opened() {
        given(prescribed("esk-trd-us"), measure(COURSE, false)).when(CLOSE).thenNoSuch();
        given(prescribed("esk-trd-us")).when(CLOSE).thenNoSuch();
    }

    @Test
    void a_nurse_does_not_take_back_the_answers_that_opened_it() {
        var opened = given(prescribed("esk-trd-us"), measure(COURSE, true));

        opened.when(new VoidRecord(COURSE, TASK, false, "typo", NOW)).thenForbidden();
        opened.when(new VoidRecord(COURSE, TASK, true, "typo", NOW)).thenSomething();
        opened.and(new RecordVoided(COURSE, TASK, null, "typo")).when(CLOSE).thenNoSuch();
        given(prescribed("esk-trd-us"), measure(COURSE, false))
                .when(new VoidRecord(COURSE, TASK, false, "typo", NOW))
                .thenSomething();
    }

    @Test
    void what_was_recorded_before_any_course_is_taken_back_in_any_course_of_the_patient() {
        var task = DeciderSpec.id(0);
        var before = given(measure(null, true), prescribed("esk-trd-us"));
        var voided = new RecordVoided(COURSE, task, null, "another patient's");

        before.when(new VoidRecord(COURSE, task, false, "another patient's", NOW))
                .thenForbidden();
        before.when(new VoidRecord(COURSE, task, true, "another patient's", NOW))
                .then(voided);
        before.and(voided)
                .when(new VoidRecord(COURSE, task, true, "again", NOW))
                .thenNothing();
        before.and(voided)
                .when(new CloseSafetyTask(task, "Dr. Example", "safe", NOW))
                .thenNoSuch();
        assertThat(before.and(voided).chart().measures())
                .extracting(Measure::voided)
                .containsExactly(true);
    }

    @Test
    void what_was_taken_back_in_one_course_is_not_taken_back_in_another() {
        var other = new UUID(2, 30);
        var task = DeciderSpec.id(0);
        given(
                        measure(null, true),
                        prescribed("esk-trd-us"),
                        prescribed(other, "esk-trd-us", Setting.OUTPATIENT),
                        new RecordVoided(COURSE, task, null, "another patient's"))
                .when(new VoidRecord(other, task, true, "again", NOW))
                .thenNothing();
    }

    @Test
    void before_any_course_a_closure_has_the_earliest_date_that_it_can_have() {
        var atNight = Instant.parse("2026-04-01T05:00:00Z");
        given(measure(null, true))
                .when(new CloseSafetyTask(DeciderSpec.id(0), "Dr. Example", "safe", atNight))
                .then(new SafetyTaskClosed(
                        PATIENT, null, DeciderSpec.id(0), "Dr. Example", "safe", atNight, TODAY.minusDays(1)));
    }

    private static MeasureRecorded measure(UUID course, boolean safety) {
        return new MeasureRecorded(
                PATIENT,
                course,
                "PHQ9",
                List.of(1, 1, 1, 0, 0, 0, 0, 0, safety ? 1 : 0),
                safety ? 4 : 3,
                TODAY,
                NOW,
                "minimal",
                null,
                null,
                true,
                4,
                safety);
    }
}
