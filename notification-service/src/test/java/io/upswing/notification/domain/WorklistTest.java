package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.notification.domain.Refused.Refusal;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is put before a person. */
class WorklistTest {
    private static final Handover ACCEPTED = new Handover.Accepted("<1@x>");

    private static PlanFixture session() {
        return patient().pending(About.Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16");
    }

    private static PlanFixture checkIn() {
        return patient().pending(About.Kind.CHECK_IN, "2026-03-11", "2026-03-11", "2026-03-13");
    }

    private static Optional<Worklist.Kind> asked(PlanFixture patient, String step, String at) {
        return Worklist.of(patient.reminder(step, at), Policies.DEFAULTS, Instant.parse(at));
    }

    @Test
    void whose_last_reminder_brought_nothing() {
        var at = "2026-03-17T14:00:00Z";
        var told = session().started("overdue", at).settled("overdue", ACCEPTED, at);
        assertThat(asked(told, "overdue", at)).contains(Worklist.Kind.UNANSWERED);
        assertThat(asked(told.nothingPending(), "overdue", at)).isEmpty();
    }

    @Test
    void whose_check_in_is_overdue() {
        var at = "2026-03-11T14:00:00Z";
        var told = checkIn().started("day-after", at).settled("day-after", ACCEPTED, at);
        assertThat(asked(told, "day-after", "2026-03-14T13:59:59Z")).isEmpty();
        assertThat(asked(told, "day-after", "2026-03-14T14:00:00Z")).contains(Worklist.Kind.UNANSWERED);
    }

    @Test
    void whose_last_reminder_came_too_late_to_be_sent() {
        var at = "2026-03-21T14:00:00Z";
        assertThat(asked(session(), "due-on", at)).isEmpty();
        assertThat(asked(session(), "overdue", at)).contains(Worklist.Kind.NOT_SENT);
        assertThat(asked(session().expired("overdue", at), "overdue", at)).contains(Worklist.Kind.NOT_SENT);
        assertThat(asked(checkIn(), "day-after", at)).contains(Worklist.Kind.NOT_SENT);
    }

    @Test
    void nobody_who_was_erased() {
        var at = "2026-03-17T14:00:00Z";
        var told = session().started("overdue", at).settled("overdue", ACCEPTED, at);
        assertThat(asked(told.forgotten(), "overdue", at)).isEmpty();
    }

    @Test
    void who_cannot_be_written_to_until_it_is_of_no_use() {
        var unreachable =
                patient().who(recipient("America/New_York", null, false)).appointment("2026-03-13T15:00:00Z");
        assertThat(asked(unreachable, "1-day-before", "2026-03-12T12:59:59Z")).isEmpty();
        assertThat(asked(unreachable, "1-day-before", "2026-03-12T13:00:00Z")).contains(Worklist.Kind.UNREACHABLE);
        assertThat(asked(unreachable, "1-day-before", "2026-03-13T15:00:00Z")).isEmpty();
    }

    @Test
    void who_is_not_known_here() {
        var at = "2026-03-13T14:00:00Z";
        assertThat(asked(session().who(null), "due-on", at)).contains(Worklist.Kind.UNREACHABLE);
        assertThat(asked(session().forgotten(), "due-on", at)).isEmpty();
    }

    private static WorklistResolved resolve(String at, NotificationEvent... history) {
        return Worklist.resolve(
                List.of(history),
                session().reminder("overdue", at).id(),
                session().reminder("overdue", at),
                Policies.DEFAULTS,
                " Noor ",
                "called\n",
                Instant.parse(at));
    }

    @Test
    void what_was_seen_to_is_recorded() {
        var at = "2026-03-21T14:00:00Z";
        var item = session().reminder("overdue", at);
        assertThat(resolve(at))
                .isEqualTo(
                        new WorklistResolved(item.id(), PlanFixture.PATIENT, item.id(), "NOT_SENT", "Noor", "called"));
    }

    @Test
    void nothing_is_seen_to_that_asks_for_nobody() {
        assertThatThrownBy(() -> resolve("2026-03-16T14:00:00Z"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_SUCH_ITEM));
        assertThatThrownBy(() -> Worklist.resolve(
                        List.of(), PlanFixture.COURSE, null, Policies.DEFAULTS, "Noor", "called", Instant.MAX))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_SUCH_ITEM));
    }

    @Test
    void nothing_is_seen_to_twice_unless_something_else_is_asked() {
        var at = "2026-03-21T14:00:00Z";
        var done = resolve(at);
        assertThatThrownBy(() -> resolve(at, done))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_RESOLVED));
        var late = new WorklistResolved(done.itemId(), done.patientId(), done.itemId(), "LATE", "Noor", "waited");
        assertThat(resolve(at, late)).isEqualTo(done);
        var other = UUID.randomUUID();
        assertThat(resolve(at, new WorklistResolved(other, done.patientId(), other, "NOT_SENT", "Noor", "called")))
                .isEqualTo(done);
    }

    @Test
    void whose_last_reminder_was_held_back() {
        var policies = PolicyFixture.capped(1, 1);
        var told = patient()
                .under(policies)
                .pending(About.Kind.SESSION, "2026-03-11", "2026-03-16", "2026-03-16")
                .started("due-on", "2026-03-16T14:00:00Z");
        var at = "2026-03-17T14:00:00Z";
        assertThat(told.reminder("overdue", at).suppression()).isEqualTo(Suppression.CAP);
        assertThat(Worklist.of(told.reminder("overdue", at), policies, Instant.parse(at)))
                .contains(Worklist.Kind.NOT_SENT);
    }

    @Test
    void who_was_told_of_an_appointment_and_says_nothing_until_they_do_or_it_begins() {
        var steps = PolicyFixture.before("day-before", Duration.ofDays(1), Channel.EMAIL);
        var answered = new Policy(About.Kind.APPOINTMENT, List.of(steps), Duration.ofHours(4));
        var policies = PolicyFixture.only(answered);
        var told = patient()
                .under(policies)
                .appointment("2026-03-12T15:00:00Z")
                .started("day-before", "2026-03-11T15:00:00Z")
                .settled("day-before", ACCEPTED, "2026-03-11T15:00:00Z");
        var at = Instant.parse("2026-03-11T19:00:00Z");
        assertThat(Worklist.of(told.reminder("day-before", at.toString()), policies, at))
                .contains(Worklist.Kind.UNANSWERED);
        var begun = Instant.parse("2026-03-12T15:00:00Z");
        assertThat(Worklist.of(told.reminder("day-before", begun.toString()), policies, begun))
                .isEmpty();
        told.confirmed();
        assertThat(Worklist.of(told.reminder("day-before", at.toString()), policies, at))
                .isEmpty();
    }

    @Test
    void what_a_person_is_to_tell_a_patient_is_the_desks() {
        var steps = PolicyFixture.before("call", Duration.ofDays(1), Channel.WORKLIST);
        var call = patient()
                .under(PolicyFixture.with(Policies.DEFAULTS, About.Kind.APPOINTMENT, steps))
                .appointment("2026-03-12T15:00:00Z")
                .reminder("call", "2026-03-11T15:00:00Z");
        var now = Instant.parse("2026-03-11T15:00:00Z");
        assertThat(Worklist.role(Worklist.Kind.TO_DO, call, now, now)).isEqualTo(Audience.FRONT_DESK);
    }

    @Test
    void whose_yes_is_to_no_appointment() {
        var offer = asked("offer/" + PlanFixture.COURSE);
        assertThat(Worklist.claim(offer, PlanFixture.SITE, null, Policies.DEFAULTS, "Noor", Instant.MAX)
                        .kind())
                .isEqualTo("READ_REPLY");
        var appointment = asked("appointment/" + PlanFixture.COURSE + "/2026-03-12T15:00:00Z");
        assertThatThrownBy(() ->
                        Worklist.claim(appointment, PlanFixture.SITE, null, Policies.DEFAULTS, "Noor", Instant.MAX))
                .isInstanceOf(Refused.class);
    }

    private static List<NotificationEvent> asked(String about) {
        var patient = PlanFixture.PATIENT;
        var reminder = PlanFixture.APPOINTMENT;
        return List.of(
                new DispatchStarted(
                        reminder, patient, about, "step", "SMS", "offer", 1, Map.of(), Instant.EPOCH, 1, false),
                new ReplyReceived(PlanFixture.SITE, patient, "SMS", "SM1", "YES", reminder, null));
    }
}
