package io.upswing.scheduling.view;

import io.upswing.eventlog.StateChange;
import java.util.Collection;

/** Takes what a fold derived for a compacted topic, in the fold's transaction. */
@FunctionalInterface
public interface StatePublisher {
    void publish(Collection<StateChange> changes);
}
