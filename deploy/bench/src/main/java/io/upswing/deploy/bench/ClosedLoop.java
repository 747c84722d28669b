package io.upswing.deploy.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Clients that each send the next request as soon as the one before is answered. */
record ClosedLoop(int clients) {

    /** What came of it. */
    record Outcome(double perSecond, Latencies latencies) {}

    /**
     * Sends the requests of the numbers from {@code first} on, {@code count} of them.
     *
     * @param request throws when it is not answered as it must be, which ends the measurement
     */
    Outcome run(int first, int count, IntConsumer request) {
        var next = new AtomicInteger(first);
        var latencies = new Latencies();
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var from = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    for (int number = next.getAndIncrement();
                            number < first + count && failure.get() == null;
                            number = next.getAndIncrement()) {
                        send(number, request, latencies, failure);
                    }
                });
            }
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return new Outcome(count * 1e9 / (System.nanoTime() - from), latencies);
    }

    private static void send(
            int number, IntConsumer request, Latencies latencies, AtomicReference<@Nullable RuntimeException> failure) {
        var from = System.nanoTime();
        try {
            request.accept(number);
            latencies.record(System.nanoTime() - from);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }
}
