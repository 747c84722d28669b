package io.upswing.eventlog;

import java.util.UUID;

/** A request about a stream, and how it is answered. */
public record Command<E>(Request request, UUID stream, Decision<E> decision) {}
