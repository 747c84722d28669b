package io.upswing.eventlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a key of a compacted topic; readers keep the highest version. A null value is a tombstone. */
public record StateRecord(
        String topic, UUID key, long version, String clinic, Instant recordedAt, byte @Nullable [] value) {}
