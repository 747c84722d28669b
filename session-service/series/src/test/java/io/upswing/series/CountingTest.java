package io.upswing.series;

import static io.upswing.series.CourseFixture.AT;
import static io.upswing.series.CourseFixture.COURSE;
import static io.upswing.series.CourseFixture.MG;
import static io.upswing.series.CourseFixture.SITE;
import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R1: which sessions count, and from when. */
class CountingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final UUID SESSION = CourseFixture.id(500);

    private CourseFixture course = course("esk-trd-us", "2026-03-02");

    @BeforeEach
    void prescribe() {
        course = course("esk-trd-us", "2026-03-02");
    }

    @Test
    void a_live_session_counts_from_the_record_that_completes_the_dose() {
        record(new CheckedIn(COURSE, SESSION, SITE, DAY, null, MG, AT));
        assertThat(counted()).isZero();
        record(dose(false));
        assertThat(counted()).isZero();
        record(dose(true));
        assertThat(counted()).isEqualTo(1);
        record(new Discharged(COURSE, SESSION, AT, "nurse", true));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void aborted_before_the_dose_does_not_count() {
        record(new CheckedIn(COURSE, SESSION, SITE, DAY, null, MG, AT));
        record(new SessionAborted(COURSE, SESSION, AT, "blood pressure"));

        assertThat(counted()).isZero();
        assertThat(course.standing("2026-03-03").dueItems())
                .extracting(DueItem::kind)
                .containsExactly(DueItem.Kind.SESSION);
    }

    @Test
    void a_part_dose_counts_when_a_clinician_says_so_from_its_own_date() {
        record(dose(false));
        record(stop(null));
        assertThat(counted()).isZero();
        record(new PartDoseJudged(COURSE, SESSION, true, "Dr Osei", "most of it"));
        assertThat(counted()).isEqualTo(1);
        assertThat(course.standing("2026-03-20").day1()).isEqualTo(DAY);
        record(new PartDoseJudged(COURSE, SESSION, false, "Dr Osei", "less than half after all"));
        assertThat(counted()).isZero();
    }

    @Test
    void a_part_dose_may_be_counted_when_it_is_recorded() {
        record(dose(false));
        record(stop(true));

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void an_administration_in_part_counts_only_if_it_says_so() {
        assertThat(course("esk-trd-us", "2026-03-02")
                        .givenInPart("2026-03-02", null)
                        .standing("2026-03-02")
                        .given())
                .isZero();
        assertThat(course("esk-trd-us", "2026-03-02")
                        .givenInPart("2026-03-02", false)
                        .standing("2026-03-02")
                        .given())
                .isZero();
        assertThat(course("esk-trd-us", "2026-03-02")
                        .givenInPart("2026-03-02", true)
                        .standing("2026-03-02")
                        .given())
                .isEqualTo(1);
    }

    @Test
    void a_full_dose_counts_whatever_is_said_of_it() {
        record(CourseFixture.administration(SESSION, DAY, true, false));

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void a_correction_replaces_the_named_fields_only() {
        record(dose(true));
        record(correction(LocalDate.parse("2026-03-03"), null, null));
        assertThat(course.standing("2026-03-02").givenInTotal()).isZero();
        assertThat(course.standing("2026-03-03").day1()).isEqualTo("2026-03-03");
        record(correction(null, false, null));
        assertThat(course.standing("2026-03-03").givenInTotal()).isZero();
        record(correction(null, null, true));
        assertThat(course.standing("2026-03-03").givenInTotal()).isEqualTo(1);
    }

    @Test
    void a_correction_may_complete_a_session_of_which_no_dose_was_recorded() {
        record(new CheckedIn(COURSE, SESSION, SITE, DAY, null, MG, AT));
        record(correction(null, true, null));

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void a_voided_session_is_gone_and_what_is_said_of_it_later_changes_nothing() {
        record(dose(true));
        record(new SessionVoided(COURSE, SESSION, "wrong patient"));
        record(new PartDoseJudged(COURSE, SESSION, true, "Dr Osei", "too late"));

        assertThat(counted()).isZero();
        assertThat(course.facts().given().sessions()).isEmpty();
    }

    @Test
    void counted_sessions_may_precede_the_prescription() {
        var transferred = course("esk-trd-us", "2026-03-02").given("2026-02-20", "2026-02-24");

        assertThat(transferred.standing("2026-03-02").day1()).isEqualTo("2026-02-20");
        assertThat(transferred.standing("2026-03-02").treatmentWeek()).isEqualTo(2);
    }

    @Test
    void a_voided_decision_pause_closure_or_follow_up_never_was() {
        course.given("2026-03-02");
        var pause = course.nextId();
        course.paused("2026-03-03");
        var closure = course.nextId();
        course.closed("2026-03-04");
        assertThat(course.standing("2026-03-05").state()).isEqualTo(Standing.State.STOPPED);
        record(new RecordVoided(COURSE, closure, null, "wrong course"));
        assertThat(course.standing("2026-03-05").state()).isEqualTo(Standing.State.PAUSED);
        record(new RecordVoided(COURSE, pause, null, "wrong course"));
        assertThat(course.standing("2026-03-05").state()).isEqualTo(Standing.State.WINDOW_OPEN);
    }

    @Test
    void a_course_is_prescribed_once() {
        var schedule = CourseFixture.schedule("esk-trd-us", null);

        assertThatIllegalArgumentException().isThrownBy(() -> course.record(CourseFixture.prescribed(schedule, DAY)));
    }

    private void record(OfCourse event) {
        course.record(event);
    }

    private int counted() {
        return course.standing("2026-03-20").givenInTotal();
    }

    private static DoseGiven dose(boolean completes) {
        return new DoseGiven(COURSE, SESSION, SITE, DAY, AT, "DEVICE", MG, MG, completes, null, 1, null);
    }

    private static DoseStopped stop(@Nullable Boolean counted) {
        return new DoseStopped(COURSE, SESSION, SITE, DAY, AT, MG, null, null, counted);
    }

    private static SessionCorrected correction(
            @Nullable LocalDate on, @Nullable Boolean complete, @Nullable Boolean counted) {
        return new SessionCorrected(COURSE, SESSION, on, null, complete, counted, null, "typing error");
    }
}
