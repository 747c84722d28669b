package io.upswing.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One message that a patient is to get, got, or does not get.
 *
 * @param dueAt when the policy wants it; {@code sendAt}: when it goes, which is later where that is at night or was missed
 * @param open whether what it is about is still to be seen to
 * @param recorded whether the log knows of it; {@code attempt}: the one to be made, or the last one that was
 */
public record Reminder(
        UUID id,
        UUID patientId,
        String clinic,
        About about,
        String step,
        String channel,
        String template,
        int templateVersion,
        Instant dueAt,
        Instant sendAt,
        State state,
        String why,
        boolean open,
        boolean recorded,
        int attempt) {

    /** Where it stands. */
    public enum State {
        PLANNED,
        STARTED,
        SENT,
        /** Part of the contract; e-mail says nothing of it, so no plan has it yet. */
        DELIVERED,
        FAILED,
        UNKNOWN,
        SUPPRESSED,
        CANCELLED,
        EXPIRED
    }
}
