package io.upswing.deploy.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Writers that each do one thing after another, as fast as it goes. */
record Crowd(int writers, Duration warmUp, Duration time) {

    /** How often a second all of them together did what their number's writer does, after the warm-up. */
    double perSecond(IntFunction<Runnable> writer) {
        var done = new LongAdder();
        var end = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<?>>();
            for (int number = 0; number < writers; number++) {
                var once = writer.apply(number);
                running.add(threads.submit(() -> repeat(once, done, end)));
            }
            var rate = measured(done, end);
            end.countDown();
            for (var thread : running) {
                thread.get();
            }
            return rate;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Comes back at once when a writer has failed; what it says is of no use then. */
    private double measured(LongAdder done, CountDownLatch end) throws InterruptedException {
        end.await(warmUp.toMillis(), TimeUnit.MILLISECONDS);
        var from = System.nanoTime();
        var before = done.sum();
        end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        return (done.sum() - before) * 1e9 / (System.nanoTime() - from);
    }

    private static void repeat(Runnable once, LongAdder done, CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                once.run();
                done.increment();
            }
        } finally {
            end.countDown();
        }
    }
}
