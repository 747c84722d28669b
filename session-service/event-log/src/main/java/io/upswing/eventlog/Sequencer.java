package io.upswing.eventlog;

import io.upswing.eventlog.FollowStore.Head;
import io.upswing.eventlog.FollowStore.Parked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a batch by what each stream has already seen: not newer, drop; next, apply; anything else, park the stream and
 * go on with the others. Pure: the heads go in, the new heads come out.
 */
class Sequencer<E> {

    /** A record that could not be applied, and why. */
    record Refused(EventRecord record, String reason) {}

    private final EventCodec<E> codec;
    private final Map<UUID, Head> heads;
    private final @Nullable String refusal;

    final Map<UUID, Head> changed = new HashMap<>();
    final List<Recorded<E>> apply = new ArrayList<>();
    final List<Refused> park = new ArrayList<>();

    /** Streams whose parked records may now have their turn. */
    final Set<UUID> continued = new LinkedHashSet<>();

    /** @param refusal why what would be applied is parked instead; null: it is applied */
    Sequencer(EventCodec<E> codec, Map<UUID, Head> heads, @Nullable String refusal) {
        this.codec = codec;
        this.heads = heads;
        this.refusal = refusal;
    }

    void take(Incoming incoming) {
        var record = incoming.record();
        var head = head(record.stream());
        if (incoming.unreadable() != null) {
            park(record, head, Parked.POISON, incoming.unreadable());
        } else if (record.version() < 1) {
            park(record, head, Parked.POISON, "it has no place in its stream"); // unreadable when it was first parked
        } else if (record.version() <= head.version()) {
            takeOld(record, head);
        } else if (head.parked() == Parked.FORK) {
            park(record, head, Parked.FORK, "after a fork");
        } else if (record.version() == head.version() + 1) {
            takeNext(record, head);
        } else {
            var why = head.parked() == null ? Parked.GAP : head.parked();
            park(record, head, why, "version " + (head.version() + 1) + " has not been applied");
        }
    }

    private void takeOld(EventRecord record, Head head) {
        if (record.version() == head.version()
                && head.eventId() != null
                && !record.id().equals(head.eventId())) {
            park(record, head, Parked.FORK, "another event has this version: " + head.eventId());
        }
    }

    private void takeNext(EventRecord record, Head head) {
        if (refusal != null) {
            park(record, head, Parked.POISON, refusal);
            return;
        }
        try {
            codec.decode(record.type(), record.value()).ifPresent(event -> apply.add(new Recorded<>(record, event)));
        } catch (IllegalArgumentException e) {
            park(record, head, Parked.POISON, "cannot be read: " + e.getMessage());
            return;
        }
        if (head.parked() != null) {
            continued.add(record.stream());
        }
        changed.put(record.stream(), new Head(record.version(), record.id(), head.parked()));
    }

    private void park(EventRecord record, Head head, Parked why, String reason) {
        park.add(new Refused(record, reason));
        changed.put(record.stream(), new Head(head.version(), head.eventId(), why));
    }

    private Head head(UUID stream) {
        var head = changed.get(stream);
        return head != null ? head : heads.getOrDefault(stream, Head.NONE);
    }
}
