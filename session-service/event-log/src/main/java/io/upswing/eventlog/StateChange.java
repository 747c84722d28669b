package io.upswing.eventlog;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The new value of a key of a compacted topic; a null value erases it. */
public record StateChange(String topic, UUID key, String clinic, byte @Nullable [] value) {
    /** As the database orders keys: a UUID by its bytes, which is not how Java compares two. */
    static final Comparator<StateChange> ORDER = Comparator.comparing(StateChange::topic)
            .thenComparing(change -> change.key().toString());
}
