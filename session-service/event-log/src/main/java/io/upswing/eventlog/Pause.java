package io.upswing.eventlog;

import java.time.Duration;

/** Waiting for something outside that gives no signal. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
