package io.upswing.notification.events;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about what a patient was told, what they answered, and by which policies. The stream is the patient, of policies
 * the clinic; wire names are in {@link NotificationEventTypes}. What is merely planned is derived and never here; neither is
 * anything that names a person: a message is its template and parameters, and of a reply only its meaning is here.
 */
public sealed interface NotificationEvent {

    /** What concerns one patient. */
    sealed interface OfPatient extends NotificationEvent {
        UUID patientId();
    }

    /** What concerns one reminder: its id follows from patient, what it is about and the step. */
    sealed interface OfReminder extends OfPatient {
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

    /**
     * The provider refused it for good, for who was to be told said to it that they want no more by this channel; nobody was
     * told. {@code saidBy}: REPRESENTATIVE; null: the patient.
     */
    record DispatchUnwanted(
            UUID reminderId,
            UUID patientId,
            int attempt,
            String channel,
            String reason,
            @Nullable String saidBy) implements OfAttempt {}

    /** Certainly not handed over, and to be tried again with the next attempt, not before the instant given. */
    record DispatchDeferred(UUID reminderId, UUID patientId, int attempt, String reason, Instant notBefore)
            implements OfAttempt {}

    /** Perhaps sent: never tried again by machine. An outcome that comes to light later follows as an event of its own. */
    record DispatchUnknown(UUID reminderId, UUID patientId, int attempt, String reason) implements OfAttempt {}

    /** A receipt says that the patient's device or mailbox has it. */
    record DispatchDelivered(UUID reminderId, UUID patientId, int attempt, String providerMessageId)
            implements OfAttempt {}

    /** A receipt says that what the provider took did not reach the patient: a bounce. Nobody was told. */
    record DispatchBounced(UUID reminderId, UUID patientId, int attempt, String providerMessageId, String reason)
            implements OfAttempt {}

    /** Not sent, and no longer useful. */
    record ReminderExpired(
            UUID reminderId, UUID patientId, String about, String step, String channel, Instant dueAt, String reason)
            implements OfReminder {}

    /**
     * Its time came and it was held back. {@code code}: why, for machines; {@code reason}: in words. Should what held it
     * back fall away while it is still of use, a start may follow.
     */
    record ReminderSuppressed(
            UUID reminderId,
            UUID patientId,
            String about,
            String step,
            String channel,
            Instant dueAt,
            String code,
            String reason)
            implements OfReminder {}

    /**
     * A patient answered. {@code meaning}: STOP, START, HELP, CANCEL, YES, NO or TEXT. STOP and CANCEL end the channel from
     * the moment of the event, START opens it again. {@code reminderId}: the message that was answered, where that can be
     * told. {@code saidBy}: whose telephone it came from, REPRESENTATIVE or EITHER; null: the patient's. What was written is
     * not here.
     */
    record ReplyReceived(
            UUID replyId,
            UUID patientId,
            String channel,
            String providerMessageId,
            String meaning,
            @Nullable UUID reminderId,
            @Nullable String saidBy)
            implements OfPatient {}

    /**
     * A patient said which channels they want, by other means than a reply. {@code preferredChannel}: tried first; null: as
     * before. {@code source}: PREFERENCES_PAGE or STAFF; {@code evidence}: the id of the link, or who wrote it down.
     * {@code saidBy}: REPRESENTATIVE, of what they get for the patient; null: the patient.
     */
    record ConsentChanged(
            UUID patientId,
            List<ChannelConsent> channels,
            @Nullable String preferredChannel,
            String source,
            @Nullable String evidence,
            @Nullable String saidBy)
            implements OfPatient {
        public ConsentChanged {
            channels = List.copyOf(channels);
        }
    }

    /** {@code channel}: EMAIL or SMS. */
    record ChannelConsent(String channel, boolean granted) {}

    /** Somebody sees to an item of the worklist from now on. {@code kind}: what is asked of them. */
    record WorklistClaimed(UUID itemId, UUID patientId, String kind, String by) implements OfPatient {}

    /** A person saw to what the machine could not. {@code kind}: what was asked of them; {@code by}: who did it. */
    record WorklistResolved(
            UUID itemId, UUID patientId, @Nullable UUID reminderId, String kind, String by, String outcome)
            implements OfPatient {}

    /**
     * From now on the clinic's reminders follow these policies, all of which are here. {@code policiesId}: the stream, which
     * follows from the clinic. {@code channels}: those the clinic uses. {@code opens} to {@code closes}: when patients may be
     * written to, in their own time. {@code perDay}, {@code perWeek}: how many messages a patient gets at most.
     */
    record PoliciesAdopted(
            UUID policiesId,
            List<String> channels,
            LocalTime opens,
            LocalTime closes,
            int perDay,
            int perWeek,
            int usefulForHours,
            List<AdoptedPolicy> policies)
            implements NotificationEvent {
        public PoliciesAdopted {
            channels = List.copyOf(channels);
            policies = List.copyOf(policies);
        }
    }

    /** {@code answerWithinHours}: how long after its last step the matter may stay open before a person is asked; null: none is. */
    record AdoptedPolicy(
            String about, List<AdoptedStep> steps, @Nullable Integer answerWithinHours) {
        public AdoptedPolicy {
            steps = List.copyOf(steps);
        }
    }

    /** Either {@code days} and {@code at}, a date and hour of the patient's own, or {@code minutes} after the anchor. */
    record AdoptedStep(
            String name,
            String anchor,
            @Nullable Integer days,
            @Nullable LocalTime at,
            @Nullable Integer minutes,
            String audience,
            List<String> channels,
            String template,
            int templateVersion,
            String stop) {
        public AdoptedStep {
            channels = List.copyOf(channels);
        }
    }
}
