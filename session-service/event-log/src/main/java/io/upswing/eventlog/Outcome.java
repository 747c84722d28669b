package io.upswing.eventlog;

import java.util.List;

/** What became of a request. */
public sealed interface Outcome<E> {

    /** In PostgreSQL and in Kafka: on two independent media, either of which can rebuild the other. */
    record Logged<E>(Recorded<E> recorded) implements Outcome<E> {}

    /** In PostgreSQL; Kafka has not acknowledged in time. It is sent until it does. {@code repeated}: by an earlier request. */
    record Pending<E>(Recorded<E> recorded, boolean repeated) implements Outcome<E> {}

    /** The same request has been answered before, by this event. */
    record Repeated<E>(Recorded<E> recorded) implements Outcome<E> {}

    /** There was nothing to record. */
    record Unchanged<E>(List<Recorded<E>> history) implements Outcome<E> {}
}
