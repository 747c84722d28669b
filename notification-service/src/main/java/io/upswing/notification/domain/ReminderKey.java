package io.upswing.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A patient is told of one thing once a step: all ids follow from this, so that a repeat is recognised as one. */
public record ReminderKey(UUID patientId, String about, String step) {

    public UUID id() {
        return named(patientId + "\n" + about + "\n" + step);
    }

    /** The id of the event that starts an attempt: whoever else tries the same attempt appends the same event. */
    public static UUID startOf(UUID reminderId, int attempt) {
        return named(reminderId + "\nstart\n" + attempt);
    }

    /** The id of the event that says what became of an attempt. */
    public static UUID outcomeOf(UUID reminderId, int attempt, Handover handover) {
        return named(reminderId + "\n" + nameOf(handover) + "\n" + attempt);
    }

    /** The id of the event that says what a receipt said of an attempt: the same receipt again is the same event. */
    public static UUID receiptOf(UUID reminderId, int attempt, Receipt receipt) {
        var name = switch (receipt) {
            case Receipt.Delivered delivered -> "Delivered";
            case Receipt.Bounced bounced -> "Bounced";
        };
        return named(reminderId + "\n" + name + "\n" + attempt);
    }

    /** The id of the event that says that a reminder will not be sent. */
    public static UUID expiryOf(Claim claim) {
        return named(claim.reminderId() + "\nexpired\n" + claim.dueAt());
    }

    /** The id of the event that says that a reminder was held back when it was due. */
    public static UUID suppressionOf(Claim claim) {
        return named(claim.reminderId() + "\nsuppressed\n" + claim.dueAt() + "\n" + claim.attempt());
    }

    /** In the ids of events: fixed for ever. */
    private static String nameOf(Handover handover) {
        return switch (handover) {
            case Handover.Accepted accepted -> "Accepted";
            case Handover.Rejected rejected -> "Rejected";
            case Handover.Unwanted unwanted -> "Unwanted";
            case Handover.NotNow notNow -> "NotNow";
            case Handover.Unknown unknown -> "Unknown";
        };
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
