package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatchingTest {
    private static final Instant DUE = Instant.parse("2026-03-11T14:00:00Z");
    private static final Handover ACCEPTED = new Handover.Accepted("<1@x>");
    private static final Handover REJECTED = new Handover.Rejected("SMTP 550");
    private static final Handover NOT_NOW = new Handover.NotNow("SMTP 450");
    private static final Handover UNKNOWN = new Handover.Unknown("silence");

    private static PlanFixture session() {
        return patient().pending(About.Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16");
    }

    private static Dispatch started() {
        return Dispatch.after(null, session().start("due-from", DUE.toString()), DUE);
    }

    private static Dispatch inDoubt() {
        var event = settle(started(), UNKNOWN).orElseThrow();
        return Dispatch.after(started(), (NotificationEvent.OfReminder) event, DUE);
    }

    private static Optional<NotificationEvent> settle(Dispatch dispatch, Handover handover) {
        return Dispatching.settle(dispatch, dispatch.attempt(), handover, DUE);
    }

    @Test
    void it_is_not_started_before_it_is_due() {
        var reminder = session().reminder("due-from", "2026-03-11T13:59:59Z");
        assertThat(Dispatching.start(reminder, 1, Map.of(), Policies.DEFAULTS, DUE.minusSeconds(1)))
                .isEmpty();
        assertThat(Dispatching.start(reminder, 1, Map.of(), Policies.DEFAULTS, DUE))
                .isPresent();
    }

    @Test
    void it_is_not_started_when_it_left_the_plan_or_was_started() {
        assertThat(Dispatching.start(null, 1, Map.of(), Policies.DEFAULTS, DUE)).isEmpty();
        var begun = session().started("due-from", DUE.toString()).reminder("due-from", DUE.toString());
        assertThat(Dispatching.start(begun, 1, Map.of(), Policies.DEFAULTS, DUE))
                .isEmpty();
    }

    @Test
    void a_claim_of_an_earlier_attempt_starts_nothing() {
        var reminder = session().reminder("due-from", DUE.toString());
        assertThat(Dispatching.start(reminder, 2, Map.of(), Policies.DEFAULTS, DUE))
                .isEmpty();
    }

    @Test
    void a_late_start_says_so() {
        assertThat(session().start("due-from", "2026-03-11T14:10:00Z").catchUp())
                .isFalse();
        assertThat(session().start("due-from", "2026-03-11T14:10:01Z").catchUp())
                .isTrue();
    }

    @Test
    void what_the_provider_says_is_recorded() {
        assertThat(settle(started(), ACCEPTED)).containsInstanceOf(DispatchAccepted.class);
        assertThat(settle(started(), REJECTED)).containsInstanceOf(DispatchRejected.class);
        assertThat(settle(started(), NOT_NOW)).containsInstanceOf(DispatchDeferred.class);
        assertThat(settle(started(), UNKNOWN)).containsInstanceOf(DispatchUnknown.class);
    }

    @Test
    void what_comes_to_light_after_doubt_is_recorded_but_never_tried_again() {
        assertThat(settle(inDoubt(), ACCEPTED)).containsInstanceOf(DispatchAccepted.class);
        assertThat(settle(inDoubt(), NOT_NOW)).containsInstanceOf(DispatchRejected.class);
        assertThat(settle(inDoubt(), UNKNOWN)).isEmpty();
    }

    @Test
    void an_outcome_of_another_attempt_or_of_nothing_is_not_recorded() {
        assertThat(Dispatching.settle(started(), 2, ACCEPTED, DUE)).isEmpty();
        assertThat(Dispatching.settle(null, 1, ACCEPTED, DUE)).isEmpty();
    }

    @Test
    void pauses_grow_and_end() {
        var fixture = session();
        var at = DUE;
        for (int attempt = 1; attempt < Dispatching.ATTEMPTS; attempt++) {
            fixture.started("due-from", at.toString()).settled("due-from", NOT_NOW, at.toString());
            at = fixture.reminder("due-from", at.toString()).sendAt();
        }
        assertThat(at).isEqualTo(DUE.plusSeconds(60 * (1 + 2 + 4 + 8 + 16 + 32 + 60)));
        fixture.started("due-from", at.toString()).settled("due-from", NOT_NOW, at.toString());
        assertThat(fixture.state("due-from", at.toString())).isEqualTo(Reminder.State.FAILED);
    }

    @Test
    void what_expired_is_recorded_once() {
        var late = "2026-03-25T14:00:00Z";
        assertThat(Dispatching.expire(session().reminder("due-from", late))).isPresent();
        assertThat(Dispatching.expire(session().expired("due-from", late).reminder("due-from", late)))
                .isEmpty();
        assertThat(Dispatching.expire(session().reminder("due-from", DUE.toString())))
                .isEmpty();
    }
}
