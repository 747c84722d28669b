package io.upswing.eventlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how a repeat of the same request is recognised.
 *
 * @param eventId of the event that will answer; derived from the caller's idempotency key where there is one
 * @param hash of the request's body; null where no repeat is possible
 * @param causation the event of another service that led to this request
 */
public record Request(
        String clinic,
        String actor,
        UUID eventId,
        @Nullable String hash,
        @Nullable UUID causation) {}
