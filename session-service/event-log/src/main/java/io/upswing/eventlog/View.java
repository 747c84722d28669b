package io.upswing.eventlog;

import java.util.List;

/** A service's own views: folded with each append, and made again from the whole log when they are lost. */
public interface View<E> extends Fold<E> {

    /** The new values of the keys of this service's own compacted topics; a null value erases. */
    default void applyStates(List<StateRecord> states) {}

    /** Empties every table that is folded from a log, and takes away the constraints that span streams. */
    void startRebuild();

    /** Puts the constraints back; what still collides is flagged and put before a person. */
    void finishRebuild();
}
