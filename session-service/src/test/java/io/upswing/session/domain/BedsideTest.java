package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.RoomFixture.arrived;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.discharged;
import static io.upswing.session.domain.RoomFixture.sprayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.GiveOverride;
import io.upswing.session.domain.SessionCommand.LeaveAgainstAdvice;
import io.upswing.session.domain.SessionCommand.RecordAdverseEvent;
import io.upswing.session.domain.SessionCommand.RecordAssessment;
import io.upswing.session.domain.SessionCommand.RecordChecklist;
import io.upswing.session.domain.SessionCommand.RecordVitals;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BedsideTest {

    @Test
    void what_is_read_and_seen_is_recorded() {
        sprayed()
                .when(vitals(128, 80, at("09:45")))
                .then(new VitalsRecorded(COURSE, SESSION, at("09:45"), 128, 80, 72, null, null));
        sprayed()
                .when(new RecordAssessment(SESSION, 4, null, null, at("10:00")))
                .then(new AssessmentRecorded(COURSE, SESSION, at("10:00"), 4, null, null));
        sprayed()
                .when(new RecordAdverseEvent(SESSION, "nausea", false, null, at("10:00")))
                .then(new AdverseEventRecorded(COURSE, SESSION, at("10:00"), "nausea", false, null));
    }

    @Test
    void a_fact_is_recorded_late_too_if_it_is_of_the_session() {
        var out = sprayed().and(discharged("11:10", true));

        out.when(vitals(128, 80, at("09:45"))).thenSomething();
        out.when(vitals(128, 80, at("09:45").minus(Duration.ofDays(1)))).thenBadInput("at");
        sprayed()
                .and(new LeftAgainstAdvice(COURSE, SESSION, at("10:00")))
                .when(vitals(128, 80, at("09:45")))
                .thenSomething();
    }

    @Test
    void who_came_in_the_evening_may_be_watched_after_midnight_but_not_a_day_later() {
        checkedInDaysAgo(1).when(vitals(128, 80, at("00:10"))).thenSomething();
        checkedInDaysAgo(2).when(vitals(128, 80, at("00:10"))).thenBadInput("at");
    }

    @Test
    void nothing_is_seen_in_a_session_that_was_taken_back_or_entered_whole() {
        cleared()
                .and(checkedIn(56), new SessionVoided(COURSE, SESSION, "another patient's"))
                .when(vitals(128, 80, at("09:45")))
                .thenRefused("session-over");
        cleared()
                .and(administered(SESSION, "2026-04-01", true))
                .when(vitals(128, 80, at("09:45")))
                .thenRefused("session-over");
    }

    @Test
    void what_cannot_be_is_bad_input() {
        arrived(56).when(vitals(80, 80, at("09:00"))).thenBadInput("systolic");
        arrived(56)
                .when(new RecordAssessment(SESSION, null, null, null, at("09:00")))
                .thenBadInput("");
        arrived(56).when(checklist(at("09:01"))).thenBadInput("lastFoodAt");
        arrived(56).when(checklist(at("09:00"))).thenSomething();
    }

    @Test
    void a_prescriber_overrides_what_can_be_overridden() {
        arrived(56)
                .when(override("week-cap"))
                .then(new OverrideGiven(COURSE, SESSION, at("09:00"), "week-cap", "makes up", "Dr. Example"));
        arrived(56).when(override("bp-high")).thenSomething();
        arrived(56).when(override("no-consent")).thenRefused("not-overridable");
        arrived(56).when(override("still-observed")).thenRefused("not-overridable");
        arrived(56).when(override("no-such-rule")).thenBadInput("rule");
    }

    @Test
    void the_codes_of_the_rules_are_what_clients_rely_on() {
        assertThat(Rule.takeable())
                .contains("day1-dose", "week-cap", "too-soon", "dose-range", "observation", "safety-task")
                .contains("device-rest", "weight-old", "reading-missing", "ride-unconfirmed")
                .doesNotContain("no-consent", "gate-pending", "not-resolved", "infusion-running", "still-observed");
    }

    @Test
    void who_leaves_against_advice_is_not_held_back() {
        var left = new LeftAgainstAdvice(COURSE, SESSION, at("10:00"));

        sprayed().when(new LeaveAgainstAdvice(SESSION, at("10:00"))).then(left);
        sprayed().and(left).when(new LeaveAgainstAdvice(SESSION, at("10:01"))).thenNothing();
        sprayed()
                .and(discharged("11:10", true))
                .when(new LeaveAgainstAdvice(SESSION, at("11:20")))
                .thenRefused("session-over");
        sprayed()
                .and(left)
                .when(new SessionCommand.Discharge(SESSION, "nurse-1", true, at("11:20")))
                .thenRefused("session-over");
    }

    @Test
    void who_was_given_a_dose_is_not_sent_home_as_if_not() {
        sprayed().when(new AbortSession(SESSION, "pressure", at("09:20"))).thenRefused("dose-given");
        arrived(56).when(new AbortSession(SESSION, "pressure", at("08:55"))).thenSomething();
    }

    private static DeciderSpec checkedInDaysAgo(int days) {
        var at = at("09:00").minus(Duration.ofDays(days));
        return cleared().and(new CheckedIn(COURSE, SESSION, SITE, TODAY.minusDays(days), null, null, at));
    }

    private static RecordVitals vitals(int systolic, int diastolic, Instant at) {
        return new RecordVitals(SESSION, systolic, diastolic, 72, null, null, at);
    }

    private static RecordChecklist checklist(Instant lastFoodAt) {
        var notAsked = new Concomitant(null, null, null, null);
        return new RecordChecklist(SESSION, lastFoodAt, null, null, true, notAsked, null, null, at("09:00"));
    }

    private static GiveOverride override(String rule) {
        return new GiveOverride(SESSION, rule, "makes up", "Dr. Example", at("09:00"));
    }
}
