package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.NINE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.consent;
import static io.upswing.session.domain.CourseFixture.eligible;
import static io.upswing.session.domain.CourseFixture.enrolled;
import static io.upswing.session.domain.CourseFixture.give;
import static io.upswing.session.domain.CourseFixture.given;
import static io.upswing.session.domain.CourseFixture.induction;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.given;
import static io.upswing.session.domain.DoseKind.DEVICE;
import static io.upswing.session.domain.DoseKind.INFUSION_END;
import static io.upswing.session.domain.DoseKind.INFUSION_START;
import static io.upswing.session.domain.DoseKind.INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DosingTest {

    @Test
    void the_record_that_reaches_the_order_completes_the_session() {
        var begun = cleared().and(administered("2026-03-26"), checkedIn(84));

        begun.when(give(DEVICE, 28)).then(given(DEVICE, 28, 84, false));
        begun.and(given(DEVICE, 28, 84, false), given(DEVICE, 28, 84, false))
                .when(give(DEVICE, 28))
                .then(given(DEVICE, 28, 84, true));
        begun.and(given(DEVICE, 56, 84, false), given(DEVICE, 28, 84, true))
                .when(give(DEVICE, 28))
                .then(given(DEVICE, 28, 84, false));
    }

    @Test
    void the_order_in_effect_counts_and_without_one_the_labels_first_dose() {
        var later = new DoseOrdered(COURSE, mg(84), null, TODAY.plusDays(1), "Dr. Example");
        var order = new DoseOrdered(COURSE, mg(84), null, TODAY, "Dr. Example");

        cleared().and(checkedIn(null)).when(give(DEVICE, 56)).then(given(DEVICE, 56, 56, true));
        cleared().and(later, checkedIn(null)).when(give(DEVICE, 56)).then(given(DEVICE, 56, 56, true));
        cleared()
                .and(administered("2026-03-26"), order, checkedIn(null))
                .when(give(DEVICE, 56))
                .then(given(DEVICE, 56, 84, false));
    }

    @Test
    void no_dose_without_consent() {
        given(prescribed("esk-trd-us"), enrolled(Enrolment.CONFIRMED), eligible(Eligibility.ELIGIBLE), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenRefused("no-consent");
    }

    @Test
    void a_consent_that_was_taken_back_is_none() {
        cleared()
                .and(new RecordVoided(COURSE, DeciderSpec.id(1), null, "another patient's"), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenRefused("no-consent");
    }

    @Test
    void scenario_13_outpatients_under_a_rems_are_enrolled_first() {
        given(
                        prescribed("esk-trd-us"),
                        consent(),
                        enrolled(Enrolment.SENT),
                        eligible(Eligibility.ELIGIBLE),
                        checkedIn(56))
                .when(give(DEVICE, 28))
                .thenRefused("not-enrolled");
        given(prescribed("esk-trd-us", Setting.INPATIENT), consent(), eligible(Eligibility.ELIGIBLE), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenSomething();
        given(prescribed("esk-trd-eu"), consent(), eligible(Eligibility.ELIGIBLE), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenSomething();
    }

    @Test
    void a_contraindication_blocks_until_it_is_known_to_be_gone() {
        var present = new ContraindicationRecorded(COURSE, "hypersensitivity", true, TODAY.minusDays(2));
        var gone = new ContraindicationRecorded(COURSE, "hypersensitivity", false, TODAY);

        cleared().and(present, checkedIn(56)).when(give(DEVICE, 28)).thenRefused("contraindicated");
        cleared().and(present, gone, checkedIn(56)).when(give(DEVICE, 28)).thenSomething();
        cleared().and(gone, present, checkedIn(56)).when(give(DEVICE, 28)).thenSomething();
    }

    @Test
    void what_was_found_in_an_earlier_course_is_known_in_the_next() {
        var earlier = new UUID(7, 7);
        var first = prescribed(earlier, "iv-racemic-series", Setting.OUTPATIENT);
        var present = new ContraindicationRecorded(earlier, "av-malformation", true, TODAY.minusDays(200));
        var found = cleared().and(first, present, checkedIn(56));

        found.when(give(DEVICE, 28)).thenRefused("contraindicated");
        found.and(new RecordVoided(earlier, DeciderSpec.id(5), null, "another patient's"))
                .when(give(DEVICE, 28))
                .thenSomething();
        found.and(new ContraindicationRecorded(COURSE, "av-malformation", false, TODAY))
                .when(give(DEVICE, 28))
                .thenSomething();
    }

    @Test
    void a_dose_that_the_label_does_not_know_is_not_given() {
        cleared().and(checkedIn(70)).when(give(DEVICE, 28)).thenRefused("dose-not-in-protocol");
        cleared().and(checkedIn(84)).when(give(DEVICE, 112)).thenRefused("dose-not-in-protocol");
        cleared().and(checkedIn(84)).when(give(DEVICE, 57)).thenRefused("dose-not-in-protocol");
    }

    @Test
    void a_dose_is_of_the_day_of_its_session() {
        cleared()
                .and(checkedIn(56))
                .when(new SessionCommand.GiveDose(
                        SESSION, DEVICE, mg(28), null, null, null, NINE.minus(java.time.Duration.ofDays(1))))
                .thenBadInput("at");
    }

    @Test
    void what_stands_in_the_way_after_midnight_is_what_is_on_file_then() {
        var evening = new CheckedIn(COURSE, SESSION, SITE, TODAY.minusDays(1), null, mg(56), NINE);
        var found = new ContraindicationRecorded(COURSE, "hypersensitivity", true, TODAY);

        cleared().and(evening).when(give(DEVICE, 28)).thenSomething();
        cleared().and(evening, found).when(give(DEVICE, 28)).thenRefused("contraindicated");
    }

    @Test
    void an_open_gate_waits_for_a_clinician() {
        cleared().and(induction(8)).and(checkedIn(56)).when(give(DEVICE, 28)).thenRefused("gate-pending");
    }

    @Test
    void esketamine_waits_for_a_prescribers_word() {
        given(prescribed("esk-trd-us"), consent(), enrolled(Enrolment.CONFIRMED), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenRefused("not-eligible");
        cleared()
                .and(eligible(Eligibility.NOT_ELIGIBLE), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenRefused("not-eligible");
        given(prescribed("iv-racemic-series"), consent(), checkedIn(null))
                .when(give(INFUSION_START, 40))
                .thenSomething();
    }

    @Test
    void after_the_first_dose_the_rest_is_fact() {
        given(prescribed("esk-trd-us"), checkedIn(84), given(DEVICE, 28, 84, false))
                .when(give(DEVICE, 28))
                .thenSomething();
    }

    @Test
    void an_infusion_counts_when_it_ends_and_an_injection_at_once() {
        var infusion = given(prescribed("iv-racemic-series"), consent(), checkedIn(40));

        infusion.when(give(INFUSION_START, 40)).then(given(INFUSION_START, 40, 40, false));
        infusion.and(given(INFUSION_START, 40, 40, false))
                .when(give(INFUSION_END, 40))
                .then(given(INFUSION_END, 40, 40, true));
        given(prescribed("im-racemic-series"), consent(), checkedIn(null))
                .when(give(INJECTION, 40))
                .then(given(INJECTION, 40, null, true));
    }

    @Test
    void an_infusion_ends_once_and_not_before_it_began() {
        var running = given(prescribed("iv-racemic-series"), consent(), checkedIn(40))
                .and(given(INFUSION_START, 40, 40, false));
        var end = RoomFixture.dose(INFUSION_END, "09:40", mg(40), 40, true);

        running.when(giveAt(INFUSION_START, "09:10")).thenBadInput("kind");
        running.when(giveAt(INFUSION_END, "08:59")).thenBadInput("at");
        running.when(giveAt(INFUSION_END, "09:40")).thenSomething();
        running.and(end).when(giveAt(INFUSION_END, "09:40")).thenBadInput("kind");
        running.and(end).when(giveAt(INFUSION_START, "10:00")).thenSomething();
    }

    @Test
    void the_gap_before_a_dose_after_midnight_is_that_of_the_date_on_which_it_counts() {
        var evening = new CheckedIn(COURSE, SESSION, SITE, TODAY.minusDays(1), null, mg(56), NINE);

        cleared()
                .and(administered("2026-03-30"), evening)
                .when(give(DEVICE, 28))
                .thenRefused("too-soon");
    }

    @Test
    void an_infusion_that_ended_in_the_minute_in_which_it_began_runs_no_more() {
        var ended = given(prescribed("iv-racemic-series"), consent(), checkedIn(40))
                .and(given(INFUSION_START, 40, 40, false), given(INFUSION_END, 40, 40, true));

        assertThat(RoomFixture.visit(ended).session().infusionRunning()).isFalse();
        ended.when(giveAt(INFUSION_END, "09:00")).thenBadInput("kind");
    }

    private static GiveDose giveAt(DoseKind kind, String time) {
        return new GiveDose(SESSION, kind, mg(40), null, null, null, RoomFixture.at(time));
    }

    @Test
    void a_dose_goes_by_the_protocols_route() {
        cleared().and(checkedIn(56)).when(give(INJECTION, 56)).thenBadInput("kind");
    }

    @Test
    void a_device_after_a_correction_adds_to_what_was_corrected() {
        var begun = cleared().and(checkedIn(84), given(DEVICE, 28, 84, false));
        var corrected = new SessionCorrected(COURSE, SESSION, null, mg(28), false, null, null, "lot misread");

        begun.and(corrected, given(DEVICE, 28, 84, false))
                .when(give(DEVICE, 28))
                .then(given(DEVICE, 28, 84, true));
    }

    @Test
    void what_was_given_before_the_discharge_may_be_written_down_after_it() {
        var out = cleared().and(checkedIn(56), given(DEVICE, 28, 56, false));

        out.and(new Discharged(COURSE, SESSION, NINE.plusSeconds(9_000), "nurse", true))
                .when(give(DEVICE, 28))
                .then(given(DEVICE, 28, 56, true));
        out.and(new Discharged(COURSE, SESSION, NINE.minusSeconds(1), "nurse", true))
                .when(give(DEVICE, 28))
                .thenRefused("session-over");
    }
}
