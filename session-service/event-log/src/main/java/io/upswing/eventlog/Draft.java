package io.upswing.eventlog;

import java.time.Instant;
import java.util.List;

/**
 * What a decision wants recorded: one event, when it happened, and the state records that change with it.
 *
 * @param states values of compacted topics under the stream's key, written in the same transaction and sent before the
 *     event: once it is logged, so are they
 */
public record Draft<E>(E event, Instant happenedAt, List<StateChange> states) {

    public static <E> Draft<E> of(E event, Instant happenedAt) {
        return new Draft<>(event, happenedAt, List.of());
    }
}
