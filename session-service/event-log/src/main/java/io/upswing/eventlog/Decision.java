package io.upswing.eventlog;

import java.util.List;
import java.util.Optional;

/** Decides on what has happened so far; called again with the newer history when somebody else was faster. */
@FunctionalInterface
public interface Decision<E> {

    /** Empty when there is nothing to record; a refusal is an exception. */
    Optional<Draft<E>> decide(List<Recorded<E>> history);
}
