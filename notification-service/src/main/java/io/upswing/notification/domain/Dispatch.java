package io.upswing.notification.domain;

import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one reminder.
 *
 * @param attempt the latest that was started; 0 when none was
 * @param catchUp whether it was late when it was first tried
 * @param startedAt when the latest attempt was; {@code changedAt}: the latest event
 * @param notBefore when the next attempt may be made, after a deferral
 */
public record Dispatch(
        UUID reminderId,
        UUID patientId,
        String about,
        String step,
        String channel,
        @Nullable String template,
        int templateVersion,
        Map<String, String> parameters,
        Instant dueAt,
        int attempt,
        boolean catchUp,
        State state,
        @Nullable String reason,
        @Nullable String providerMessageId,
        @Nullable Instant startedAt,
        @Nullable Instant notBefore,
        Instant changedAt) {

    /** How far it came. */
    public enum State {
        STARTED,
        ACCEPTED,
        REJECTED,
        DEFERRED,
        UNKNOWN,
        EXPIRED
    }

    public Dispatch {
        parameters = Map.copyOf(parameters);
    }

    /** What is known after the event; {@code before} is null when it is the first of its reminder. */
    public static Dispatch after(@Nullable Dispatch before, OfReminder event, Instant at) {
        return switch (event) {
            case DispatchStarted started -> started(before, started, at);
            case DispatchAccepted accepted ->
                known(before, event).to(State.ACCEPTED, null, accepted.providerMessageId(), null, at);
            case DispatchRejected rejected ->
                known(before, event).to(State.REJECTED, rejected.reason(), null, null, at);
            case DispatchDeferred deferred ->
                known(before, event).to(State.DEFERRED, deferred.reason(), null, deferred.notBefore(), at);
            case DispatchUnknown unknown -> known(before, event).to(State.UNKNOWN, unknown.reason(), null, null, at);
            case ReminderExpired expired -> expired(before, expired, at);
        };
    }

    /** Whether the patient was told by it, or perhaps was. */
    boolean told() {
        return state == State.STARTED || state == State.ACCEPTED || state == State.UNKNOWN;
    }

    private static Dispatch started(@Nullable Dispatch before, DispatchStarted event, Instant at) {
        return new Dispatch(
                event.reminderId(),
                event.patientId(),
                event.about(),
                event.step(),
                event.channel(),
                event.template(),
                event.templateVersion(),
                event.parameters(),
                event.dueAt(),
                event.attempt(),
                before != null && before.state() == State.DEFERRED ? before.catchUp() : event.catchUp(),
                State.STARTED,
                null,
                null,
                at,
                null,
                at);
    }

    private static Dispatch expired(@Nullable Dispatch before, ReminderExpired event, Instant at) {
        return new Dispatch(
                event.reminderId(),
                event.patientId(),
                event.about(),
                event.step(),
                event.channel(),
                null,
                0,
                Map.of(),
                event.dueAt(),
                before == null ? 0 : before.attempt(),
                before != null && before.catchUp(),
                State.EXPIRED,
                event.reason(),
                null,
                null,
                null,
                at);
    }

    private Dispatch to(
            State next, @Nullable String why, @Nullable String messageId, @Nullable Instant notBefore, Instant at) {
        return new Dispatch(
                reminderId,
                patientId,
                about,
                step,
                channel,
                template,
                templateVersion,
                parameters,
                dueAt,
                attempt,
                catchUp,
                next,
                why,
                messageId,
                startedAt,
                notBefore,
                at);
    }

    private static Dispatch known(@Nullable Dispatch before, OfReminder event) {
        if (before == null) {
            throw new IllegalStateException("Never started: " + event);
        }
        return before;
    }
}
