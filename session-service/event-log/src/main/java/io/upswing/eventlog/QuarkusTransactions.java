package io.upswing.eventlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/** Transactions of the service's data source: Hibernate and plain SQL share the connection. */
final class QuarkusTransactions implements Transactions {

    private final int seconds;

    /** @param bound after which a transaction is rolled back */
    QuarkusTransactions(Duration bound) {
        seconds = (int) bound.toSeconds();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().timeout(seconds).call(work::get);
        } catch (RuntimeException e) {
            throw Disturbance.causes(e) ? new Disturbed(e) : e;
        }
    }
}
