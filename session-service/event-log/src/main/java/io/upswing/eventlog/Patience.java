package io.upswing.eventlog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long something waits for the log. */
@FunctionalInterface
interface Patience {

    Patience WITHOUT_END = of(Duration.ofDays(1));

    /** True when all of it came about in time. */
    boolean await(CompletableFuture<?> outcome);

    static Patience of(Duration bound) {
        return outcome -> {
            try {
                outcome.get(bound.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException | ExecutionException e) {
                return false; // the row stays unmarked, and is sent until it is
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
