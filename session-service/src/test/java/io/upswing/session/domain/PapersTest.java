package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;

import io.upswing.session.domain.SessionCommand.DecideEligibility;
import io.upswing.session.domain.SessionCommand.RecordConcurrentTreatment;
import io.upswing.session.domain.SessionCommand.RecordContraindication;
import io.upswing.session.domain.SessionCommand.RecordRemsEnrolment;
import io.upswing.session.domain.SessionCommand.SignConsent;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PapersTest {
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Test
    void a_consent_says_what_was_signed_and_when() {
        given(prescribed("esk-trd-us"))
                .when(new SignConsent(COURSE, TODAY, "consent-7", NOW))
                .then(new ConsentSigned(COURSE, TODAY, "consent-7"));
    }

    @Test
    void nothing_was_signed_found_or_confirmed_tomorrow() {
        var course = given(prescribed("esk-trd-us"));
        course.when(new SignConsent(COURSE, TOMORROW, "consent-7", NOW)).thenBadInput("signedOn");
        course.when(new RecordContraindication(COURSE, "hypersensitivity", true, TOMORROW, NOW))
                .thenBadInput("on");
        course.when(new RecordRemsEnrolment(COURSE, Enrolment.CONFIRMED, TOMORROW, NOW))
                .thenBadInput("on");
    }

    @Test
    void eligibility_is_decided_on_the_date_at_the_site() {
        var lateTheDayBefore = NOW.minus(Duration.ofHours(16));
        given(prescribed("esk-trd-us"))
                .when(new DecideEligibility(
                        COURSE, Eligibility.ELIGIBLE, "Dr. Example", List.of(), null, lateTheDayBefore))
                .then(new EligibilityDecided(COURSE, "ELIGIBLE", TODAY.minusDays(1), "Dr. Example", List.of(), null));
    }

    @Test
    void a_contraindication_is_found_and_may_be_lifted() {
        given(prescribed("esk-trd-us"))
                .when(new RecordContraindication(COURSE, "hypersensitivity", false, TODAY, NOW))
                .then(new ContraindicationRecorded(COURSE, "hypersensitivity", false, TODAY));
    }

    @Test
    void only_a_protocol_under_rems_knows_an_enrolment() {
        var confirmed = new RecordRemsEnrolment(COURSE, Enrolment.CONFIRMED, TODAY, NOW);
        given(prescribed("esk-trd-us")).when(confirmed).then(new RemsEnrolmentRecorded(COURSE, "CONFIRMED", TODAY));
        given(prescribed("iv-racemic-series")).when(confirmed).thenRefused("not-under-rems");
    }

    @Test
    void an_antidepressant_beside_the_treatment_is_recorded_by_date() {
        var course = given(prescribed("esk-mdsi-us"));

        course.when(new RecordConcurrentTreatment(COURSE, true, TODAY, NOW))
                .then(new ConcurrentTreatmentRecorded(COURSE, true, TODAY));
        course.when(new RecordConcurrentTreatment(COURSE, true, TOMORROW, NOW)).thenBadInput("on");
    }

    @Test
    void there_are_no_papers_without_a_course() {
        given().when(new SignConsent(new UUID(7, 7), TODAY, "consent-7", NOW)).thenNoSuch();
    }
}
