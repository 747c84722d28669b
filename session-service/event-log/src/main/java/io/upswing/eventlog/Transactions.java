package io.upswing.eventlog;

import java.util.function.Supplier;

/** One PostgreSQL transaction around the work: committed when it returns, rolled back when it throws. */
public interface Transactions {

    /**
     * The database was away, or ended the transaction for another one's sake. Nothing is wrong with the work; whether it
     * was committed may be unknown.
     */
    final class Disturbed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Disturbed(Throwable cause) {
            super(cause);
        }
    }

    /** @throws Disturbed when it is the database that failed, and not the work */
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        this.<Boolean>call(() -> {
            work.run();
            return true;
        });
    }
}
