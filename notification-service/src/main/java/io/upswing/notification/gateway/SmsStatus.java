package io.upswing.notification.gateway;

import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.Receipt;
import org.jspecify.annotations.Nullable;

/** What the provider's words for the state of a message mean here. */
final class SmsStatus {
    private SmsStatus() {}

    /** @param error a number; empty where there was none */
    static Reading reading(Claim claim, String messageId, String status, String error) {
        var receipt = receipt(messageId, status, error);
        if (receipt != null) {
            return new Reading.Told(claim, receipt);
        }
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending", "sent" ->
                new Reading.Taken(claim, new Handover.Accepted(messageId));
            default -> new Reading.Nothing(); // they may find new words; what they mean is not for us to guess
        };
    }

    /** Null while nothing is certain of its end. */
    static @Nullable Receipt receipt(String messageId, String status, String error) {
        return switch (status) {
            case "delivered", "read" -> new Receipt.Delivered(messageId);
            case "undelivered", "failed", "canceled" -> new Receipt.Bounced(messageId, reason(status, error));
            default -> null;
        };
    }

    private static String reason(String status, String error) {
        return error.matches("\\d{1,6}") ? "Error " + error : status;
    }
}
