package io.upswing.notification.domain;

import static io.upswing.notification.domain.About.Kind.CHECK_IN;
import static io.upswing.notification.domain.About.Kind.MAINTENANCE;
import static io.upswing.notification.domain.About.Kind.SESSION;
import static io.upswing.notification.domain.PlanFixture.APPOINTMENT;
import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.recipient;
import static io.upswing.notification.domain.Reminder.State.CANCELLED;
import static io.upswing.notification.domain.Reminder.State.EXPIRED;
import static io.upswing.notification.domain.Reminder.State.FAILED;
import static io.upswing.notification.domain.Reminder.State.PLANNED;
import static io.upswing.notification.domain.Reminder.State.SENT;
import static io.upswing.notification.domain.Reminder.State.STARTED;
import static io.upswing.notification.domain.Reminder.State.SUPPRESSED;
import static io.upswing.notification.domain.Reminder.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String BEFORE = "2026-03-01T15:00:00Z";

    private static PlanFixture session() {
        return patient().pending(SESSION, "2026-03-11", "2026-03-13", "2026-03-16");
    }

    @Test
    void what_is_not_booked_is_asked_for_three_times() {
        assertThat(session().plan(BEFORE))
                .extracting(
                        Reminder::step,
                        Reminder::state,
                        reminder -> reminder.dueAt().toString())
                .containsExactly(
                        tuple("due-from", PLANNED, "2026-03-11T14:00:00Z"),
                        tuple("due-on", PLANNED, "2026-03-13T14:00:00Z"),
                        tuple("overdue", PLANNED, "2026-03-17T14:00:00Z"));
    }

    @Test
    void maintenance_is_asked_for_in_the_same_way() {
        var plan = patient()
                .pending(MAINTENANCE, "2026-03-11", "2026-03-13", "2026-03-16")
                .plan(BEFORE);
        assertThat(plan).extracting(Reminder::step).containsExactly("due-from", "due-on", "overdue");
    }

    @Test
    void a_check_in_is_asked_for_once() {
        var plan = patient()
                .pending(CHECK_IN, "2026-03-11", "2026-03-11", "2026-03-13")
                .plan(BEFORE);
        assertThat(plan).extracting(Reminder::dueAt).containsExactly(Instant.parse("2026-03-11T14:00:00Z"));
    }

    @Test
    void what_is_booked_is_not_asked_for() {
        var booked = patient().pending(SESSION, "2026-03-11", "2026-03-13", "2026-03-16", APPOINTMENT);
        assertThat(booked.plan(BEFORE)).extracting(Reminder::state).containsOnly(CANCELLED);
    }

    @Test
    void two_steps_at_one_moment_are_one_message() {
        var plan = patient()
                .pending(SESSION, "2026-03-11", "2026-03-11", "2026-03-16")
                .plan(BEFORE);
        assertThat(plan).extracting(Reminder::state).containsExactly(CANCELLED, PLANNED, PLANNED);
    }

    @Test
    void what_is_no_longer_pending_is_no_longer_planned() {
        assertThat(session().nothingPending().plan(BEFORE)).isEmpty();
    }

    @Test
    void a_moved_or_cancelled_appointment_takes_its_reminders_along() {
        var plan = patient()
                .appointment("2026-03-20T14:00:00Z", Matter.Slot.State.MOVED)
                .appointment("2026-03-22T14:00:00Z", Matter.Slot.State.CANCELLED)
                .appointment("2026-03-24T14:00:00Z")
                .plan(BEFORE);
        assertThat(plan)
                .extracting(Reminder::state)
                .containsExactly(CANCELLED, CANCELLED, CANCELLED, CANCELLED, PLANNED, PLANNED);
    }

    @Test
    void nobody_is_written_to_without_an_address_or_against_their_will() {
        assertThat(session().who(recipient("America/New_York", null, false)).plan(BEFORE))
                .extracting(Reminder::state, Reminder::why)
                .containsOnly(tuple(SUPPRESSED, "There is no e-mail address."));
        assertThat(session()
                        .who(recipient("America/New_York", "ama@example.org", true))
                        .plan(BEFORE))
                .extracting(Reminder::state, Reminder::why)
                .containsOnly(tuple(SUPPRESSED, "The patient does not want e-mail."));
    }

    @Test
    void who_is_not_known_is_not_written_to_and_not_forgotten() {
        assertThat(session().who(null).plan(BEFORE))
                .extracting(Reminder::state, Reminder::why, Reminder::open)
                .containsOnly(tuple(SUPPRESSED, "It is not known here who the patient is.", true));
    }

    @Test
    void of_the_erased_only_what_was_told_remains() {
        var erased = session().started("due-from", "2026-03-11T14:00:00Z").forgotten();
        assertThat(erased.state("due-from", "2026-03-11T14:05:00Z")).isEqualTo(STARTED);
        assertThat(erased.state("due-on", "2026-03-11T14:05:00Z")).isEqualTo(CANCELLED);
    }

    @Test
    void what_was_started_stays_as_it_was_whatever_changes() {
        var told = session()
                .started("due-from", "2026-03-11T14:00:00Z")
                .settled("due-from", new Handover.Accepted("<1@x>"), "2026-03-11T14:00:01Z");

        assertThat(told.state("due-from", "2026-03-11T15:00:00Z")).isEqualTo(SENT);
        assertThat(told.pending(SESSION, "2026-03-20", "2026-03-22", "2026-03-25")
                        .reminder("due-from", "2026-03-11T15:00:00Z"))
                .returns(SENT, Reminder::state)
                .returns(Instant.parse("2026-03-11T14:00:00Z"), Reminder::dueAt);
        assertThat(told.nothingPending().state("due-from", "2026-03-11T15:00:00Z"))
                .isEqualTo(SENT);
    }

    @Test
    void outcomes_show() {
        var at = "2026-03-11T14:00:00Z";
        assertThat(session()
                        .started("due-from", at)
                        .settled("due-from", new Handover.Rejected("SMTP 550"), at)
                        .state("due-from", at))
                .isEqualTo(FAILED);
        assertThat(session()
                        .started("due-from", at)
                        .settled("due-from", new Handover.Unknown("silence"), at)
                        .state("due-from", at))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void what_was_not_handed_over_is_tried_again_later() {
        var at = "2026-03-11T14:00:00Z";
        var deferred = session().started("due-from", at).settled("due-from", new Handover.NotNow("SMTP 450"), at);

        assertThat(deferred.reminder("due-from", at))
                .returns(PLANNED, Reminder::state)
                .returns(2, Reminder::attempt)
                .returns(Instant.parse("2026-03-11T14:01:00Z"), Reminder::sendAt);
    }

    // Catching up: a step that has passed when it is planned

    @Test
    void a_step_that_has_passed_goes_at_once() {
        var late = session().reminder("due-from", "2026-03-12T18:00:00Z");
        assertThat(late.state()).isEqualTo(PLANNED);
        assertThat(Dispatching.isDue(late, Instant.parse("2026-03-12T18:00:00Z")))
                .isTrue();
    }

    @Test
    void but_not_at_night() {
        assertThat(session().reminder("due-from", "2026-03-12T02:30:00Z").sendAt())
                .isEqualTo("2026-03-12T12:00:00Z");
    }

    @Test
    void only_the_latest_of_those_that_have_passed() {
        var at = "2026-03-13T18:00:00Z";
        assertThat(session().state("due-from", at)).isEqualTo(EXPIRED);
        assertThat(session().state("due-on", at)).isEqualTo(PLANNED);
        assertThat(session().started("due-on", at).state("due-from", at)).isEqualTo(EXPIRED);
    }

    @Test
    void three_days_late_is_the_limit() {
        assertThat(session().state("overdue", "2026-03-20T14:00:00Z")).isEqualTo(PLANNED);
        assertThat(session().state("overdue", "2026-03-20T14:00:01Z")).isEqualTo(EXPIRED);
    }

    @Test
    void one_late_message_an_item_is_enough() {
        var told = session().started("due-from", "2026-03-12T18:00:00Z");
        assertThat(told.state("due-on", "2026-03-13T14:00:00Z")).isEqualTo(PLANNED);
        assertThat(told.state("due-on", "2026-03-13T14:10:00Z")).isEqualTo(PLANNED);
        assertThat(told.state("due-on", "2026-03-13T14:10:01Z")).isEqualTo(EXPIRED);
    }

    @Test
    void who_was_told_of_another_time_is_told_again_when_the_appointment_comes_back() {
        var monday = "2026-03-16T15:00:00Z";
        var tuesday = "2026-03-17T15:00:00Z";
        var told = patient().appointment(monday).started("1-day-before", "2026-03-15T13:00:00Z");
        told.nothingPending().appointment(monday, Matter.Slot.State.MOVED).appointment(tuesday);
        told.started(booked(told, "2026-03-15T14:00:00Z"), "2026-03-15T14:00:00Z");

        told.nothingPending().appointment(monday).appointment(tuesday, Matter.Slot.State.MOVED);
        var again = booked(told, "2026-03-15T14:05:00Z");
        assertThat(again)
                .returns(PLANNED, Reminder::state)
                .returns("1-day-before", Reminder::step)
                .returns(1, Reminder::attempt);

        told.started(again, "2026-03-15T14:05:00Z");
        assertThat(told.plan("2026-03-15T14:06:00Z"))
                .extracting(Reminder::state)
                .containsOnly(STARTED, CANCELLED, EXPIRED);
    }

    @Test
    void who_was_not_told_of_another_time_is_not_told_again_when_the_appointment_comes_back() {
        var told = patient().appointment("2026-03-16T15:00:00Z").started("1-day-before", "2026-03-15T13:00:00Z");
        told.appointment("2026-05-16T15:00:00Z", Matter.Slot.State.MOVED);
        assertThat(told.plan("2026-03-15T14:00:00Z"))
                .extracting(Reminder::state)
                .doesNotContain(PLANNED);
    }

    private static Reminder booked(PlanFixture patient, String at) {
        return patient.plan(at).stream()
                .filter(reminder -> reminder.state() == PLANNED)
                .min(Comparator.comparing(Reminder::sendAt))
                .orElseThrow();
    }

    @Test
    void what_is_tried_again_is_not_late_for_that() {
        var told = session().started("due-from", "2026-03-12T18:00:00Z");
        for (var at : List.of("14:00:00Z", "14:01:00Z", "14:03:00Z", "14:07:00Z", "14:15:00Z")) {
            var time = "2026-03-17T" + at;
            told.started("overdue", time).settled("overdue", new Handover.NotNow("SMTP 450"), time);
        }
        assertThat(told.state("overdue", "2026-03-17T14:31:00Z")).isEqualTo(PLANNED);
    }

    @Test
    void who_booked_late_is_told_the_day_before_even_when_that_is_held_up() {
        var booked = patient().appointment("2026-03-13T15:00:00Z").started("3-days-before", "2026-03-11T16:00:00Z");
        assertThat(booked.state("1-day-before", "2026-03-12T13:11:00Z")).isEqualTo(PLANNED);
    }

    @Test
    void nobody_is_told_of_what_they_were_told_since() {
        var told = session()
                .started("due-from", "2026-03-11T14:00:00Z")
                .pending(SESSION, "2026-03-09", "2026-03-11", "2026-03-16");
        assertThat(told.state("due-on", "2026-03-11T14:05:00Z")).isEqualTo(EXPIRED);
    }

    @Test
    void an_appointment_that_has_begun_needs_no_reminder() {
        var soon = patient().appointment("2026-03-09T12:30:00Z");
        assertThat(soon.state("1-day-before", "2026-03-09T12:29:59Z")).isEqualTo(PLANNED);
        assertThat(soon.state("1-day-before", "2026-03-09T12:30:00Z")).isEqualTo(EXPIRED);
    }

    @Test
    void what_expired_is_planned_anew_when_its_date_moves() {
        var at = "2026-03-25T14:00:00Z";
        var expired = session().expired("due-on", at);

        assertThat(expired.reminder("due-on", at))
                .returns(EXPIRED, Reminder::state)
                .returns(true, Reminder::recorded);
        assertThat(expired.pending(SESSION, "2026-04-11", "2026-04-13", "2026-04-16")
                        .state("due-on", at))
                .isEqualTo(PLANNED);
    }

    @Test
    void a_reminder_is_known_by_patient_matter_and_step() {
        assertThat(session().plan(BEFORE)).extracting(Reminder::id).doesNotHaveDuplicates();
        assertThat(session().reminder("due-on", BEFORE).id())
                .isEqualTo(session()
                        .pending(SESSION, "2027-03-11", "2027-03-13", "2027-03-16")
                        .reminder("due-on", BEFORE)
                        .id());
    }

    @Test
    void what_a_reminder_is_about_is_read_back_from_its_key() {
        var appointment = new About.AnAppointment(APPOINTMENT, Instant.parse("2026-03-09T12:30:00Z"), 1);
        var again = new About.AnAppointment(APPOINTMENT, appointment.start(), 2);
        var item = new About.ADueItem(PlanFixture.COURSE, SESSION, "a/b");
        assertThat(About.of(appointment.key())).isEqualTo(appointment);
        assertThat(About.of(again.key())).isEqualTo(again);
        assertThat(appointment.key()).isEqualTo("appointment/" + APPOINTMENT + "/2026-03-09T12:30:00Z");
        assertThat(About.of(item.key())).isEqualTo(item);
    }
}
