package io.upswing.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a provider's books.
 *
 * @param to a telephone number (E.164)
 * @param takenAt when the provider took it, to the second
 * @param receipt what became of it; null while it is on its way
 */
public record ProviderRecord(
        String messageId,
        String to,
        String text,
        Instant takenAt,
        @Nullable Receipt receipt) {

    Reading.News about(Claim claim) {
        return receipt == null
                ? new Reading.Taken(claim, new Handover.Accepted(messageId))
                : new Reading.Told(claim, receipt);
    }
}
