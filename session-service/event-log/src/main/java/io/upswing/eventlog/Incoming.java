package io.upswing.eventlog;

import org.jspecify.annotations.Nullable;

/** A record as it was read; {@code unreadable} says what is wrong with its headers, if anything. */
public record Incoming(EventRecord record, @Nullable String unreadable) {}
