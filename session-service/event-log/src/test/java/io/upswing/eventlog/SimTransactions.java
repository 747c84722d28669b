package io.upswing.eventlog;

import io.upswing.eventlog.SimDatabase.Tx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transactions of one instance: any of their steps may fail, and the answer to a commit may get lost. */
final class SimTransactions implements Transactions {

    /** Leads to the database as it is now, or refuses. */
    interface Connection {
        SimDatabase database();
    }

    private final Scheduler scheduler;
    private final Faults faults;
    private final Connection connection;
    private final ThreadLocal<Tx> current = new ThreadLocal<>();

    SimTransactions(Scheduler scheduler, Faults faults, Connection connection) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.connection = connection;
    }

    void tell(String what, Object... details) {
        scheduler.tell(what, details);
    }

    SimDatabase database() {
        return connection.database();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        scheduler.step();
        var tx = database().begin();
        current.set(tx);
        try {
            var result = work.get();
            scheduler.step(); // all is written, nothing is committed
            disturb();
            tx.commit();
            scheduler.tell("has committed");
            scheduler.step(); // all is committed, nobody knows
            disturb();
            return result;
        } finally {
            tx.end();
            current.remove();
        }
    }

    /** A statement is on its way: the transaction around it. */
    Tx statement() {
        var tx = tx();
        scheduler.step();
        disturb();
        return tx;
    }

    /** The transaction around a fold, which is a part of the step before. */
    Tx tx() {
        @Nullable Tx tx = current.get();
        if (tx == null) {
            throw new IllegalStateException("in no transaction");
        }
        return tx;
    }

    private void disturb() {
        if (scheduler.chance(faults.disturbance())) {
            scheduler.tell("is disturbed");
            throw new Disturbed(new IllegalStateException("the connection broke"));
        }
    }
}
