package io.upswing.deploy.embedded;

import java.time.Duration;

/** A server that runs as a process of its own, on a fixed port and data directory. */
public interface Server {
    Daemon daemon();

    /** The port that others use. */
    int port();

    /** Starts the process unless it runs; {@link #awaitReady()} tells when it can be used. */
    void launch();

    /** Whether the server answers, asked the way its clients would. */
    boolean healthy();

    /** Ends the process in good order. */
    void stop();

    /** How long it may take from its launch until it answers. */
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    default void awaitReady() {
        Wait.orFail(patience(), daemon().name() + " to answer, see " + daemon().log(), () -> {
            if (!daemon().isAlive()) {
                throw new IllegalStateException(daemon().name() + " ended, see " + daemon().log());
            }
            return healthy();
        });
    }

    default void start() {
        launch();
        awaitReady();
    }

    default void kill9() {
        daemon().kill9();
    }

    default void pause() {
        daemon().pause();
    }

    default void resume() {
        daemon().resume();
    }

    /** Ends the process if it runs, and starts it on the same port and data. */
    default void restart() {
        stop();
        start();
    }
}
