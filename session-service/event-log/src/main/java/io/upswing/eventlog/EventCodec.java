package io.upswing.eventlog;

import java.util.Optional;

/** How a service's events are written: the name of the type on the wire and the bytes of the value. */
public interface EventCodec<E> {

    /** The wire name, for example {@code session.dose-given.v1}. */
    String typeOf(E event);

    byte[] encode(E event);

    /**
     * Empty for a type that this version does not know: it is skipped, its version counted.
     *
     * @throws IllegalArgumentException when the bytes are not such an event; the stream is then parked
     */
    Optional<E> decode(String type, byte[] value);
}
