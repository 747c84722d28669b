package io.upswing.notification.command;

import io.upswing.eventlog.Command;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Dispatching;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.ReminderKey;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.view.MadePlans;
import io.upswing.notification.view.Plans;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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
    private final Together<Ask, Supplier<Outcome<NotificationEvent>>> together;

    LogJournal(EventLog<NotificationEvent> log, Plans plans, Letters letters, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.letters = letters;
        this.clock = clock;
        this.together = new Together<>(ask -> ask.claim().patientId(), this::record);
    }

    /** What somebody wants recorded of a claimed reminder. */
    private record Ask(Claim claim, UUID eventId, Decide decide) {}

    /** Decides what is recorded; empty when nothing is. */
    private sealed interface Decide {

        /** By what the log says. */
        non-sealed interface ByHistory extends Decide {
            Optional<? extends NotificationEvent> of(@Nullable Dispatch dispatch, Instant now);
        }

        /** By the plan of this moment; called only when the reminder is in it. */
        non-sealed interface ByPlan extends Decide {
            Optional<? extends NotificationEvent> of(MadePlans.Current current, Instant now);
        }
    }

    /** In one transaction, which looks up all plans at once and takes their patients' locks in one order. */
    private List<Supplier<Outcome<NotificationEvent>>> record(List<Ask> asks) {
        var looked = new Looked[1];
        var commands = asks.stream()
                .map(ask -> new Command<NotificationEvent>(
                        new Request(ask.claim().clinic(), ACTOR, ask.eventId(), null, null),
                        ask.claim().patientId(),
                        history -> looked[0].decide(ask, history)))
                .toList();
        return log.recordAll(commands, () -> looked[0] = look(asks));
    }

    /** Of all at once, also of those who are decided by history: their plans are made anew in any case. */
    private Looked look(List<Ask> asks) {
        var now = clock.instant();
        var patients = asks.stream().map(ask -> ask.claim().patientId()).toList();
        plans.lock(patients);
        return new Looked(plans.make(patients, now), now);
    }

    /** What decisions rest on. */
    private record Looked(MadePlans plans, Instant now) {

        Optional<Draft<NotificationEvent>> decide(Ask ask, List<Recorded<NotificationEvent>> history) {
            var claim = ask.claim();
            var event = switch (ask.decide()) {
                case Decide.ByHistory decide -> decide.of(dispatch(history, claim.reminderId()), now);
                case Decide.ByPlan decide ->
                    plans.reminder(claim.patientId(), claim.reminderId()).flatMap(current -> decide.of(current, now));
            };
            return event.map(recorded -> Draft.of((NotificationEvent) recorded, now));
        }
    }

    @Override
    public Start start(Claim claim) {
        var letter = new AtomicReference<@Nullable Letter>();
        Decide.ByPlan decide = (current, now) -> {
            letter.set(letter(current, now).orElse(null));
            return Optional.ofNullable(letter.get()).flatMap(written -> start(claim, written, current.policies(), now));
        };
        var outcome = ask(claim, ReminderKey.startOf(claim.reminderId(), claim.attempt()), decide);
        var written = letter.get();
        return new Start(answer(outcome), written == null ? null : written.message());
    }

    @Override
    public void settle(Claim claim, Handover handover) {
        insist(() -> note(claim, handover));
    }

    /** As {@link #settle}, tried once: whoever brings it may bring it again. */
    void note(Claim claim, Handover handover) {
        Decide.ByHistory decide = (dispatch, now) -> Dispatching.settle(dispatch, claim.attempt(), handover, now);
        var eventId = ReminderKey.outcomeOf(claim.reminderId(), claim.attempt(), handover);
        var recorded = record(claim, eventId, decide);
        Thread.startVirtualThread(() -> {
            var unused = recorded.get(); // or the relay would never hear that nobody waits any more
        });
    }

    /** Records that an expired reminder was not sent, unless it is wanted after all by now. */
    void expire(Claim claim) {
        Decide.ByPlan decide = (current, now) -> Dispatching.expire(current.reminder());
        ask(claim, ReminderKey.expiryOf(claim), decide);
    }

    /** Records that a reminder was held back when it was due, unless it may go by now. */
    void hold(Claim claim) {
        Decide.ByPlan decide = (current, now) -> Dispatching.hold(current.reminder(), now);
        ask(claim, ReminderKey.suppressionOf(claim), decide);
    }

    /** Records what a provider says later of what it took: once, however often and in whatever order it says it. */
    Outcome<NotificationEvent> receive(Claim claim, Receipt receipt) {
        Decide.ByHistory decide = (dispatch, now) -> Dispatching.receive(dispatch, claim.attempt(), receipt);
        return ask(claim, ReminderKey.receiptOf(claim.reminderId(), claim.attempt(), receipt), decide);
    }

    private Outcome<NotificationEvent> ask(Claim claim, UUID eventId, Decide decide) {
        return record(claim, eventId, decide).get();
    }

    /** What came of it has yet to be waited for. */
    private Supplier<Outcome<NotificationEvent>> record(Claim claim, UUID eventId, Decide decide) {
        return together.ask(new Ask(claim, eventId, decide));
    }

    private Optional<Letter> letter(MadePlans.Current current, Instant now) {
        return Dispatching.isDue(current.reminder(), now) ? letters.write(current) : Optional.empty();
    }

    private static Optional<DispatchStarted> start(Claim claim, Letter letter, Policies policies, Instant now) {
        return Dispatching.start(letter.reminder(), claim.attempt(), letter.parameters(), policies, now);
    }

    private static Answer answer(Outcome<NotificationEvent> outcome) {
        return switch (outcome) {
            case Outcome.Logged<NotificationEvent> logged -> Answer.LOGGED;
            case Outcome.Pending<NotificationEvent>(var recorded, var repeated) ->
                repeated ? Answer.REPEATED : Answer.PENDING;
            case Outcome.Repeated<NotificationEvent> repeated -> Answer.REPEATED;
            case Outcome.Unchanged<NotificationEvent> unchanged -> Answer.NOTHING;
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
}
