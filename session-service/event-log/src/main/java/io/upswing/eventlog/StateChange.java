package io.upswing.eventlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The new value of a key of a compacted topic; a null value erases it. */
public record StateChange(String topic, UUID key, String clinic, byte @Nullable [] value) {}
