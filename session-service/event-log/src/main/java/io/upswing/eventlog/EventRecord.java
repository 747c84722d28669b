package io.upswing.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact as it stands in the table and on the topic: what its headers say and the exact bytes of its value.
 *
 * @param stream whose fact it is: a patient, or the owner of what belongs to no patient (a site, a clinic)
 * @param version 1..n within the stream, without gaps
 * @param happenedAt when it took place; {@code recordedAt} is when the server learned of it
 * @param causation the event of another service that led to this one
 * @param requestHash of the request that recorded it, so that the same key with another body can be told apart
 */
public record EventRecord(
        UUID id,
        String type,
        UUID stream,
        long version,
        String clinic,
        String actor,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable UUID causation,
        @Nullable String requestHash,
        byte[] value) {}
