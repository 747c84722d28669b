package io.upswing.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that a patient, or staff about a patient, is to get, got, or does not get.
 *
 * @param channel by which it goes, went, or would go first
 * @param dueAt when the policy wants it; {@code sendAt}: when it goes, which is later where that is at night or was missed
 * @param suppression what holds it back; null unless it is suppressed
 * @param open whether what it is about is still to be seen to
 * @param until from when on it is of no use; null where there is no such time, or it is not known any more
 * @param recorded whether the log knows of it as it is; {@code attempt}: the one to be made, or the last one that was
 */
public record Reminder(
        UUID id,
        UUID patientId,
        String clinic,
        About about,
        String step,
        Audience audience,
        Channel channel,
        String template,
        int templateVersion,
        Instant dueAt,
        Instant sendAt,
        State state,
        @Nullable Suppression suppression,
        String why,
        boolean open,
        @Nullable Instant until,
        boolean recorded,
        int attempt) {

    Reminder with(State state, @Nullable Suppression suppression, String why, Instant sendAt, boolean recorded) {
        return new Reminder(
                id,
                patientId,
                clinic,
                about,
                step,
                audience,
                channel,
                template,
                templateVersion,
                dueAt,
                sendAt,
                state,
                suppression,
                why,
                open,
                until,
                recorded,
                attempt);
    }

    /** Where it stands. */
    public enum State {
        PLANNED,
        STARTED,
        SENT,
        DELIVERED,
        FAILED,
        UNKNOWN,
        SUPPRESSED,
        CANCELLED,
        EXPIRED
    }
}
