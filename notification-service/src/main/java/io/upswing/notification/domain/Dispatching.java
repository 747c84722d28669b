package io.upswing.notification.domain;

import io.upswing.notification.domain.Dispatch.State;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchBounced;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchDelivered;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import io.upswing.notification.events.NotificationEvent.ReminderSuppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of a reminder after it was planned (RELIABILITY 3): what may be recorded of it, and thereby what may be done. */
public final class Dispatching {

    /** After so many attempts by a channel that reached nobody it counts as refused. */
    public static final int ATTEMPTS = 8;

    /** A start that is older and has no outcome is taken for abandoned; far longer than any provider takes to answer. */
    public static final Duration OUTCOME_WITHIN = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Dispatching() {}

    /**
     * Starts the attempt, if that is what the plan of this moment says.
     *
     * @param reminder as planned now; null when it is not in the plan any more
     * @param attempt the one that was claimed
     */
    public static Optional<DispatchStarted> start(
            @Nullable Reminder reminder, int attempt, Map<String, String> parameters, Policies policies, Instant now) {
        if (reminder == null || !isDue(reminder, now) || reminder.attempt() != attempt) {
            return Optional.empty();
        }
        return Optional.of(new DispatchStarted(
                reminder.id(),
                reminder.patientId(),
                reminder.about().key(),
                reminder.step(),
                reminder.channel().name(),
                reminder.template(),
                reminder.templateVersion(),
                parameters,
                reminder.dueAt(),
                attempt,
                Judgement.isLate(reminder.dueAt(), policies, now)));
    }

    /** Whether it is to be sent now. */
    public static boolean isDue(Reminder reminder, Instant now) {
        return reminder.state() == Reminder.State.PLANNED && !reminder.sendAt().isAfter(now);
    }

    /** What is recorded of what came of an attempt; nothing when the log knows as much already. */
    public static Optional<NotificationEvent> settle(
            @Nullable Dispatch dispatch, int attempt, Handover handover, Instant now) {
        if (dispatch == null || dispatch.attempt() != attempt) {
            return Optional.empty();
        }
        var inDoubt = dispatch.state() == State.UNKNOWN;
        // who turned it away may have taken it all the same: then it is not tried again
        var tookIt = dispatch.state() == State.DEFERRED && handover instanceof Handover.Accepted;
        if (dispatch.state() != State.STARTED && !inDoubt && !tookIt) {
            return Optional.empty();
        }
        return switch (handover) {
            case Handover.Accepted(var messageId) ->
                Optional.of(new DispatchAccepted(dispatch.reminderId(), dispatch.patientId(), attempt, messageId));
            case Handover.Rejected(var reason) -> Optional.of(rejected(dispatch, reason));
            case Handover.Unwanted(var reason) ->
                Optional.of(new DispatchUnwanted(
                        dispatch.reminderId(),
                        dispatch.patientId(),
                        attempt,
                        dispatch.channel().name(),
                        reason,
                        Person.saidBy(EnumSet.of(dispatch.person()))));
            // a person was asked already: from then on it is theirs
            case Handover.NotNow(var reason) ->
                Optional.of(
                        inDoubt || dispatch.tried() >= ATTEMPTS
                                ? rejected(dispatch, reason)
                                : later(dispatch, reason, now));
            case Handover.Unknown(var reason) ->
                inDoubt
                        ? Optional.empty()
                        : Optional.of(
                                new DispatchUnknown(dispatch.reminderId(), dispatch.patientId(), attempt, reason));
        };
    }

    /** What is recorded of a receipt, however late, early or often it comes; nothing when the log knows as much or better. */
    public static Optional<NotificationEvent> receive(@Nullable Dispatch dispatch, int attempt, Receipt receipt) {
        if (dispatch == null || dispatch.attempt() != attempt) {
            return Optional.empty();
        }
        var open = switch (dispatch.state()) {
            case STARTED, ACCEPTED, UNKNOWN -> true;
            case REJECTED, BOUNCED, DEFERRED -> receipt instanceof Receipt.Delivered; // the patient has it all the same
            case DELIVERED, SUPPRESSED, EXPIRED -> false;
        };
        if (!open) {
            return Optional.empty();
        }
        var id = dispatch.reminderId();
        var patient = dispatch.patientId();
        return Optional.of(
                switch (receipt) {
                    case Receipt.Delivered(var messageId) -> new DispatchDelivered(id, patient, attempt, messageId);
                    case Receipt.Bounced(var messageId, var reason) ->
                        new DispatchBounced(id, patient, attempt, messageId, reason);
                });
    }

    /** What was not sent and why is in the log too. */
    public static Optional<ReminderExpired> expire(Reminder reminder) {
        if (reminder.state() != Reminder.State.EXPIRED || reminder.recorded()) {
            return Optional.empty();
        }
        return Optional.of(new ReminderExpired(
                reminder.id(),
                reminder.patientId(),
                reminder.about().key(),
                reminder.step(),
                reminder.channel().name(),
                reminder.dueAt(),
                reminder.why()));
    }

    /** What was held back when its time had come, and why, is in the log too. */
    public static Optional<ReminderSuppressed> hold(Reminder reminder, Instant now) {
        var suppression = reminder.suppression();
        if (suppression == null
                || reminder.recorded()
                || !reminder.open()
                || reminder.dueAt().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(new ReminderSuppressed(
                reminder.id(),
                reminder.patientId(),
                reminder.about().key(),
                reminder.step(),
                reminder.channel().name(),
                reminder.dueAt(),
                suppression.name(),
                reminder.why()));
    }

    private static DispatchRejected rejected(Dispatch dispatch, String reason) {
        return new DispatchRejected(dispatch.reminderId(), dispatch.patientId(), dispatch.attempt(), reason);
    }

    private static DispatchDeferred later(Dispatch dispatch, String reason, Instant now) {
        var pause = Duration.ofMinutes(1L << (dispatch.tried() - 1));
        var notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return new DispatchDeferred(dispatch.reminderId(), dispatch.patientId(), dispatch.attempt(), reason, notBefore);
    }
}
