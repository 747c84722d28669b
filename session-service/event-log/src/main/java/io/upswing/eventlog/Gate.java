package io.upswing.eventlog;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether this replica may write: not before its start-up has read the log back, never again once its database, or a topic
 * that it reads, is another one.
 */
public final class Gate {

    /** What a replica may do. */
    public enum State {
        STARTING,
        OPEN,
        STOPPED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);
    private final CountDownLatch decided = new CountDownLatch(1);
    private final Runnable onStop;
    private volatile @Nullable String reason;

    /** @param onStop what ends the process; a stopped replica must not go on answering */
    public Gate(Runnable onStop) {
        this.onStop = onStop;
    }

    public void open() {
        state.compareAndSet(State.STARTING, State.OPEN);
        decided.countDown();
    }

    public void stop(String why) {
        reason = why;
        if (state.getAndSet(State.STOPPED) != State.STOPPED) {
            decided.countDown();
            onStop.run();
        }
    }

    public void requireOpen() {
        if (state.get() != State.OPEN) {
            throw new LogProblem(LogProblem.Kind.NOT_READY, reason == null ? "Starting." : "Stopped: " + reason);
        }
    }

    /** Waits until the start-up is done, or given up: then false. */
    public boolean awaitOpen() throws InterruptedException {
        decided.await();
        return state.get() == State.OPEN;
    }

    public State state() {
        return Objects.requireNonNull(state.get());
    }
}
