package io.upswing.deploy.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which can only be asked again and again. */
public final class Wait {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /** True as soon as the condition holds, false when it did not in time. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Waits for the condition; fails naming what was waited for. */
    public static void orFail(Duration limit, String what, BooleanSupplier condition) {
        if (!until(limit, condition)) {
            throw new IllegalStateException("Waited " + limit.toSeconds() + " s in vain for " + what);
        }
    }
}
