package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.APPOINTMENT;
import static io.upswing.notification.domain.PlanFixture.NEW_YORK;
import static io.upswing.notification.domain.PlanFixture.SITE;
import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.Reminder.State.CANCELLED;
import static io.upswing.notification.domain.Reminder.State.PLANNED;
import static io.upswing.notification.domain.Reminder.State.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Matter.Slot;
import io.upswing.notification.events.NotificationEvent.DispatchBounced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the clinic does to an appointment is told once, when it has settled. */
class NewsTest {
    private static final String NINE = "2026-03-12T13:00:00Z";
    private static final String TEN = "2026-03-12T14:00:00Z";
    private static final String ELEVEN = "2026-03-12T15:00:00Z";
    private static final Instant BOOKED = Instant.parse("2026-03-01T15:00:00Z");

    private static Slot slot(String start, Slot.State state, @Nullable String changedAt, String known) {
        var changed =
                changedAt == null ? null : new Slot.Changed(Instant.parse(changedAt), Instant.parse(known), BOOKED);
        return new Slot(APPOINTMENT, SITE, Instant.parse(start), NEW_YORK, state, false, changed, null);
    }

    private static Slot movedTo(String start, String at) {
        return slot(start, Slot.State.BOOKED, at, NINE);
    }

    @Test
    void a_move_is_told_three_minutes_later_and_says_what_a_reminder_would_have_said() {
        var at = "2026-03-11T15:00:00Z"; // the day before: the reminder of that day has passed
        var moved = patient().matter(movedTo(TEN, at));
        assertThat(moved.reminder("changed", at))
                .returns(PLANNED, Reminder::state)
                .returns(Instant.parse("2026-03-11T15:03:00Z"), Reminder::sendAt);
        assertThat(moved.state("1-day-before", at)).isEqualTo(CANCELLED);
        moved.started("changed", "2026-03-11T15:03:00Z");
        assertThat(moved.state("changed", "2026-03-11T15:04:00Z")).isEqualTo(STARTED);
        assertThat(moved.state("1-day-before", "2026-03-11T15:04:00Z")).isEqualTo(CANCELLED);
    }

    @Test
    void of_two_words_of_one_moment_it_is_always_the_same_that_came_last() {
        var at = "2026-03-11T15:03:00Z";
        var nine = patient().matter(slot(NINE, Slot.State.BOOKED, null, NINE));
        var ofNine = nine.started("1-day-before", at).dispatch("1-day-before", at);
        var ten = patient().matter(movedTo(TEN, "2026-03-11T15:00:00Z"));
        var ofTen = ten.started("changed", at).dispatch("changed", at);
        assertThat(known(List.of(ofNine, ofTen))).isEqualTo(known(List.of(ofTen, ofNine)));
    }

    private static Instant known(List<Dispatch> told) {
        var changed = new Slot.Changed(BOOKED, Instant.parse(ELEVEN), BOOKED);
        return new ToldTimes(told).known(APPOINTMENT, changed, null);
    }

    @Test
    void a_later_reminder_of_the_new_time_comes_all_the_same() {
        var moved = patient().matter(movedTo(TEN, "2026-03-10T15:00:00Z"));
        assertThat(moved.state("1-day-before", "2026-03-10T15:05:00Z")).isEqualTo(PLANNED);
    }

    @Test
    void a_slip_that_was_corrected_is_not_told() {
        var back = patient().matter(movedTo(NINE, "2026-03-10T15:01:00Z"));
        assertThat(back.state("changed", "2026-03-10T15:02:00Z")).isEqualTo(CANCELLED);
    }

    @Test
    void of_two_moves_the_last_word_is_told() {
        var moved = patient()
                .matter(slot(TEN, Slot.State.MOVED, "2026-03-10T15:00:00Z", NINE))
                .matter(movedTo(ELEVEN, "2026-03-10T15:02:00Z"));
        assertThat(moved.plan("2026-03-10T15:02:30Z"))
                .filteredOn(reminder -> reminder.step().equals("changed"))
                .singleElement()
                .returns(Instant.parse("2026-03-10T15:05:00Z"), Reminder::sendAt);
    }

    @Test
    void who_was_told_of_the_slip_is_told_of_its_correction() {
        var moved = patient().matter(movedTo(TEN, "2026-03-10T15:00:00Z"));
        moved.started("changed", "2026-03-10T15:03:00Z");
        moved.nothingPending().matter(movedTo(NINE, "2026-03-10T15:10:00Z"));
        assertThat(moved.plan("2026-03-10T15:10:00Z"))
                .filteredOn(reminder -> reminder.step().equals("changed"))
                .extracting(Reminder::state)
                .containsExactlyInAnyOrder(STARTED, PLANNED);
    }

