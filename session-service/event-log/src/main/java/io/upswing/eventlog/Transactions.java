package io.upswing.eventlog;

import java.util.function.Supplier;

/** One PostgreSQL transaction around the work: committed when it returns, rolled back when it throws. */
public interface Transactions {

    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        this.<Boolean>call(() -> {
            work.run();
            return true;
        });
    }
}
