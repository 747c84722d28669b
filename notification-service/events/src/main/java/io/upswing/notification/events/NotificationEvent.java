package io.upswing.notification.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about what a patient was told. The stream is the patient; wire names are in {@link NotificationEventTypes}. What is
 * merely planned is derived and never here; neither is anything that names a person: a message is its template and
 * parameters.
 */
public sealed interface NotificationEvent {

    UUID patientId();

    /** What concerns one reminder: its id follows from patient, what it is about and the step. */
    sealed interface OfReminder extends NotificationEvent {
        UUID reminderId();
    }

    /** What became of one attempt to hand a reminder to a provider. */
    sealed interface OfAttempt extends OfReminder {
        int attempt();
    }

    /**
     * In the log before the provider is called: whoever finds it without an outcome cannot know whether the patient was told.
     * {@code catchUp}: later than its step, the one late message that an item may have.
     */
    record DispatchStarted(
            UUID reminderId,
            UUID patientId,
            String about,
            String step,
            String channel,
            String template,
            int templateVersion,
            Map<String, String> parameters,
            Instant dueAt,
            int attempt,
            boolean catchUp)
            implements OfAttempt {
        public DispatchStarted {
            parameters = Map.copyOf(parameters);
        }
    }

    /** The provider took it, which is not yet that the patient has it. */
    record DispatchAccepted(UUID reminderId, UUID patientId, int attempt, String providerMessageId)
            implements OfAttempt {}

    /** The provider refused it for good; nobody was told. */
    record DispatchRejected(UUID reminderId, UUID patientId, int attempt, String reason) implements OfAttempt {}

    /** Certainly not handed over, and to be tried again with the next attempt, not before the instant given. */
    record DispatchDeferred(UUID reminderId, UUID patientId, int attempt, String reason, Instant notBefore)
            implements OfAttempt {}

    /** Perhaps sent: never tried again by machine. An outcome that comes to light later follows as an event of its own. */
    record DispatchUnknown(UUID reminderId, UUID patientId, int attempt, String reason) implements OfAttempt {}

    /** Not sent, and no longer useful. */
    record ReminderExpired(
            UUID reminderId, UUID patientId, String about, String step, String channel, Instant dueAt, String reason)
            implements OfReminder {}

    /** A person saw to what the machine could not. {@code kind}: what was asked of them; {@code by}: who did it. */
    record WorklistResolved(
            UUID itemId, UUID patientId, @Nullable UUID reminderId, String kind, String by, String outcome)
            implements NotificationEvent {}
}
