package io.upswing.deploy.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/**
 * Requests that come when they come, whether or not those before them were answered. Each is timed from the moment at
 * which it was due, so that a stall counts for all that had to wait for its end, not for the one that it hit.
 */
final class OpenLoop {
    private final long intervalNanos;
    private final Latencies latencies = new Latencies();
    private final LongAdder failures = new LongAdder();

    OpenLoop(int perSecond) {
        this.intervalNanos = 1_000_000_000L / perSecond;
    }

    /**
     * Sends requests and waits for all their answers.
     *
     * @param warmUp the first so many, which are not timed
     * @param request sends the request of that number; false: it was not answered as it should have been
     */
    void run(int warmUp, int timed, IntPredicate request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (int i = 0; i < warmUp + timed; i++) {
                var number = i;
                var due = start + i * intervalNanos;
                sleepUntil(due);
                threads.execute(() -> send(number, due, number >= warmUp, request));
            }
        }
    }

    Latencies latencies() {
        return latencies;
    }

    long failures() {
        return failures.sum();
    }

    private void send(int number, long due, boolean timed, IntPredicate request) {
        var good = false;
        try {
            good = request.test(number);
        } finally {
            if (timed) {
                latencies.record(System.nanoTime() - due);
            }
            if (!good) {
                failures.increment();
            }
        }
    }

    private static void sleepUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
