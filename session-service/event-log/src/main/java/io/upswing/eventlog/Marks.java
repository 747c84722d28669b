package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Marks rows as acknowledged, those of many lanes that wait at the same time in one transaction. One at a time would be
 * what limits a reseed.
 */
final class Marks<K> {

    private static final Logger LOG = Logger.getLogger(Marks.class);
    private static final int MOST = 500;

    /** Marks the rows in the transaction around it; those that were there. */
    @FunctionalInterface
    interface Statement<K> {
        Set<K> mark(List<K> rows, UUID topicId);
    }

    private record Waiting<K>(K row, UUID topicId, CompletableFuture<Boolean> hit) {}

    private final Statement<K> statement;
    private final Transactions transactions;
    private final Executor executor;
    private final Queue<Waiting<K>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Marks(Statement<K> statement, Transactions transactions, Executor executor) {
        this.statement = statement;
        this.transactions = transactions;
        this.executor = executor;
    }

    /** Completes with whether the row was there to be marked; exceptionally when the database did not answer. */
    CompletableFuture<Boolean> mark(K row, UUID topicId) {
        var waiting = new Waiting<>(row, topicId, new CompletableFuture<>());
        queue.add(waiting);
        if (busy.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
        return waiting.hit();
    }

    private void work() {
        do {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                batch.stream().collect(Collectors.groupingBy(Waiting::topicId)).forEach(this::settle);
            }
            busy.set(false);
        } while (!queue.isEmpty() && busy.compareAndSet(false, true));
    }

    private List<Waiting<K>> next() {
        var batch = new ArrayList<Waiting<K>>();
        for (var waiting = queue.poll(); waiting != null; waiting = batch.size() < MOST ? queue.poll() : null) {
            batch.add(waiting);
        }
        return batch;
    }

    private void settle(UUID topicId, List<Waiting<K>> batch) {
        try {
            var rows = batch.stream().map(Waiting::row).toList();
            var hit = transactions.call(() -> statement.mark(rows, topicId));
            batch.forEach(waiting -> waiting.hit().complete(hit.contains(waiting.row())));
        } catch (RuntimeException e) {
            LOG.warnf("%d records could not be marked as logged; they are sent again: %s", batch.size(), e);
            batch.forEach(waiting -> waiting.hit().completeExceptionally(e));
        }
    }
}
