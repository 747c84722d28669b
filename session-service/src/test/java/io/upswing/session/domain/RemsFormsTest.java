package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.NINE;
import static io.upswing.session.domain.CourseFixture.PATIENT;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.consent;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static io.upswing.session.domain.FormStep.ACKNOWLEDGED;
import static io.upswing.session.domain.FormStep.DRAFTED;
import static io.upswing.session.domain.FormStep.SIGNED;
import static io.upswing.session.domain.FormStep.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.session.domain.SessionCommand.RecordRemsForm;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Scenarios 8, 10, 12, 17 and 30 as far as they concern the form. */
class RemsFormsTest {
    private static final LocalDate BORN = LocalDate.of(1984, 5, 2);
    private static final SessionEvent[] DEVICES = {device(0, "L1"), device(5, "L1"), device(10, "L2")};

    /** 84 mg at 09:00, 09:05, 09:10, everything recorded, home at 11:10. */
    private static final DeciderSpec WHOLE = cleared()
            .and(checkedIn(84), checklist(), vitals(-5, 128))
            .and(DEVICES)
            .and(vitals(45, 150), assessment(40, 4, 12, false), vitals(125, 130), assessment(125, 5, 0, false))
            .and(discharged(130));

    @Test
    void scenario_8_the_minutes_of_the_form_run_from_the_first_device_and_the_minimum_from_the_last() {
        var form = form(WHOLE);

        assertThat(form.missing()).isEmpty();
        assertThat(form.totalMinutes()).isEqualTo(130);
        assertThat(form.minimumMet()).isTrue();
        assertThat(form.dose()).isEqualTo("84");
        assertThat(form.lots()).containsExactly("L1", "L2");
        assertThat(form.patientId()).isEqualTo(PATIENT);
        assertThat(form.siteId()).isEqualTo(SITE);
        assertThat(form.treatmentDate()).isEqualTo(TODAY);
        assertThat(form.firstTreatment()).isTrue();
        assertThat(form.enrolmentConfirmedOn()).isEqualTo("2026-03-01");
        assertThat(form.monitoredBy()).isEqualTo("nurse-1");
        assertThat(form.concomitant().benzodiazepines()).isTrue();
    }

    @Test
    void what_was_ever_seen_after_the_first_device_occurred() {
        var form = form(WHOLE);

        assertThat(form.sedation()).isTrue();
        assertThat(form.dissociation()).isTrue();
        assertThat(form.respiratoryDepression()).isFalse();
        var before = cleared().and(checkedIn(56), assessment(-10, 4, null, null), device(0, "L1"));
        assertThat(form(before).sedation()).isNull();
    }

    @Test
    void dissociated_is_above_4_and_sedated_below_5() {
        var dosed = cleared().and(checkedIn(56), device(0, "L1"));

        assertThat(form(dosed.and(assessment(40, 5, 4, null))).dissociation()).isFalse();
        assertThat(form(dosed.and(assessment(40, 5, 5, null))).dissociation()).isTrue();
        assertThat(form(dosed.and(assessment(40, 5, 4, null))).sedation()).isFalse();
        assertThat(form(dosed.and(assessment(40, 4, 4, null))).sedation()).isTrue();
    }

    @Test
    void the_reading_at_40_minutes_lies_between_40_minutes_after_the_first_device_and_10_late_after_the_last() {
        var dosed = cleared().and(checkedIn(84)).and(DEVICES);

        assertThat(form(dosed.and(vitals(39, 150))).vitalsAt40Minutes()).isNull();
        assertThat(form(dosed.and(vitals(40, 150))).vitalsAt40Minutes()).isNotNull();
        assertThat(form(dosed.and(vitals(60, 150))).vitalsAt40Minutes()).isNotNull();
        assertThat(form(dosed.and(vitals(61, 150))).vitalsAt40Minutes()).isNull();
        assertThat(form(dosed.and(vitals(50, 151), vitals(41, 150))).vitalsAt40Minutes())
                .isEqualTo(vitals(41, 150));
    }

    @Test
    void the_reading_at_completion_is_the_last_and_not_from_before_the_end_of_observation() {
        var dosed = cleared().and(checkedIn(84)).and(DEVICES);

        assertThat(form(dosed.and(vitals(119, 130), discharged(145))).vitalsAtCompletion())
                .isNull();
        assertThat(form(dosed.and(vitals(120, 130), discharged(145))).vitalsAtCompletion())
                .isNotNull();
        assertThat(form(dosed.and(vitals(130, 170), vitals(145, 150), discharged(145)))
                        .vitalsAtCompletion())
                .isEqualTo(vitals(145, 150));
        assertThat(form(dosed.and(vitals(58, 130), left(60))).vitalsAtCompletion())
                .isEqualTo(vitals(58, 130));
    }

