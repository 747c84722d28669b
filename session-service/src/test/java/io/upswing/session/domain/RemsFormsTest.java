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
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the form tells: scenarios 8, 12 and 17 as far as they concern it. */
class RemsFormsTest {
    private static final LocalDate BORN = LocalDate.of(1984, 5, 2);
    private static final SessionEvent[] DEVICES = {device(0, "L1"), device(5, "L1"), device(10, "L2")};

    /** 84 mg at 09:00, 09:05, 09:10, everything recorded, home at 11:10. */
    static final DeciderSpec WHOLE = cleared()
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
    void the_reading_at_40_minutes_is_the_one_that_the_timetable_asks_for() {
        var dosed = cleared().and(checkedIn(84)).and(DEVICES);

        assertThat(form(dosed.and(vitals(39, 150))).vitalsAt40Minutes()).isNull();
        assertThat(form(dosed.and(vitals(40, 150))).vitalsAt40Minutes()).isNotNull();
        assertThat(form(dosed.and(vitals(50, 150))).vitalsAt40Minutes()).isNotNull();
        assertThat(form(dosed.and(vitals(51, 150))).vitalsAt40Minutes()).isNull();
        assertThat(form(dosed.and(vitals(50, 151), vitals(41, 150))).vitalsAt40Minutes())
                .isEqualTo(vitals(41, 150));
    }

    @Test
    void with_devices_far_apart_it_may_come_until_40_minutes_after_the_last() {
        var apart = cleared().and(checkedIn(84), device(0, "L1"), device(5, "L1"), device(25, "L2"));

        assertThat(form(apart.and(vitals(65, 150))).vitalsAt40Minutes()).isNotNull();
        assertThat(form(apart.and(vitals(66, 150))).vitalsAt40Minutes()).isNull();
    }

    @Test
    void a_later_checklist_takes_no_answer_from_the_form() {
        var unasked = new Concomitant(null, null, true, null);
        var later = new ChecklistRecorded(COURSE, SESSION, at(-5), null, null, null, true, unasked, null, null);

        assertThat(form(WHOLE.and(later)).concomitant()).isEqualTo(new Concomitant(true, false, true, false));
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
    void scenario_17_a_dose_given_in_part_is_an_other_dose() {
        var stopped = cleared()
                .and(checkedIn(84), device(0, "L1"), device(5, "L1"))
                .and(new DoseStopped(COURSE, SESSION, SITE, TODAY, at(6), mg(42), mg(14), "nurse-2", null));

        assertThat(form(stopped).dose()).isEqualTo("other 42");
    }

    @Test
    void an_earlier_dose_makes_it_another_than_the_first_and_lends_it_nothing() {
        var form = form(cleared().and(administered("2026-03-20"), checkedIn(56), device(0, null)));

        assertThat(form.firstTreatment()).isFalse();
        assertThat(form.missing()).contains("lots", "benzodiazepines");
    }

    static RemsForm form(DeciderSpec history) {
        var course = history.chart().course(COURSE);
        return RemsForms.form(course, course.session(SESSION).orElseThrow(), BORN);
    }

    private static LocalDate dueOn(String treatmentDate) {
        var course = given(prescribed("esk-trd-us"), administered(SESSION, treatmentDate, true))
                .chart()
                .course(COURSE);
        return RemsForms.dueOn(course.session(SESSION).orElseThrow());
    }

    /** Minutes after the first device. */
    private static Instant at(int minute) {
        return NINE.plusSeconds(minute * 60L);
    }

    static DoseGiven device(int minute, String lot) {
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

    static VitalsRecorded vitals(int minute, int systolic) {
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