    @Test
    void what_the_clinic_calls_off_is_told_and_what_the_patient_does_is_not() {
        var at = "2026-03-10T15:00:00Z";
        var off = patient().matter(slot(NINE, Slot.State.CANCELLED, at, NINE));
        assertThat(off.reminder("called-off", at))
                .returns(PLANNED, Reminder::state)
                .returns("appointment-off", Reminder::template);
        var own = patient().matter(slot(NINE, Slot.State.CANCELLED, null, NINE));
        assertThat(own.plan(at)).extracting(Reminder::state).containsOnly(CANCELLED);
    }

    @Test
    void a_delay_is_told_until_it_is_over() {
        var at = "2026-03-12T12:40:00Z";
        var late = new Slot(
                APPOINTMENT,
                SITE,
                Instant.parse(NINE),
                NEW_YORK,
                Slot.State.BOOKED,
                true,
                null,
                new Slot.Delayed(Instant.parse(at), Instant.parse("2026-03-12T13:30:00Z")));
        var delayed = patient().matter(late);
        assertThat(delayed.reminder("delayed", at))
                .returns(PLANNED, Reminder::state)
                .returns(Instant.parse("2026-03-12T12:43:00Z"), Reminder::sendAt);
        assertThat(delayed.state("delayed", "2026-03-12T13:30:00Z")).isEqualTo(Reminder.State.EXPIRED);
    }

    @Test
    void an_offer_goes_at_once_until_it_ends_or_is_answered() {
        var at = "2026-03-10T15:00:00Z";
        assertThat(offer(null).reminder("offered", at))
                .returns(PLANNED, Reminder::state)
                .returns(Instant.parse(at), Reminder::sendAt);
        assertThat(offer(null).state("offered", "2026-03-10T17:00:00Z")).isEqualTo(Reminder.State.EXPIRED);
        assertThat(offer("The patient declined.").state("offered", at)).isEqualTo(CANCELLED);
    }

    private static PlanFixture offer(@Nullable String closed) {
        return patient()
                .matter(new Matter.Offer(
                        new About.AnOffer(APPOINTMENT),
                        SITE,
                        NEW_YORK,
                        Instant.parse(NINE),
                        Instant.parse("2026-03-10T15:00:00Z"),
                        Instant.parse("2026-03-10T17:00:00Z"),
                        closed));
    }

    private static Optional<Worklist.Kind> asked(PlanFixture patient, String step, Policies policies, String at) {
        return Worklist.of(patient.reminder(step, at), policies, Instant.parse(at));
    }

    @Test
    void what_may_not_be_told_in_time_is_told_by_a_person() {
        var night = "2026-03-12T01:30:00Z"; // half past nine in the evening, of what was to be at eight
        var off = patient().matter(slot("2026-03-12T12:00:00Z", Slot.State.CANCELLED, night, "2026-03-12T12:00:00Z"));
        assertThat(off.reminder("called-off", night).suppression()).isEqualTo(Suppression.QUIET_HOURS);
        assertThat(asked(off, "called-off", Policies.DEFAULTS, "2026-03-12T01:33:00Z"))
                .contains(Worklist.Kind.UNREACHABLE);
    }

    @Test
    void what_would_be_one_message_too_many_is_told_by_a_person() {
        var policies = PolicyFixture.capped(1, 1);
        var moved = patient().under(policies).pending(About.Kind.SESSION, "2026-03-10", "2026-03-20", "2026-03-20");
        moved.started("due-from", "2026-03-10T14:00:00Z").matter(movedTo(TEN, "2026-03-11T15:00:00Z"));
        var at = "2026-03-11T15:03:00Z";
        assertThat(moved.reminder("changed", at).suppression()).isEqualTo(Suppression.CAP);
        assertThat(asked(moved, "changed", policies, at)).contains(Worklist.Kind.UNREACHABLE);
    }

    @Test
    void a_word_of_another_time_that_comes_back_late_has_nothing_said_again() {
        var back = patient().matter(slot(NINE, Slot.State.BOOKED, null, NINE));
        back.started("3-days-before", "2026-03-09T13:00:00Z");
        back.nothingPending().matter(movedTo(TEN, "2026-03-09T15:00:00Z"));
        back.started("changed", "2026-03-09T15:03:00Z");
        var wrong = back.reminder("changed", "2026-03-09T15:03:00Z").id();
        back.nothingPending().matter(movedTo(NINE, "2026-03-09T16:00:00Z"));
        back.started(of(back, "changed", PLANNED, "2026-03-09T16:03:00Z"), "2026-03-09T16:03:00Z");
        var at = "2026-03-11T13:00:00Z";
        back.started(of(back, "1-day-before", PLANNED, at), at);

        back.logged(new DispatchBounced(wrong, PlanFixture.PATIENT, 1, "<1@x>", "5.1.1"), at);

        assertThat(back.plan("2026-03-11T14:00:00Z"))
                .filteredOn(reminder -> reminder.step().equals("1-day-before"))
                .extracting(Reminder::state)
                .containsExactly(STARTED);
    }

    private static Reminder of(PlanFixture patient, String step, Reminder.State state, String at) {
        return patient.plan(at).stream()
                .filter(reminder -> reminder.step().equals(step) && reminder.state() == state)
                .findFirst()
                .orElseThrow();
    }
}
