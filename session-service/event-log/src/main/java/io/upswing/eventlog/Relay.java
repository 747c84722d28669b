package io.upswing.eventlog;

import io.upswing.eventlog.StateStore.StateVersion;
import io.upswing.eventlog.TopicLog.NotAcknowledged;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is stored to the topics: the stored bytes, until the row is marked, and the next version of a stream only
 * when the one before it is marked; the states that go with an event before the event, so that what is in the log as an
 * event is not without them. Whoever crashes leaves an unmarked row, which any replica's sweep sends again:
 * duplicates are harmless, a gap or another order would not be.
 */
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int CHUNK = 100;

    /** So many streams and so many state records are on their way at once: more would only fill the memory. */
    private static final int LANES = 1_000;

    private final LogStore store;
    private final StateStore states;
    private final Transactions transactions;
    private final TopicLog log;
    private final Executor executor;
    private final Patience untilMarked;
    private final Marks<UUID> marks;
    private final Marks<StateVersion> stateMarks;

    /** One lane a stream while it has something to send; a lane is one task at a time, so a stream keeps its order. */
    private final ConcurrentHashMap<UUID, Lane> lanes = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final Set<StateVersion> sending = ConcurrentHashMap.newKeySet();
    private UUID swept = new UUID(0, 0);

    Relay(LogStore store, StateStore states, Transactions transactions, TopicLog log, Executor executor) {
        this(store, states, transactions, log, executor, Patience.WITHOUT_END);
    }

    Relay(
            LogStore store,
            StateStore states,
            Transactions transactions,
            TopicLog log,
            Executor executor,
            Patience untilMarked) {
        this.store = store;
        this.states = states;
        this.transactions = transactions;
        this.log = log;
        this.executor = executor;
        this.untilMarked = untilMarked;
        this.marks = new Marks<>(store::mark, transactions, executor);
        this.stateMarks = new Marks<>(states::markStates, transactions, executor);
    }

    /**
     * Sends a record that was just committed.
     *
     * @param states committed with it, and sent before it; null: somebody else committed it, and the table knows which
     * @param predecessorLogged known to be marked, so that the table need not be asked
     * @return completes when the row is marked
     */
    CompletableFuture<Void> offer(EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
        var waiter = waiting.computeIfAbsent(record.id(), id -> new CompletableFuture<>());
        enter(record.stream(), new Lane.Task(record, states, predecessorLogged));
        return waiter;
    }

    /** Nobody waits for this record any more; it is sent all the same. */
    void stopWaiting(EventRecord record) {
        waiting.remove(record.id());
    }

    /** Sends again what is not marked, whoever left it so. True when there may be more. Called by one thread. */
    boolean sweep() {
        var streams = LANES - lanes.size();
        var states = LANES - sending.size();
        return (streams > 0 && sweepStreams(streams)) | (states > LANES / 2 && sweepStates());
    }

    /** In rounds, so that streams which are still being sent are not looked at again and again. */
    private boolean sweepStreams(int room) {
        var unsent = transactions.call(() -> store.unsentStreams(swept, room + 1));
        unsent.forEach(stream -> enter(stream, Lane.Task.EVERYTHING));
        var more = unsent.size() > room;
        swept = more ? unsent.getLast() : new UUID(0, 0);
        return more;
    }

    private boolean sweepStates() {
        var unsent = transactions.call(() -> states.unsentStates(LANES));
        unsent.forEach(this::sendOnce);
        return unsent.size() == LANES;
    }

    private void sendOnce(StateRecord record) {
        var version = StateVersion.of(record);
        if (sending.add(version)) {
            executor.execute(() -> {
                try {
                    sendAndMark(record);
                } finally {
                    sending.remove(version);
                }
            });
        }
    }

    private void enter(UUID stream, Lane.Task task) {
        var started = new boolean[1];
        var lane = lanes.compute(stream, (id, running) -> {
            started[0] = running == null;
            var entered = running == null ? new Lane() : running;
            if (task.record() != null || entered.tasks.isEmpty()) {
                entered.tasks.add(task);
            }
            return entered;
        });
        if (started[0]) {
            executor.execute(() -> run(stream, lane));
        }
    }

    private void run(UUID stream, Lane lane) {
        try {
            var task = next(stream);
            while (task != null && perform(stream, lane, task)) {
                task = next(stream);
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A stream waits for the next sweep: %s", e); // the database did not answer, the rows stay unmarked
        } finally {
            lanes.remove(stream, lane); // with what waits behind a record that did not get through: the sweep finds it
        }
    }

    private Lane.@Nullable Task next(UUID stream) {
        var task = new Lane.Task[1];
        lanes.computeIfPresent(stream, (id, running) -> {
            task[0] = running.tasks.poll();
            return task[0] == null ? null : running;
        });
        return task[0];
    }

    /** False when a record is not marked: nothing later of this stream may be sent before it is. */
    private boolean perform(UUID stream, Lane lane, Lane.Task task) {
        var record = task.record();
        if (record == null) {
            return drain(stream, lane);
        }
        if (record.version() <= lane.marked) {
            return true;
        }
        var isNext = task.predecessorLogged() || record.version() == lane.marked + 1;
        return isNext && task.states() != null
                ? sendAndMark(task.states()) && sendAndMark(record, lane)
                : drain(stream, lane);
    }

    private boolean drain(UUID stream, Lane lane) {
        List<EventRecord> unsent;
        do {
            unsent = transactions.call(() -> store.unsent(stream, CHUNK));
            // Looked for after the events: those that go with them are among these, or newer ones
            if (!sendAndMark(transactions.call(() -> states.unsentStatesOf(stream)))) {
                return false;
            }
            for (var record : unsent) {
                if (!sendAndMark(record, lane)) {
                    return false;
                }
            }
        } while (unsent.size() == CHUNK);
        return true;
    }

    private boolean sendAndMark(List<StateRecord> states) {
        return states.stream().allMatch(this::sendAndMark);
    }

    private boolean sendAndMark(EventRecord record, Lane lane) {
        try {
            if (!hit(marks.mark(record.id(), log.send(record)))) {
                return false;
            }
            lane.marked = record.version();
            release(record.id());
            return true;
        } catch (NotAcknowledged e) {
            LogMetrics.notAcknowledged();
            return false;
        }
    }

    private boolean sendAndMark(StateRecord record) {
        try {
            return hit(stateMarks.mark(StateVersion.of(record), log.send(record)));
        } catch (NotAcknowledged e) {
            LogMetrics.notAcknowledged();
            return false;
        }
    }

    private boolean hit(CompletableFuture<Boolean> mark) {
        return untilMarked.await(mark) && mark.join();
    }

    private void release(UUID eventId) {
        var waiter = waiting.remove(eventId);
        if (waiter != null) {
            waiter.complete(null);
        }
    }

    /** What waits to be sent of one stream. */
    private static final class Lane {

        /** @param record null: whatever the table says is unsent; {@code states} null: those that the table has */
        record Task(@Nullable EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
            static final Task EVERYTHING = new Task(null, null, false);
        }

        private final Deque<Task> tasks = new ArrayDeque<>();

        /** The highest version this lane has seen marked. */
        private long marked = -1;
    }
}
