package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Dispatching;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.ReminderKey;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.view.Plans;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The journal that is our event log. Every decision looks at the patient's plan as it is in the append's transaction. */
@Singleton
class LogJournal implements Journal {
    private static final String ACTOR = "notification-service";
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final Letters letters;
    private final InstantSource clock;

    LogJournal(EventLog<NotificationEvent> log, Plans plans, Letters letters, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Start start(Claim claim) {
        var own = new Started[1];
        var eventId = ReminderKey.startOf(claim.reminderId(), claim.attempt());
        var outcome = log.execute(request(claim, eventId), claim.patientId(), history -> {
            own[0] = started(claim).orElse(null);
            return Optional.ofNullable(own[0]).map(started -> Draft.of(started.event(), clock.instant()));
        });
        var started = own[0];
        var answer = answer(outcome, started == null ? null : started.event());
        return new Start(answer, started == null ? null : started.letter().message());
    }

    @Override
    public void settle(Claim claim, Handover handover) {
        insist(() -> note(claim, handover));
    }

    /** As {@link #settle}, tried once: whoever brings it may bring it again. */
    void note(Claim claim, Handover handover) {
        var eventId = ReminderKey.outcomeOf(claim.reminderId(), claim.attempt(), handover);
        log.execute(request(claim, eventId), claim.patientId(), history -> {
            plans.lock(Set.of(claim.patientId()));
            var now = clock.instant();
            return Dispatching.settle(dispatch(history, claim.reminderId()), claim.attempt(), handover, now)
                    .map(event -> Draft.of(event, now));
        });
    }

    /** Records that an expired reminder was not sent, unless it is wanted after all by now. */
    void expire(Claim claim) {
        var now = clock.instant();
        log.execute(
                request(claim, ReminderKey.expiryOf(claim)),
                claim.patientId(),
                history -> plans.current(claim.patientId(), claim.reminderId(), now)
                        .flatMap(current -> Dispatching.expire(current.reminder()))
                        .map(event -> Draft.of(event, now)));
    }

    /** Records that a reminder was held back when it was due, unless it may go by now. */
    void hold(Claim claim) {
        var now = clock.instant();
        log.execute(
                request(claim, ReminderKey.suppressionOf(claim)),
                claim.patientId(),
                history -> plans.current(claim.patientId(), claim.reminderId(), now)
                        .flatMap(current -> Dispatching.hold(current.reminder(), now))
                        .map(event -> Draft.of(event, now)));
    }

    /** Records what a provider says later of what it took: once, however often and in whatever order it says it. */
    Outcome<NotificationEvent> receive(Claim claim, Receipt receipt) {
        var eventId = ReminderKey.receiptOf(claim.reminderId(), claim.attempt(), receipt);
        return log.execute(request(claim, eventId), claim.patientId(), history -> {
            plans.lock(Set.of(claim.patientId()));
            return Dispatching.receive(dispatch(history, claim.reminderId()), claim.attempt(), receipt)
                    .map(event -> Draft.of(event, clock.instant()));
        });
    }

    private Optional<Started> started(Claim claim) {
        var now = clock.instant();
        return plans.current(claim.patientId(), claim.reminderId(), now)
                .filter(current -> Dispatching.isDue(current.reminder(), now))
                .flatMap(current -> letters.write(current)
                        .flatMap(letter -> Dispatching.start(
                                        letter.reminder(),
                                        claim.attempt(),
                                        letter.parameters(),
                                        current.policies(),
                                        now)
                                .map(event -> new Started(event, letter))));
    }

    /** A repeat that is not in the log yet is pending too: only the event that we made ourselves is our own append. */
    @SuppressWarnings("ReferenceEquality")
    private static Answer answer(Outcome<NotificationEvent> outcome, @Nullable NotificationEvent own) {
        return switch (outcome) {
            case Outcome.Logged<NotificationEvent>(var recorded) -> Answer.LOGGED;
            case Outcome.Pending<NotificationEvent>(var recorded) ->
                recorded.event() == own ? Answer.PENDING : Answer.REPEATED;
            case Outcome.Repeated<NotificationEvent>(var recorded) -> Answer.REPEATED;
            case Outcome.Unchanged<NotificationEvent>(var history) -> Answer.NOTHING;
        };
    }

    /** The provider's answer is known to nobody else, so a database that is away for a while is waited for. */
    private static void insist(Runnable record) {
        for (int attempt = 1; ; attempt++) {
            try {
                record.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static Request request(Claim claim, UUID eventId) {
        return new Request(claim.clinic(), ACTOR, eventId, null, null);
    }

    private static @Nullable Dispatch dispatch(List<Recorded<NotificationEvent>> history, UUID reminderId) {
        Dispatch dispatch = null;
        for (var recorded : history) {
            if (recorded.event() instanceof OfReminder event
                    && event.reminderId().equals(reminderId)) {
                dispatch = Dispatch.after(dispatch, event, recorded.record().recordedAt());
            }
        }
        return dispatch;
    }

    private record Started(DispatchStarted event, Letter letter) {}
}
