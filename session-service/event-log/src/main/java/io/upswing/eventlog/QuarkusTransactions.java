package io.upswing.eventlog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** Transactions of the service's data source: Hibernate and plain SQL share the connection. */
final class QuarkusTransactions implements Transactions {

    @Override
    public <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