    @Test
    void the_minimum_is_met_to_the_minute() {
        var dosed = cleared().and(checkedIn(84)).and(DEVICES);

        assertThat(form(dosed.and(left(129))).minimumMet()).isFalse();
        assertThat(form(dosed.and(left(129))).totalMinutes()).isEqualTo(129);
        assertThat(form(dosed.and(left(130))).minimumMet()).isTrue();
    }

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
    void nothing_is_invented_for_a_session_entered_in_one_record() {
        var form = form(given(prescribed("esk-trd-us"), consent(), administered(SESSION, "2026-03-02", true)));

        assertThat(form.dose()).isEqualTo("56");
        assertThat(form.missing())
                .containsExactly(
                        "benzodiazepines",
                        "stimulants",
                        "maois",
                        "opioids",
                        "lots",
                        "totalMinutes",
                        "minimumMet",
                        "vitalsBefore",
                        "vitalsAt40Minutes",
                        "vitalsAtCompletion",
                        "sedation",
                        "dissociation",
                        "respiratoryDepression",
                        "enrolmentConfirmedOn",
                        "monitoredBy");
    }

    @Test
    void scenario_12_due_7_calendar_days_after_the_treatment_over_a_holiday_too() {
        assertThat(dueOn("2026-03-06")).isEqualTo("2026-03-13");
        assertThat(dueOn("2026-12-25")).isEqualTo("2027-01-01");
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
    void scenario_17_a_dose_given_in_part_is_an_other_dose() {
        var stopped = cleared()
                .and(checkedIn(84), device(0, "L1"), device(5, "L1"))
                .and(new DoseStopped(COURSE, SESSION, SITE, TODAY, at(6), mg(42), mg(14), "nurse-2", null));

        assertThat(form(stopped).dose()).isEqualTo("other 42");
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

    @Test
    void an_earlier_dose_makes_it_another_than_the_first_and_lends_it_nothing() {
        var form = form(cleared().and(administered("2026-03-20"), checkedIn(56), device(0, null)));

        assertThat(form.firstTreatment()).isFalse();
        assertThat(form.missing()).contains("lots", "benzodiazepines");
    }

    private static DeciderSpec submitted() {
        return WHOLE.and(step(DRAFTED), step(SIGNED), step(SUBMITTED));
    }

    private static RemsForm form(DeciderSpec history) {
        var course = history.chart().course(COURSE);
        return RemsForms.form(course, course.session(SESSION).orElseThrow(), BORN);
    }

    private static FormStep progress(DeciderSpec history) {
        var course = history.chart().course(COURSE);
        return RemsForms.progress(course, course.session(SESSION).orElseThrow()).reached();
    }

    private static LocalDate dueOn(String treatmentDate) {
        var course = given(prescribed("esk-trd-us"), administered(SESSION, treatmentDate, true))
                .chart()
                .course(COURSE);
        return RemsForms.dueOn(course.session(SESSION).orElseThrow());
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

    /** Minutes after the first device. */
    private static Instant at(int minute) {
        return NINE.plusSeconds(minute * 60L);
    }

    private static DoseGiven device(int minute, String lot) {
        return new DoseGiven(
                COURSE, SESSION, SITE, TODAY, at(minute), "DEVICE", mg(28), mg(84), minute == 10, lot, null, null);
    }

    private static ChecklistRecorded checklist() {
        return new ChecklistRecorded(
                COURSE,
                SESSION,
                at(-10),
                null,
                null,
                null,
                true,
                new Concomitant(true, false, false, false),
                null,
                null);
    }

    private static VitalsRecorded vitals(int minute, int systolic) {
        return new VitalsRecorded(COURSE, SESSION, at(minute), systolic, 80, null, null, null);
    }

    private static AssessmentRecorded assessment(int minute, Integer moaas, Integer cadss, Boolean depressed) {
        return new AssessmentRecorded(COURSE, SESSION, at(minute), moaas, cadss, depressed);
    }

    private static Discharged discharged(int minute) {
        return new Discharged(COURSE, SESSION, at(minute), "nurse-1", true);
    }

    private static LeftAgainstAdvice left(int minute) {
        return new LeftAgainstAdvice(COURSE, SESSION, at(minute));
    }
}
