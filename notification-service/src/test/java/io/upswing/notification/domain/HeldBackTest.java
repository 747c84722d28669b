package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.recipient;
import static io.upswing.notification.domain.PolicyFixture.using;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the patient gets no more of is written down once, and never in place of what is known better. */
class HeldBackTest {
    private static final String AT = "2026-03-13T14:00:00Z";

    @Test
    void what_is_one_too_many_is_recorded_once() {
        var told = patient()
                .under(PolicyFixture.capped(1, 1))
                .pending(Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16")
                .started("due-from", "2026-03-11T14:00:00Z");
        var held = told.reminder("due-on", AT);
        assertThat(held.suppression()).isEqualTo(Suppression.CAP);
        told.logged(Dispatching.hold(held, Instant.parse(AT)).orElseThrow(), AT);
        assertThat(told.reminder("due-on", AT)).returns(true, Reminder::recorded);
    }

    @Test
    void what_came_back_and_may_not_go_another_way_is_still_known_to_have_failed() {
        var both = Map.of(Channel.EMAIL, "ama@example.org", Channel.SMS, "+12125550123");
        var sent = patient()
                .who(recipient("America/New_York", both, Map.of()))
                .under(using(Channel.EMAIL, Channel.SMS))
                .pending(Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16")
                .started("due-on", AT)
                .settled("due-on", new Handover.Accepted("<1@x>"), AT);
        texted(sent, "2026-03-11T14:00:00Z");
        texted(sent, "2026-03-12T14:00:00Z");
        texted(sent, AT);
        sent.received("due-on", new Receipt.Bounced("<1@x>", "5.1.1"), AT);

        var failed = sent.reminder("due-on", AT);
        assertThat(failed.state()).isEqualTo(Reminder.State.FAILED);
        assertThat(Worklist.of(failed, Policies.DEFAULTS, Instant.parse(AT))).contains(Worklist.Kind.NOT_SENT);
        assertThat(Dispatching.hold(failed, Instant.parse(AT))).isEmpty();
    }

    private static void texted(PlanFixture patient, String at) {
        var about = "offer/" + UUID.randomUUID();
        var id = new ReminderKey(PlanFixture.PATIENT, about, "offered").id();
        patient.logged(
                new DispatchStarted(
                        id,
                        PlanFixture.PATIENT,
                        about,
                        "offered",
                        Channel.SMS.name(),
                        "offer",
                        1,
                        Map.of(),
                        Instant.parse(at),
                        1,
                        false),
                at);
    }
}
