package io.upswing.eventlog;

import java.util.List;

/** Turns events into rows, inside the transaction around it. Sets or deletes by key: never counts. */
@FunctionalInterface
public interface Fold<E> {

    /** The events of one stream come in the order of their versions, each once. */
    void apply(List<Recorded<E>> events);
}
