package io.upswing.notification.domain;

import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchBounced;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchDelivered;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import io.upswing.notification.events.NotificationEvent.ReminderSuppressed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one reminder.
 *
 * @param channel of the latest attempt; {@code refusedOn}: those by which it certainly reached nobody
 * @param attempt the latest that was started; 0 when none was. {@code tried}: how many there were by its channel
 * @param catchUp whether it was late when it was first tried
 * @param startedAt when the latest attempt was; {@code changedAt}: the latest event
 * @param notBefore when the next attempt may be made, after a deferral
 */
public record Dispatch(
        UUID reminderId,
        UUID patientId,
        String about,
        String step,
        Channel channel,
        Set<Channel> refusedOn,
        @Nullable String template,
        int templateVersion,
        Map<String, String> parameters,
        Instant dueAt,
        int attempt,
        int tried,
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
        DELIVERED,
        BOUNCED,
        SUPPRESSED,
        EXPIRED
    }

    public Dispatch {
        refusedOn = Set.copyOf(refusedOn);
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
            case DispatchUnwanted unwanted ->
                known(before, event).to(State.REJECTED, unwanted.reason(), null, null, at);
            case DispatchDeferred deferred ->
                known(before, event).to(State.DEFERRED, deferred.reason(), null, deferred.notBefore(), at);
            case DispatchUnknown unknown -> known(before, event).to(State.UNKNOWN, unknown.reason(), null, null, at);
            case DispatchDelivered delivered ->
                known(before, event).to(State.DELIVERED, null, delivered.providerMessageId(), null, at);
            case DispatchBounced bounced ->
                known(before, event).to(State.BOUNCED, bounced.reason(), bounced.providerMessageId(), null, at);
            case ReminderExpired expired ->
                unsent(before, expired, expired.about(), expired.step(), expired.channel(), expired.dueAt())
                        .to(State.EXPIRED, expired.reason(), null, null, at);
            case ReminderSuppressed held ->
                unsent(before, held, held.about(), held.step(), held.channel(), held.dueAt())
                        .to(State.SUPPRESSED, held.reason(), null, null, at);
        };
    }

    /** Whether the patient was told by it, or perhaps was. */
    boolean told() {
        return switch (state) {
            case STARTED, ACCEPTED, UNKNOWN, DELIVERED -> true;
            case REJECTED, DEFERRED, BOUNCED, SUPPRESSED, EXPIRED -> false;
        };
    }

    /** Whether it certainly reached nobody. */
    boolean isRefused() {
        return state == State.REJECTED || state == State.BOUNCED;
    }

    /** Whether it was held back when it was due then. */
    boolean isHeld(Instant due) {
        return state == State.SUPPRESSED && dueAt.equals(due);
    }

    /** Who was to be told by the latest attempt. */
    public Person person() {
        return Parameters.told(parameters);
    }

    private static Dispatch started(@Nullable Dispatch before, DispatchStarted event, Instant at) {
        var channel = Channel.valueOf(event.channel());
        return new Dispatch(
                event.reminderId(),
                event.patientId(),
                event.about(),
                event.step(),
                channel,
                before == null ? Set.of() : before.refusedOn(),
                event.template(),
                event.templateVersion(),
                event.parameters(),
                event.dueAt(),
                event.attempt(),
                before != null && before.channel() == channel ? before.tried() + 1 : 1,
                before != null && before.state() == State.DEFERRED ? before.catchUp() : event.catchUp(),
                State.STARTED,
                null,
                null,
                at,
                null,
                at);
    }

    private static Dispatch unsent(
            @Nullable Dispatch before, OfReminder event, String about, String step, String channel, Instant dueAt) {
        return new Dispatch(
                event.reminderId(),
                event.patientId(),
                about,
                step,
                Channel.valueOf(channel),
                before == null ? Set.of() : before.refusedOn(),
                null,
                0,
                Map.of(),
                dueAt,
                before == null ? 0 : before.attempt(),
                before == null ? 0 : before.tried(),
                before != null && before.catchUp(),
                State.EXPIRED,
                null,
                null,
                null,
                null,
                dueAt);
    }

    /** By what refused it, or brought it back, it certainly reached nobody. */
    private Dispatch to(
            State next, @Nullable String why, @Nullable String messageId, @Nullable Instant notBefore, Instant at) {
        var refused = EnumSet.noneOf(Channel.class);
        refused.addAll(refusedOn);
        if (next == State.REJECTED || next == State.BOUNCED) {
            refused.add(channel);
        }
        return new Dispatch(
                reminderId,
                patientId,
                about,
                step,
                channel,
                refused,
                template,
                templateVersion,
                parameters,
                dueAt,
                attempt,
                tried,
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
