package io.upswing.eventlog;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets the writers of one stream in this replica go one after the other, in the order in which they came. They would only
 * overtake each other; that the stream stays whole does not depend on it, for there are other replicas.
 */
final class Turns {

    private final ConcurrentHashMap<UUID, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final Patience patience;

    Turns(Patience patience) {
        this.patience = patience;
    }

    <T> T take(UUID stream, Supplier<T> work) {
        var mine = new CompletableFuture<Void>();
        var before = last.put(stream, mine);
        try {
            if (before != null) {
                patience.await(before);
            }
            return work.get();
        } finally {
            mine.complete(null);
            last.remove(stream, mine);
        }
    }
}
