package io.upswing.eventlog;

import io.upswing.eventlog.Transactions.Disturbed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that isolates as PostgreSQL does by default: readers see what is committed and what they wrote,
 * writers of one row wait for each other, a circle of waiting ends with an error for one of them.
 */
final class SimDatabase {

    private final Scheduler scheduler;
    private final Map<String, Map<Object, Object>> tables = new LinkedHashMap<>();
    private final Map<Object, Tx> locks = new HashMap<>();
    private Scheduler.@Nullable Process starting;
    private boolean dropped;

    SimDatabase(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    private record Cell(String table, Object key) {}

    Tx begin() {
        return new Tx();
    }

    /** Ends every connection, and lets nobody in any more. */
    void drop() {
        dropped = true;
    }

    /** What is committed, for the checks at the end. */
    @SuppressWarnings("unchecked")
    <V> List<V> all(String table) {
        return (List<V>) new ArrayList<>(tables.getOrDefault(table, Map.of()).values());
    }

    @Nullable
    Object committed(String table, Object key) {
        return tables.getOrDefault(table, Map.of()).get(key);
    }

    /** As an advisory lock that lives as long as the one who holds it. */
    void alone(Scheduler.Process process, Runnable work) {
        scheduler.await(() -> starting == null || starting.dead || dropped);
        requireThere();
        starting = process;
        try {
            work.run();
        } finally {
            starting = starting == process ? null : starting;
        }
    }

    private void requireThere() {
        if (dropped) {
            throw new Disturbed(new IllegalStateException("the database was dropped"));
        }
    }

    /** A transaction. */
    final class Tx {
        private final Map<Cell, Object> written = new LinkedHashMap<>();
        private final List<Cell> locked = new ArrayList<>();
        private @Nullable Cell waitingFor;

        @SuppressWarnings("unchecked")
        <V> @Nullable V get(String table, Object key) {
            requireThere();
            var cell = new Cell(table, key);
            if (written.containsKey(cell)) {
                return (V) written.get(cell);
            }
            return (V) tables.getOrDefault(table, Map.of()).get(key);
        }

        @SuppressWarnings("unchecked")
        <V> List<V> find(String table, Predicate<V> condition) {
            requireThere();
            var rows = new LinkedHashMap<>(tables.getOrDefault(table, Map.of()));
            written.forEach((cell, value) -> {
                if (cell.table().equals(table)) {
                    if (value == null) {
                        rows.remove(cell.key());
                    } else {
                        rows.put(cell.key(), value);
                    }
                }
            });
            return rows.values().stream().map(row -> (V) row).filter(condition).toList();
        }

        void put(String table, Object key, @Nullable Object value) {
            lock(table, key);
            written.put(new Cell(table, key), value);
        }

        void delete(String table, Object key) {
            put(table, key, null);
        }

        /** Waits until no other transaction holds the row, there or not. */
        void lock(String table, Object key) {
            requireThere();
            var cell = new Cell(table, key);
            var holder = locks.get(cell);
            if (holder == this) {
                return;
            }
            if (holder != null) {
                waitingFor = cell;
                if (waitsForItself(holder)) {
                    waitingFor = null;
                    throw new Disturbed(new IllegalStateException("deadlock"));
                }
                scheduler.await(() -> !locks.containsKey(cell) || dropped);
                waitingFor = null;
                requireThere();
            }
            locks.put(cell, this);
            locked.add(cell);
        }

        private boolean waitsForItself(Tx holder) {
            for (var next = holder; next != null; ) {
                if (next == this) {
                    return true;
                }
                next = next.waitingFor == null ? null : locks.get(next.waitingFor);
            }
            return false;
        }

        void commit() {
            requireThere();
            written.forEach((cell, value) -> {
                var table = tables.computeIfAbsent(cell.table(), name -> new LinkedHashMap<>());
                if (value == null) {
                    table.remove(cell.key());
                } else {
                    table.put(cell.key(), value);
                }
            });
            end();
        }

        void end() {
            locked.forEach(cell -> locks.remove(cell, this));
            locked.clear();
            written.clear();
        }
    }
}
