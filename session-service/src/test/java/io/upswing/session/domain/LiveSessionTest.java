package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.NINE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.given;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static io.upswing.session.domain.DoseKind.DEVICE;

import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.CheckIn;
import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.RecordAdministration;
import io.upswing.session.domain.SessionCommand.RecordFollowUp;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private static final Duration OBSERVATION = Duration.ofMinutes(120);

    @Test
    void a_session_is_of_the_day_at_the_site() {
        var lateEvening = Instant.parse("2026-04-01T03:30:00Z"); // 31 March in New York

        given(prescribed("esk-trd-us"))
                .when(new CheckIn(COURSE, null, null, lateEvening))
                .then(new CheckedIn(
                        COURSE, DeciderSpec.EVENT, SITE, LocalDate.of(2026, 3, 31), null, null, lateEvening));
    }

    @Test
    void five_minutes_ahead_is_as_far_as_a_clock_may_be() {
        given(prescribed("esk-trd-us"))
                .when(new CheckIn(COURSE, null, null, NOW.plusSeconds(300)))
                .thenSomething();
        given(prescribed("esk-trd-us"))
                .when(new CheckIn(COURSE, null, null, NOW.plusSeconds(301)))
                .thenBadInput("at");
    }

    @Test
    void what_took_place_is_recorded_whatever_was_on_file() {
        var before = LocalDate.of(2026, 2, 1); // before the prescription, no consent, not a dose of the label

        given(prescribed("esk-trd-us"))
                .when(administration(before))
                .then(new AdministrationRecorded(
                        COURSE, DeciderSpec.EVENT, SITE, before, mg(70), true, null, null, null, null));
    }

    @Test
    void what_is_dated_tomorrow_did_not_take_place() {
        given(prescribed("esk-trd-us")).when(administration(TODAY)).thenSomething();
        given(prescribed("esk-trd-us")).when(administration(TODAY.plusDays(1))).thenBadInput("on");
    }

    @Test
    void the_labels_observation_is_counted_from_the_last_device() {
        var given = cleared().and(checkedIn(28), given(DEVICE, 28, 28, true));

        given.when(discharge(NINE.plus(OBSERVATION).minusSeconds(1))).thenRefused("still-observed");
        given.when(discharge(NINE.plus(OBSERVATION)))
                .then(new Discharged(COURSE, SESSION, NINE.plus(OBSERVATION), "nurse-1", true));
    }

    @Test
    void to_discharge_twice_changes_nothing() {
        cleared()
                .and(checkedIn(56), new Discharged(COURSE, SESSION, NINE, "nurse-1", true))
                .when(discharge(NINE))
                .thenNothing();
    }

    @Test
    void a_session_ends_in_one_way_only() {
        var aborted = cleared().and(checkedIn(56), new SessionAborted(COURSE, SESSION, NINE, "pressure"));

        aborted.when(discharge(NOW)).thenRefused("session-over");
        aborted.when(new AbortSession(SESSION, "again", NOW)).thenNothing();
        cleared()
                .and(checkedIn(56))
                .when(new AbortSession(SESSION, "pressure", NINE))
                .then(new SessionAborted(COURSE, SESSION, NINE, "pressure"));
    }

    @Test
    void a_session_does_not_end_before_its_day() {
        var yesterday = NINE.minus(Duration.ofDays(1));

        cleared().and(checkedIn(56)).when(discharge(yesterday)).thenBadInput("at");
        cleared()
                .and(checkedIn(56))
                .when(new AbortSession(SESSION, "pressure", yesterday))
                .thenBadInput("at");
    }

    @Test
    void the_follow_up_is_of_the_day_on_which_it_was_made() {
        cleared()
                .and(checkedIn(56))
                .when(new RecordFollowUp(SESSION, "nurse-1", "well", null, NOW))
                .then(new FollowUpRecorded(COURSE, SESSION, NOW, TODAY, "nurse-1", "well", null));
        cleared()
                .and(checkedIn(56))
                .when(new RecordFollowUp(SESSION, "nurse-1", "well", null, NOW.minus(Duration.ofDays(1))))
                .thenBadInput("at");
    }

    private static RecordAdministration administration(LocalDate on) {
        return new RecordAdministration(COURSE, on, mg(70), true, null, null, null, null, NOW);
    }

    private static Discharge discharge(Instant at) {
        return new Discharge(SESSION, "nurse-1", true, at);
    }
}
