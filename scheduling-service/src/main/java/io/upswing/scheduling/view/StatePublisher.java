package io.upswing.scheduling.view;

import io.upswing.eventlog.StateChange;

/** Takes what a fold derived for a compacted topic, in the fold's transaction. */
@FunctionalInterface
public interface StatePublisher {
    void publish(StateChange change);
}
