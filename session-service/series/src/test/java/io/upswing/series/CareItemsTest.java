package io.upswing.series;

import static io.upswing.series.CourseFixture.AT;
import static io.upswing.series.CourseFixture.COURSE;
import static io.upswing.series.CourseFixture.MG;
import static io.upswing.series.CourseFixture.SITE;
import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.DueItem.Kind;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 5: measures, reassessments, forms, safety tasks and decisions on a lapse. */
class CareItemsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-06, UPCOMING",
        "2026-03-08, PENDING",
        "2026-03-09, PENDING",
    })
    void a_measure_is_asked_for_before_a_booked_session(String asOf, DueItem.State state) {
        var course = course("iv-racemic-series", "2026-03-02").given("2026-03-02");
        var appointment = course.nextId();
        var item = only(course.booked("2026-03-09"), asOf, Kind.MEASURE);

        assertThat(text(item)).isEqualTo("PATIENT 2026-03-08 2026-03-09 2026-03-09 " + state);
        assertThat(item.subject()).isEqualTo(appointment.toString());
        assertThat(item.appointmentId()).isEqualTo(appointment);
    }

    @ParameterizedTest
    @CsvSource({
        "MADRS, 2026-03-07, true",
        "MADRS, 2026-03-08, false",
        "MADRS, 2026-03-09, false",
        "PHQ9, 2026-03-08, true",
    })
    void a_score_of_the_protocols_scale_in_its_range_ends_it(String instrument, String on, boolean pending) {
        var course =
                course("iv-racemic-series", "2026-03-02").given("2026-03-02").booked("2026-03-09");

        assertThat(kinds(course.scored(instrument, 20, on), "2026-03-09").contains(Kind.MEASURE))
                .isEqualTo(pending);
    }

    @Test
    void no_measure_without_an_appointment_after_the_session_or_in_a_pause() {
        var course = course("iv-racemic-series", "2026-03-02").given("2026-03-02");

        assertThat(kinds(course, "2026-03-08")).doesNotContain(Kind.MEASURE);
        course.booked("2026-03-09").paused("2026-03-08");
        assertThat(kinds(course, "2026-03-07")).contains(Kind.MEASURE);
        assertThat(kinds(course, "2026-03-08")).doesNotContain(Kind.MEASURE);
        course.resumed("2026-03-09");
        assertThat(kinds(course, "2026-03-09")).contains(Kind.MEASURE);
        assertThat(kinds(course.given("2026-03-09"), "2026-03-09")).doesNotContain(Kind.MEASURE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, UPCOMING",
        "2026-05-28, PENDING",
        "2026-05-29, DUE",
        "2026-06-04, DUE",
        "2026-06-05, OVERDUE",
    })
    void a_reassessment_follows_each_interval_decision(String asOf, DueItem.State state) {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");
        var decision = course.nextId();
        var item = only(course.interval(14, "2026-04-30"), asOf, Kind.REASSESSMENT);

        assertThat(text(item)).isEqualTo("PATIENT 2026-05-28 2026-05-28 2026-06-04 " + state);
        assertThat(item.subject()).isEqualTo(decision.toString());
        assertThat(item.because()).extracting(Because::rule).containsExactly("R16");
    }

    /** Scenario 12. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-06, 2026-03-13, PENDING",
        "2026-03-06, 2026-03-13, 2026-03-13, PENDING",
        "2026-03-06, 2026-03-14, 2026-03-13, OVERDUE",
        "2026-12-25, 2027-01-01, 2027-01-01, PENDING",
        "2026-12-25, 2027-01-02, 2027-01-01, OVERDUE",
    })
    void the_form_of_a_session_is_due_within_seven_days(String session, String asOf, String due, DueItem.State state) {
        var item = only(course("esk-trd-us", "2026-03-02").given(session), asOf, Kind.REMS_FORM);

        assertThat(text(item)).isEqualTo("NURSE " + session + " " + due + " " + due + " " + state);
        assertThat(item.subject()).isEqualTo(CourseFixture.id(1).toString());
    }

    @ParameterizedTest
    @CsvSource({"DRAFTED, true", "SIGNED, true", "SUBMITTED, false", "ACKNOWLEDGED, false"})
    void only_a_form_that_was_sent_is_submitted(String state, boolean pending) {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");
        course.form(CourseFixture.id(1), state, "2026-03-03");

        assertThat(kinds(course, "2026-03-03").contains(Kind.REMS_FORM)).isEqualTo(pending);
        assertThat(kinds(course, "2026-03-02")).contains(Kind.REMS_FORM);
    }

    @Test
    void a_correction_and_a_voided_record_of_the_session_reopen_its_form() {
        var session = CourseFixture.id(1);
        var corrected = reported(session);
        corrected.record(new SessionCorrected(CourseFixture.COURSE, session, null, null, null, null, "L2", "lot"));
        var voided = reported(session).voided(CourseFixture.id(77), session);
        var elsewhere = reported(session).voided(CourseFixture.id(77), CourseFixture.id(78));

        assertThat(kinds(corrected, "2026-03-04")).contains(Kind.REMS_FORM);
        assertThat(kinds(corrected.form(session, "SUBMITTED", "2026-03-05"), "2026-03-05"))
                .doesNotContain(Kind.REMS_FORM);
        assertThat(kinds(voided, "2026-03-04")).contains(Kind.REMS_FORM);
        assertThat(kinds(elsewhere, "2026-03-04")).doesNotContain(Kind.REMS_FORM);
    }

    @ParameterizedTest
    @MethodSource("told")
    void so_does_what_the_form_tells_when_it_is_recorded_late(OfCourse told) {
        var late = reported(CourseFixture.id(1));
        late.record(told);

        assertThat(kinds(late, "2026-03-04")).contains(Kind.REMS_FORM);
    }

    private static Stream<OfCourse> told() {
        var session = CourseFixture.id(1);
        var on = LocalDate.parse("2026-03-02");
        return Stream.of(
                new ChecklistRecorded(
                        COURSE,
                        session,
                        AT,
                        null,
                        null,
                        null,
                        true,
                        new Concomitant(null, null, null, null),
                        null,
                        null),
                new DoseGiven(COURSE, session, SITE, on, AT, "DEVICE", MG, MG, false, null, null, null),
                new DoseStopped(COURSE, session, SITE, on, AT, MG, null, null, null),
                new VitalsRecorded(COURSE, session, AT, 120, 80, null, null, null),
                new AssessmentRecorded(COURSE, session, AT, 5, null, null),
                new AdverseEventRecorded(COURSE, session, AT, "syncope", true, null),
                new Discharged(COURSE, session, AT, "nurse-1", true),
                new LeftAgainstAdvice(COURSE, session, AT),
                new SessionAborted(COURSE, session, AT, "pressure"));
    }

    @Test
    void what_the_form_does_not_tell_leaves_it_submitted() {
        var session = CourseFixture.id(1);
        var course = reported(session);
        course.record(new OverrideGiven(COURSE, session, AT, "food", "eaten little", "Dr. Example"));
        course.record(new VitalsRecorded(COURSE, CourseFixture.id(78), AT, 120, 80, null, null, null));

        assertThat(kinds(course, "2026-03-04")).doesNotContain(Kind.REMS_FORM);
    }

    @Test
    void a_part_dose_is_reported_an_aborted_session_an_inpatient_and_another_drug_are_not() {
        assertThat(kinds(course("esk-trd-us", "2026-03-02").givenInPart("2026-03-02", null), "2026-03-02"))
                .contains(Kind.REMS_FORM);
        assertThat(kinds(course("esk-trd-us", "2026-03-02"), "2026-03-02")).doesNotContain(Kind.REMS_FORM);
        assertThat(kinds(CourseFixture.inpatient("esk-trd-us", "2026-03-02").given("2026-03-02"), "2026-03-02"))
                .doesNotContain(Kind.REMS_FORM);
        assertThat(kinds(course("iv-racemic-series", "2026-03-02").given("2026-03-02"), "2026-03-02"))
                .doesNotContain(Kind.REMS_FORM);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, ", "2026-03-07, PENDING", "2026-03-08, OVERDUE"})
    void an_alarming_answer_is_a_task_at_once_whatever_the_total(String asOf, DueItem.State state) {
        var course = course("iv-racemic-series", "2026-03-02");
        var task = course.nextId();
        course.alarming("PHQ9", 4, "2026-03-07", CourseFixture.COURSE);

        if (state == null) {
            assertThat(kinds(course, asOf)).doesNotContain(Kind.SAFETY);
        } else {
            var item = only(course, asOf, Kind.SAFETY);
            assertThat(text(item)).isEqualTo("PRESCRIBER 2026-03-07 2026-03-07 2026-03-07 " + state);
            assertThat(item.subject()).isEqualTo(task.toString());
        }
    }

    @Test
    void a_safety_task_ends_when_a_clinician_closes_it() {
        var course = course("iv-racemic-series", "2026-03-02");
        var task = course.nextId();
        course.alarming("CSSRS", null, "2026-03-07", CourseFixture.COURSE).safe(task, "2026-03-09");

        assertThat(kinds(course, "2026-03-08")).contains(Kind.SAFETY);
        assertThat(kinds(course, "2026-03-09")).doesNotContain(Kind.SAFETY);
        course.voided(CourseFixture.id(2), null);
        assertThat(kinds(course, "2026-03-09")).contains(Kind.SAFETY);
    }

    @Test
    void a_safety_task_is_of_the_course_that_its_measure_names_or_of_every_course() {
        var ours = course("iv-racemic-series", "2026-03-02").alarming("PHQ9", 4, "2026-03-07", null);
        var another = course("iv-racemic-series", "2026-03-02")
                .alarming("PHQ9", 4, "2026-03-07", CourseFixture.id(5_000_000));

        assertThat(kinds(ours, "2026-03-07")).contains(Kind.SAFETY);
        assertThat(kinds(another, "2026-03-07")).doesNotContain(Kind.SAFETY);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-30, UPCOMING", "2026-03-31, PENDING", "2026-04-01, OVERDUE"})
    void a_lapse_is_to_be_decided(String asOf, DueItem.State state) {
        var item = only(course("iv-racemic-series", "2026-03-02").given("2026-03-02"), asOf, Kind.LAPSE_DECISION);

        assertThat(text(item)).isEqualTo("PRESCRIBER 2026-03-31 2026-03-31 2026-03-31 " + state);
    }

    private static CourseFixture reported(UUID session) {
        return course("esk-trd-us", "2026-03-02").given("2026-03-02").form(session, "SUBMITTED", "2026-03-03");
    }

    private static List<Kind> kinds(CourseFixture course, String asOf) {
        return course.standing(asOf).dueItems().stream().map(DueItem::kind).toList();
    }

    private static DueItem only(CourseFixture course, String asOf, Kind kind) {
        var found = course.standing(asOf).dueItems().stream()
                .filter(item -> item.kind() == kind)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String text(DueItem item) {
        return item.audience() + " " + item.from() + " " + item.on() + " " + item.overdueAfter() + " " + item.state();
    }
}
